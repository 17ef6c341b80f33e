import type { WallTime } from '../gantt/timeZone';
import { MONTHS } from './dateText';

const DAY = 86_400_000;

// Dates for narrow places: no weekday, and what both ends of a span share is written once.

/** `15 Jan 2025`, with the time of day behind it where it is not midnight. */
export function shortDay(wall: WallTime): string {
  const date = new Date(wall);
  const text = `${date.getUTCDate()} ${monthOf(date)} ${date.getUTCFullYear()}`;
  return wall % DAY === 0 ? text : `${text} ${clockOf(date)}`;
}

/** A task's dates: both, or where it begins if its end is not known; null without dates. */
export function shortDates(start: WallTime | null, end: WallTime | null): string | null {
  if (start === null) return null;
  return end === null ? `from ${shortDay(start)}` : shortSpan(start, end);
}

/** `20 Sep – 18 Oct 2024`, `5 – 18 Oct 2024`, `5 Oct 2024 09:00 – 11:30`; one date where both are the same. */
export function shortSpan(start: WallTime, end: WallTime): string {
  if (start === end) return shortDay(start);
  const [from, to] = [new Date(start), new Date(end)];
  const wholeDays = start % DAY === 0 && end % DAY === 0;
  if (!wholeDays) {
    const sameDay = Math.floor(start / DAY) === Math.floor(end / DAY);
    return sameDay ? `${shortDay(start)} – ${clockOf(to)}` : `${shortDay(start)} – ${shortDay(end)}`;
  }
  if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${shortDay(start)} – ${shortDay(end)}`;
  const month = from.getUTCMonth() === to.getUTCMonth() ? '' : ` ${monthOf(from)}`;
  return `${from.getUTCDate()}${month} – ${shortDay(end)}`;
}

function monthOf(date: Date): string {
  return MONTHS[date.getUTCMonth()]?.slice(0, 3) ?? '';
}

function clockOf(date: Date): string {
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

const pad = (value: number) => String(value).padStart(2, '0');
