import { formatDate, guessDate, parseDate } from './dateFormat';
import type { DurationUnit } from './syntax';
import { type TimeZone, timeZone, type WallTime } from './timeZone';

/** Dates as one chart sees them: its dateFormat, its time zone, and today. Times are epoch milliseconds. */
export interface Calendar {
  readonly dateFormat: string;
  toWall(time: number): WallTime;
  fromWall(wall: WallTime): number;
  /** Midnight of today. */
  readonly today: number;
  /** Strictly in the chart's dateFormat, or null. */
  parse(text: string): number | null;
  /** What JavaScript makes of a text that is not in dateFormat, or null. */
  guess(text: string): number | null;
  format(time: number, dateFormat?: string): string;
  /** As dayjs adds: days, weeks, months and years keep the local time of day; the others are exact. */
  add(time: number, amount: number, unit: DurationUnit): number;
  /** The same local time, whole days later. */
  addDays(time: number, days: number): number;
}

const DAY = 86_400_000;
const EXACT = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** Throws a RangeError when the time zone is unknown. */
export function calendar(dateFormat: string, zoneName: string, now: number): Calendar {
  const zone = timeZone(zoneName);
  const addDays = (time: number, days: number) => zone.fromWall(zone.toWall(time) + days * DAY);
  return {
    dateFormat,
    toWall: zone.toWall,
    fromWall: zone.fromWall,
    today: zone.fromWall(Math.floor(zone.toWall(now) / DAY) * DAY),
    parse: (text) => parseDate(text, dateFormat, zone, now),
    guess: (text) => guessDate(text, zone),
    format: (time, format = dateFormat) => formatDate(time, format, zone),
    addDays,
    add(time, amount, unit) {
      if (unit === 'd' || unit === 'w') return addDays(time, Math.round(amount * (unit === 'w' ? 7 : 1)));
      if (unit === 'M' || unit === 'y') return addMonths(time, amount, unit, zone);
      return Math.trunc(time + amount * EXACT[unit]);
    },
  };
}

/**
 * dayjs goes to the first of the month, changes month or year, then returns to the day or the month's last. Each step
 * is a local time of its own and can fall into a clock change, so each goes through the zone. Fractions are dropped from
 * the sum, which matters before the year 0.
 */
function addMonths(time: number, amount: number, unit: 'M' | 'y', zone: TimeZone): number {
  const step = (from: number, change: (date: Date) => void) => {
    const date = new Date(zone.toWall(from));
    change(date);
    return zone.fromWall(date.getTime());
  };
  const day = new Date(zone.toWall(time)).getUTCDate();
  const first = step(time, (date) => date.setUTCDate(1));
  const month = step(first, (date) => {
    if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + amount);
    else date.setUTCFullYear(date.getUTCFullYear() + amount);
  });
  const wall = new Date(zone.toWall(month));
  wall.setUTCMonth(wall.getUTCMonth() + 1, 0);
  return step(month, (date) => date.setUTCDate(Math.min(day, wall.getUTCDate())));
}
