import type { WallTime } from '../../gantt/timeZone';

const DAY = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const two = (value: number) => String(value).padStart(2, '0');
const startOfYear = (date: Date) => Date.UTC(date.getUTCFullYear(), 0, 1);

/** The parts of an axis format with what they stand for and what they write. */
export const AXIS_TOKENS: Readonly<Record<string, { meaning: string; write: (date: Date) => string }>> = {
  '%d': { meaning: 'day of the month, two digits', write: (date) => two(date.getUTCDate()) },
  '%e': { meaning: 'day of the month', write: (date) => String(date.getUTCDate()).padStart(2) },
  '%b': { meaning: 'month, short', write: (date) => MONTHS[date.getUTCMonth()]!.slice(0, 3) },
  '%B': { meaning: 'month', write: (date) => MONTHS[date.getUTCMonth()]! },
  '%m': { meaning: 'month, two digits', write: (date) => two(date.getUTCMonth() + 1) },
  '%Y': { meaning: 'year', write: (date) => String(date.getUTCFullYear()) },
  '%y': { meaning: 'year, two digits', write: (date) => two(date.getUTCFullYear() % 100) },
  '%q': { meaning: 'quarter', write: (date) => String(Math.floor(date.getUTCMonth() / 3) + 1) },
  '%a': { meaning: 'weekday, short', write: (date) => WEEKDAYS[date.getUTCDay()]!.slice(0, 3) },
  '%A': { meaning: 'weekday', write: (date) => WEEKDAYS[date.getUTCDay()]! },
  '%V': { meaning: 'ISO week', write: (date) => two(isoWeek(date)) },
  '%j': { meaning: 'day of the year', write: (date) => String(dayOfYear(date)).padStart(3, '0') },
  '%H': { meaning: 'hour', write: (date) => two(date.getUTCHours()) },
  '%M': { meaning: 'minute', write: (date) => two(date.getUTCMinutes()) },
};

/** What an axis format writes for a time. */
export function axisExample(format: string, time: WallTime): string {
  return format.replace(/%\w/g, (token) => AXIS_TOKENS[token]?.write(new Date(time)) ?? token);
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - startOfYear(date)) / DAY) + 1;
}

/** The week of the year's Thursdays: the first holds 4 January. */
function isoWeek(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(Math.floor(date.getTime() / DAY) * DAY + (3 - weekday) * DAY);
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
