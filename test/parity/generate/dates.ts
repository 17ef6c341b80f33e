import fc from 'fast-check';

/** A local date and time, in no time zone yet. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export const FORMATS = [
  'YYYY-MM-DD',
  'DD-MM-YYYY',
  'MM/DD/YYYY',
  'D.M.YY',
  'YYYY-MM-DDTHH:mm',
  'HH:mm',
  'HH:mm:ss.SSS',
  'x',
  'X',
  '',
  'yyyy-mm-dd',
  'YYYY-MM-DD ',
  'YYYY-MM-DD HH:mm',
  'D MMM YYYY',
  'YYYY-MM-DD h:mm A',
] as const;

/** Formats nobody should use, which Mermaid takes all the same. */
export const ODD_FORMATS = [
  'YYYY',
  'YY',
  'D',
  'MM-DD',
  'YYYY-MM',
  'Do MMMM YYYY',
  '[on] YYYY-MM-DD',
  'YYYYMMDD',
  'YYYY-MM-DDTHH:mm:ssZ',
  'YYYY-MM-DD ZZ',
  'Y-M-D',
  'YYYY-MM-DD DD',
  'DD.MM.YYYY kk:mm',
  'dddd YYYY-MM-DD',
  'S SS SSS',
  'a hh',
  'Q YYYY',
  'GGGG-[W]WW',
  'YYYY-[W]ww',
  '   ',
  'LL',
  'z',
  'YYYY-MM-DDTHH:mm:ss.SSS[Z]',
] as const;

/** Both clock changes of the five zones, month ends, leap days, and today. */
const REMARKABLE_DAYS = [
  [2024, 3, 9], [2024, 3, 10], [2024, 3, 11], [2024, 11, 2], [2024, 11, 3], [2024, 11, 4],
  [2024, 3, 30], [2024, 3, 31], [2024, 4, 1], [2024, 10, 26], [2024, 10, 27], [2024, 10, 28],
  [2024, 4, 6], [2024, 4, 7], [2024, 4, 8], [2024, 9, 28], [2024, 9, 29], [2024, 9, 30],
  [2024, 1, 31], [2024, 2, 28], [2024, 2, 29], [2023, 2, 28], [2024, 8, 31], [2024, 12, 31], [2000, 2, 29],
  [2026, 11, 21], [2026, 11, 22], [2026, 11, 23],
] as const; // biome-ignore format: pairs belong together

/** Days that the calendar does not have. */
const MISSING_DAYS = [
  [2023, 2, 29], [2024, 2, 30], [2024, 4, 31], [2024, 13, 1], [2024, 1, 32], [2024, 0, 10], [2024, 1, 0],
] as const; // biome-ignore format: pairs belong together

const REMARKABLE_YEARS = [
  1, 4, 33, 68, 69, 99, 100, 204, 999, 1582, 1883, 1899, 1900, 1918, 1941, 1947, 1969, 1970, 1974, 2037, 2038,
  2100, 9999, 10000, 20244, 99999, -1, -44,
];

const clockTime = fc.record({
  hour: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(0, 1, 2, 3, 9, 12, 23) },
    fc.integer({ min: 0, max: 24 }),
  ),
  minute: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 30, 59) }, fc.integer({ min: 0, max: 60 })),
  second: fc.constantFrom(0, 0, 1, 59),
  millisecond: fc.constantFrom(0, 0, 5, 999),
});

const someDay = (days: readonly (readonly [number, number, number])[]) =>
  fc.constantFrom(...days).map(([year, month, day]) => ({ year, month, day }));

const usualDay = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      year: fc.integer({ min: 2023, max: 2026 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
  },
  { weight: 2, arbitrary: someDay(REMARKABLE_DAYS) },
);

