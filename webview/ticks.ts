import type { WallTime } from '../server/lsp/protocol';
import { DAY } from './wallDate';

const HOUR = 3_600_000;
const MINUTE = 60_000;

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** One line of the time axis: a unit, how many of it from tick to tick, and how its ticks read. */
interface Level {
  readonly unit: Unit;
  readonly every: number;
  readonly format: Intl.DateTimeFormatOptions;
}

export interface AxisLevels {
  /** The coarse line on top, always with the year in it. */
  readonly upper: Level;
  readonly lower: Level;
}

export interface Tick {
  readonly time: WallTime;
  /** Where the next one begins. */
  readonly end: WallTime;
  readonly label: string;
}

const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };
const MONTH_AND_YEAR: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
const FULL_DAY: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
};
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const day: Level = { unit: 'day', every: 1, format: FULL_DAY };
const month: Level = { unit: 'month', every: 1, format: MONTH_AND_YEAR };
const year: Level = { unit: 'year', every: 1, format: YEAR };
const decades = (every: number): Level => ({ unit: 'year', every, format: YEAR });

/** From fine to coarse, with the least pixels that one tick of the lower line needs for its label. */
const LADDER: readonly { readonly least: number; readonly levels: AxisLevels }[] = [
  ...[1, 5, 15, 30].map((every) => rung(44, day, { unit: 'minute', every, format: CLOCK })),
  ...[1, 3, 6, 12].map((every) => rung(44, day, { unit: 'hour', every, format: CLOCK })),
  rung(48, month, { unit: 'day', every: 1, format: { weekday: 'short', day: 'numeric' } }),
  rung(20, month, { unit: 'day', every: 1, format: { day: 'numeric' } }),
  rung(26, month, { unit: 'week', every: 1, format: { day: 'numeric' } }),
  rung(32, year, { unit: 'month', every: 1, format: { month: 'short' } }),
  rung(32, year, { unit: 'month', every: 3, format: { month: 'short' } }),
  rung(36, decades(10), year),
  ...[2, 5, 10, 20, 50, 100, 500, 1000].map((every) => rung(44, decades(every * 10), decades(every))),
];

function rung(least: number, upper: Level, lower: Level) {
  return { least, levels: { upper, lower } };
}

export function levelsFor(pxPerDay: number): AxisLevels {
  const fits = LADDER.find(({ least, levels }) => (length(levels.lower) / DAY) * pxPerDay >= least);
  return (fits ?? LADDER[LADDER.length - 1]!).levels;
}

function length({ unit, every }: Level): number {
  const sizes = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY };
  return sizes[unit] * every;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** All ticks whose stretch meets `from`…`to`. `weekday` is the English name of the day a week begins on. */
export function ticksBetween(level: Level, from: WallTime, to: WallTime, weekday: string): Tick[] {
  const label = formatter(level.format);
  const ticks: Tick[] = [];
  let time = floor(level, from, weekday);
  while (time < to) {
    const end = next(level, time);
    ticks.push({ time, end, label: label.format(time).replace(',', '') });
    time = end;
  }
  return ticks;
}

const formatters = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formatters.get(options) ?? new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  formatters.set(options, known);
  return known;
}

function floor({ unit, every }: Level, time: WallTime, weekday: string): WallTime {
  const date = new Date(time);
  switch (unit) {
    case 'year':
      return yearStart(Math.floor(date.getUTCFullYear() / every) * every);
    case 'month':
      return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / every) * every, 1);
    case 'week': {
      const midnight = Math.floor(time / DAY) * DAY;
      const since = (date.getUTCDay() - Math.max(WEEKDAYS.indexOf(weekday), 0) + 7) % 7;
      return midnight - since * DAY;
    }
    default: {
      const size = length({ unit, every, format: {} });
      return Math.floor(time / size) * size;
    }
  }
}

function next(level: Level, time: WallTime): WallTime {
  const date = new Date(time);
  if (level.unit === 'year') return yearStart(date.getUTCFullYear() + level.every);
  if (level.unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + level.every, 1);
  return time + length(level);
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function yearStart(year: number): WallTime {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
