import type { WallTime } from '../server/lsp/protocol';

// Wall-clock times are counted as if they were UTC, so UTC getters read them the same in any zone.

export const DAY = 86_400_000;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function monthName(time: WallTime): string {
  return MONTHS[new Date(time).getUTCMonth()]!;
}

export function weekdayName(time: WallTime): string {
  return WEEKDAYS[new Date(time).getUTCDay()]!;
}

export function yearNumber(time: WallTime): number {
  return new Date(time).getUTCFullYear();
}

export function dayNumber(time: WallTime): number {
  return new Date(time).getUTCDate();
}

/** `09:30`. */
export function clockTime(time: WallTime): string {
  return new Date(time).toISOString().slice(-13, -8);
}

/** `1 Aug 2024`, whatever the time of day. */
export function calendarDate(time: WallTime): string {
  return `${dayNumber(time)} ${monthName(time).slice(0, 3)} ${yearNumber(time)}`;
}

/** `1 Aug 2024`, with the time of day where it is not midnight. */
export function shortDate(time: WallTime): string {
  return calendarDate(time) + clockBehind(time);
}

/** `Thursday 1 August 2024`: dates as words, for screen readers and cards. */
export function spokenDate(time: WallTime): string {
  const day = `${weekdayName(time)} ${dayNumber(time)} ${monthName(time)} ${yearNumber(time)}`;
  return day + clockBehind(time);
}

function clockBehind(time: WallTime): string {
  return time % DAY === 0 ? '' : `, ${clockTime(time)}`;
}

/** `14 days`, `3 hours`: the largest unit that fits, rounded to a half. `length` is in milliseconds and may be negative. */
export function spokenLength(length: number): string {
  if (length < 0) return `minus ${spokenLength(-length)}`;
  const units: [number, string][] = [
    [DAY, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1_000, 'second'],
  ];
  const [size, name] = units.find(([size]) => length >= size) ?? [1, 'millisecond'];
  const amount = Math.round((length / size) * 2) / 2;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}