const oddDay = fc.oneof(
  fc.record({
    year: fc.constantFrom(...REMARKABLE_YEARS),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  someDay(MISSING_DAYS),
);

/** Of a hundred days, about `odd` lie far away or nowhere. */
export function localTime(odd: number): fc.Arbitrary<LocalTime> {
  const day = fc.oneof({ weight: 100 - odd, arbitrary: usualDay }, { weight: odd, arbitrary: oddDay });
  return fc.tuple(day, clockTime).map(([day, time]) => ({ ...day, ...time }));
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const TOKENS =
  /\[([^\]]*)\]|YYYY|YY|Y|MMMM|MMM|MM|M|DD|Do|D|HH|H|hh|h|kk|mm|m|ss|s|SSS|SS|S|A|a|dddd|Q|ZZ|Z|X|x/g;

/** Writes a date in a dayjs format, as its author would. */
export function writeDate(date: LocalTime, format: string): string {
  const { year, month, day, hour, minute, second, millisecond } = date;
  const two = (value: number) => String(value).padStart(2, '0');
  const years = year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
  const monthName = MONTHS[(month + 11) % 12] ?? '';
  const epoch = () => Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const written: Record<string, () => string> = {
    YYYY: () => years,
    YY: () => two(Math.abs(year) % 100),
    Y: () => String(year),
    MMMM: () => monthName,
    MMM: () => monthName.slice(0, 3),
    MM: () => two(month),
    M: () => String(month),
    DD: () => two(day),
    Do: () => `${day}${['th', 'st', 'nd', 'rd'][day % 10 < 4 ? day % 10 : 0]}`,
    D: () => String(day),
    HH: () => two(hour),
    H: () => String(hour),
    hh: () => two(hour % 12 || 12),
    h: () => String(hour % 12 || 12),
    kk: () => two(hour || 24),
    mm: () => two(minute),
    m: () => String(minute),
    ss: () => two(second),
    s: () => String(second),
    SSS: () => String(millisecond).padStart(3, '0'),
    SS: () => two(Math.floor(millisecond / 10)),
    S: () => String(Math.floor(millisecond / 100)),
    A: () => (hour < 12 ? 'AM' : 'PM'),
    a: () => (hour < 12 ? 'am' : 'pm'),
    dddd: () => 'Monday',
    Q: () => String(Math.ceil(month / 3)),
    ZZ: () => '+0530',
    Z: () => '-05:00',
    X: () => String(Math.floor(epoch() / 1000)),
    x: () => String(epoch()),
  };
  return format
    .trim()
    .replace('yyyy-mm-dd', 'YYYY-MM-DD')
    .replace(TOKENS, (token, literal?: string) => literal ?? written[token]?.() ?? token);
}

/** Start dates that only JavaScript's own parser can read, or nobody. */
export const FOREIGN_DATES = [
  '2024-02-30', '2024-1-5', '2024-01-05', '2024-03-31T01:30', '2024-01-05T10:00Z', '2024-01-05T10:00+02:00',
  '2024-01-05 10:00', '20240105', '2024', '2024-01', '12', '0', '1e3', '01/02/2024', '1/2/24', '13/02/2024', '31/12/2024',
  'Jan 5 2024', '5 January 2024', 'January 2024', 'Fri, 05 Jan 2024 10:00:00 GMT', 'Jan 5 2024 10:00 EST',
  'Mar 31 2024 01:30', 'Mar 10 2024 02:30', 'Sep 29 2024 02:30', 'Nov 3 2024 01:30',
  'sprint 3', 'Q3', 'week 12', 'day 45', 'phase 2 2024', '12:30', '10:00 PM', '2024/01/05', '2024.01.05', '05.02.2024',
  'TBD', '24-01-05', 'tomorrow', 'today', 'Jan 1 10000', 'Jan 1 10001', '-000044-03-15', '+012024-01-01', '+002024-01-05',
  '(note) Jan 5 2024', 'Jan 5 2024 (note)', '2024-01-05T24:00', '2024-06-31', '99999', '2024-01-05T10:00:00.123456',
] as const; // biome-ignore format: a list to look at, not to read
