import type { WallTime } from '../server/lsp/protocol';
import { calendarDate, clockTime, DAY, dayNumber, monthName, weekdayName, yearNumber } from './wallDate';

const HOUR = 3_600_000;
const MINUTE = 60_000;

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** One line of the time axis: a unit, how many of it from tick to tick, and how its ticks read. */
interface Level {
  readonly unit: Unit;
  readonly every: number;
  readonly label: (time: WallTime) => string;
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

const shortMonth = (time: WallTime) => monthName(time).slice(0, 3);
const year = (time: WallTime) => String(yearNumber(time));
const monthAndYear = (time: WallTime) => `${monthName(time)} ${yearNumber(time)}`;
const date = (time: WallTime) => String(dayNumber(time));
const weekdayAndDate = (time: WallTime) => `${weekdayName(time).slice(0, 3)} ${dayNumber(time)}`;
const fullDate = (time: WallTime) => `${weekdayName(time).slice(0, 3)} ${calendarDate(time)}`;

const days: Level = { unit: 'day', every: 1, label: fullDate };
const months: Level = { unit: 'month', every: 1, label: monthAndYear };
const years = (every: number): Level => ({ unit: 'year', every, label: year });

/** From fine to coarse, with the least pixels that one tick of the lower line needs for its label. */
const LADDER: readonly { readonly least: number; readonly levels: AxisLevels }[] = [
  ...[1, 5, 15, 30].map((every) => rung(44, days, { unit: 'minute', every, label: clockTime })),
  ...[1, 3, 6, 12].map((every) => rung(44, days, { unit: 'hour', every, label: clockTime })),
  rung(48, months, { unit: 'day', every: 1, label: weekdayAndDate }),
  rung(20, months, { unit: 'day', every: 1, label: date }),
  rung(26, months, { unit: 'week', every: 1, label: date }),
  rung(32, years(1), { unit: 'month', every: 1, label: shortMonth }),
  rung(32, years(1), { unit: 'month', every: 3, label: shortMonth }),
  rung(36, years(10), years(1)),
  ...[2, 5, 10, 20, 50, 100, 500, 1000].map((every) => rung(44, years(every * 10), years(every))),
];

function rung(least: number, upper: Level, lower: Level) {
  return { least, levels: { upper, lower } };
}

export function levelsFor(pxPerDay: number): AxisLevels {
  const fits = LADDER.find(({ least, levels }) => (length(levels.lower) / DAY) * pxPerDay >= least);
  return (fits ?? LADDER[LADDER.length - 1]!).levels;
}

function length({ unit, every }: Pick<Level, 'unit' | 'every'>): number {
  const sizes = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY };
  return sizes[unit] * every;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** All ticks whose stretch meets `from`…`to`. `weekday` is the English name of the day a week begins on. */
export function ticksBetween(level: Level, from: WallTime, to: WallTime, weekday: string): Tick[] {
  const ticks: Tick[] = [];
  let time = floor(level, from, weekday);
  while (time < to) {
    const end = next(level, time);
    ticks.push({ time, end, label: level.label(time) });
    time = end;
  }
  return ticks;
}

function floor({ unit, every }: Level, time: WallTime, weekday: string): WallTime {
  const date = new Date(time);
  switch (unit) {
    case 'year':
      return yearStart(Math.floor(date.getUTCFullYear() / every) * every);
    case 'month':
      return monthStart(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / every) * every);
    case 'week': {
      const midnight = Math.floor(time / DAY) * DAY;
      const since = (date.getUTCDay() - Math.max(WEEKDAYS.indexOf(weekday), 0) + 7) % 7;
      return midnight - since * DAY;
    }
    default: {
      const size = length({ unit, every });
      return Math.floor(time / size) * size;
    }
  }
}

function next(level: Level, time: WallTime): WallTime {
  const date = new Date(time);
  if (level.unit === 'year') return yearStart(date.getUTCFullYear() + level.every);
  if (level.unit === 'month') return monthStart(date.getUTCFullYear(), date.getUTCMonth() + level.every);
  return time + length(level);
}

function yearStart(year: number): WallTime {
  return monthStart(year, 0);
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function monthStart(year: number, month: number): WallTime {
  return new Date(0).setUTCFullYear(year, month, 1);
}
