/** Local date and time fields counted as if they were UTC, in milliseconds. */
export type WallTime = number;

/** The clock of one IANA time zone. Times are epoch milliseconds; NaN goes in and out unharmed. */
export interface TimeZone {
  readonly name: string;
  toWall(time: number): WallTime;
  /** As JavaScript does it: the first of two equal local times, and past the gap where there is none. */
  fromWall(wall: WallTime): number;
}

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
/** Beyond it there is no Date. */
const LAST_TIME = 8.64e15;

/** Throws a RangeError when the name is no time zone. */
export function timeZone(name: string): TimeZone {
  const known = zones.get(name);
  if (known) return known;
  const zone = name === 'UTC' ? fixedZone : zoneOf(name);
  zones.set(name, zone);
  return zone;
}

const zones = new Map<string, TimeZone>();

const fixedZone: TimeZone = {
  name: 'UTC',
  toWall: (time) => (Math.abs(time) <= LAST_TIME ? time : Number.NaN),
  fromWall: (wall) => (Math.abs(wall) <= LAST_TIME ? wall : Number.NaN),
};

function zoneOf(name: string): TimeZone {
  const fields = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // Asking Intl costs microseconds; a zone's offset is asked for millions of times and changes twice a year.
  const cache = new Map<number, number>();

  function measure(time: number): number {
    const field: Record<string, string> = {};
    for (const { type, value } of fields.formatToParts(time)) field[type] = value;
    const year = field.era === 'BC' ? 1 - Number(field.year) : Number(field.year);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(field.month) - 1, Number(field.day));
    wall.setUTCHours(Number(field.hour), Number(field.minute), Number(field.second));
    return wall.getTime() - Math.floor(time / 1000) * 1000;
  }

  function cachedAt(time: number, key: number): number {
    let offset = cache.get(key);
    if (offset === undefined) {
      offset = measure(time);
      cache.set(key, offset);
    }
    return offset;
  }

  function offsetAt(time: number): number {
    if (!(Math.abs(time) <= LAST_TIME - DAY)) return Number.NaN;
    const day = Math.floor(time / DAY);
    const morning = cachedAt(day * DAY, day * 100);
    if (morning === cachedAt((day + 1) * DAY, (day + 1) * 100)) return morning;
    // The clock changes on this day; every change ever made falls on a quarter of an hour or a second of it.
    const quarter = Math.floor(time / QUARTER_HOUR);
    const before = cachedAt(quarter * QUARTER_HOUR, day * 100 + 1 + (((quarter % 96) + 96) % 96));
    const after = measure((quarter + 1) * QUARTER_HOUR - 1);
    return before === after ? before : measure(time);
  }

  return {
    name,
    toWall: (time) => time + offsetAt(time),
    fromWall(wall) {
      const before = offsetAt(wall - DAY);
      const after = offsetAt(wall + DAY);
      if (before === after || offsetAt(wall - before) === before) return wall - before;
      return offsetAt(wall - after) === after ? wall - after : wall - before;
    },
  };
}
