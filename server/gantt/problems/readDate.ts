import type { WallTime } from '../timeZone';

/** Order of year, month and day in a date of three numbers. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY';
const ORDERS: readonly DateOrder[] = ['YMD', 'DMY', 'MDY'];

/** One way to read a text as a date. */
export interface Reading {
  readonly wall: WallTime;
  /** Null where the text leaves no choice. */
  readonly order: DateOrder | null;
  /** Where the day is beyond the month's last (31 November), `wall` is the last day, and this what comes of counting on. */
  readonly rolled: WallTime | null;
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const TIME = String.raw`(?:[T\s]\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?)?`;
const THREE_NUMBERS = new RegExp(String.raw`^(\d{1,4})\s*([-/.\s])\s*(\d{1,2})\s*\2\s*(\d{1,4})${TIME}$`);
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-\s.]*([a-z]{3,9})\.?[-\s]*(\d{4}|\d\d)${TIME}$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`^([a-z]{3,9})\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?[-\s]+(\d{4})${TIME}$`,
  'i',
);
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})[-\s]+([a-z]{3,9})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?${TIME}$`,
  'i',
);

/**
 * The dates that a text can stand for, in whatever format it is; `preferredOrder` comes first. Empty where it is no
 * date. Two-digit years are those of 1970 to 2069.
 */
export function readDate(text: string, preferredOrder: DateOrder | null): readonly Reading[] {
  return readNumbers(text, preferredOrder) ?? readWords(text) ?? [];
}

function readNumbers(text: string, preferredOrder: DateOrder | null): readonly Reading[] | null {
  const match = THREE_NUMBERS.exec(text);
  if (!match) return readCompact(text);
  const [, first = '', , second = '', third = '', ...clock] = match;
  const orders = preferredOrder ? [preferredOrder, ...ORDERS.filter((o) => o !== preferredOrder)] : ORDERS;
  const readings = orders.flatMap((order): Reading[] => {
    const [year, month, day] =
      order === 'YMD'
        ? [first, second, third]
        : order === 'DMY'
          ? [third, second, first]
          : [third, first, second];
    // `0204` and `200` are years that were mistyped; a year of one digit is none.
    if (year.length === 1 || day.length > 2 || month.length > 2) return [];
    return reading(fullYear(year), Number(month), Number(day), clock, order);
  });
  const exact = readings.filter(({ rolled }) => rolled === null);
  const left = exact.length > 0 ? exact : readings;
  const same = left.every(({ wall }) => wall === left[0]!.wall);
  return same ? left.slice(0, 1).map((only) => ({ ...only, order: null })) : left;
}

function readCompact(text: string): readonly Reading[] | null {
  const match = COMPACT.exec(text);
  return match && reading(Number(match[1]), Number(match[2]), Number(match[3]), [], null);
}

function readWords(text: string): readonly Reading[] | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst.slice(4));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst.slice(4));
  const yearFirst = YEAR_FIRST.exec(text);
  return yearFirst && named(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst.slice(4));
}

function named(year = '', month = '', day = '', clock: readonly string[] = []): readonly Reading[] {
  const name = month.toLowerCase();
  const number = MONTHS.findIndex((full) => full.startsWith(name)) + 1;
  return number === 0 ? [] : reading(fullYear(year), number, Number(day), clock, null);
}

function reading(
  year: number,
  month: number,
  day: number,
  clock: readonly (string | undefined)[],
  order: DateOrder | null,
): Reading[] {
  const [hours, minutes, seconds] = [0, 1, 2].map((index) => Number(clock[index] ?? 0)) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hours > 24 || minutes > 59 || seconds > 59) return [];
  const lastDay = utc(year, month + 1, 0).getUTCDate();
  const clockTime = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const at = (dayOfMonth: number) => utc(year, month, dayOfMonth).getTime() + clockTime;
  return [{ wall: at(Math.min(day, lastDay)), order, rolled: day > lastDay ? at(day) : null }];
}

/** `month` counts from one; day zero is the last of the month before. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** The order in which a dateFormat has year, month and day; null where it lacks one. */
export function orderOf(dateFormat: string): DateOrder | null {
  const order = [...dateFormat.matchAll(/Y+|M+|D+/g)].map(([token]) => token[0]).join('');
  return ORDERS.find((known) => known === order) ?? null;
}
