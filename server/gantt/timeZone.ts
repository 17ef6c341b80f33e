/** Local date and time fields counted as if they were UTC, in milliseconds. */
export type WallTime = number;

/** The clock of one IANA time zone. Times are epoch milliseconds; NaN goes in and out unharmed. */
export interface TimeZone {
  readonly name: string;
  toWall(time: number): WallTime;
  /** As JavaScript does it: the first of two equal local times, and past the gap where there is none. */
  fromWall(wall: WallTime): number;
}

const SECOND = 1000;
const DAY = 86_400_000;
/** Beyond it there is no Date. */
const LAST_TIME = 8.64e15;
/** Clock changes of a zone are further apart than this. */
const STEP = 4 * DAY;
const PERIOD = 256 * DAY;
/** Before it no zone had changed its clock, and behind the second date all follow rules that repeat with the calendar. */
const FIRST_CHANGE = Date.UTC(1800, 0);
const LAST_RULE = Date.UTC(2400, 0);
const CALENDAR_CYCLE = 146_097 * DAY;

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

/** From `from` on (epoch milliseconds) local time is `offset` milliseconds ahead of UTC. */
interface Change {
  readonly from: number;
  readonly offset: number;
}

function zoneOf(name: string): TimeZone {
  const measure = offsetMeter(name);
  // Asking Intl takes microseconds; offsets are asked for millions of times and change twice a year.
  const periods = new Map<number, readonly Change[]>();

  function changesIn(period: number): readonly Change[] {
    const start = period * PERIOD;
    const changes = [{ from: start, offset: measure(start) }];
    let { offset } = changes[0]!;
    for (let at = start; at < start + PERIOD; at += STEP) {
      const next = measure(at + STEP);
      if (next === offset) continue;
      changes.push({ from: findChange(at, at + STEP, offset), offset: next });
      offset = next;
    }
    return changes;
  }

  /** The first whole second between the two times at which the offset is no longer `offset`. */
  function findChange(before: number, after: number, offset: number): number {
    let [low, high] = [before / SECOND, after / SECOND];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (measure(middle * SECOND) === offset) low = middle;
      else high = middle;
    }
    return high * SECOND;
  }

  function offsetAt(time: number): number {
    if (!(Math.abs(time) <= LAST_TIME)) return Number.NaN;
    const known = withinRules(time);
    const period = Math.floor(known / PERIOD);
    let changes = periods.get(period);
    if (!changes) {
      changes = changesIn(period);
      periods.set(period, changes);
    }
    let { offset } = changes[0]!;
    for (const change of changes) if (change.from <= known) offset = change.offset;
    return offset;
  }

  return {
    name,
    toWall: (time) => time + offsetAt(time),
    fromWall(wall) {
      const before = offsetAt(wall - DAY);
      const after = offsetAt(wall + DAY);
      const time =
        before === after || offsetAt(wall - before) === before || offsetAt(wall - after) !== after
          ? wall - before
          : wall - after;
      return Math.abs(time) <= LAST_TIME ? time : Number.NaN;
    },
  };
}

/** A time at which the clock stands as it does at `time`, not too far from today. */
function withinRules(time: number): number {
  if (time < FIRST_CHANGE) return FIRST_CHANGE;
  return time < LAST_RULE ? time : LAST_RULE + ((time - LAST_RULE) % CALENDAR_CYCLE);
}

/** How far local time is ahead of UTC, in milliseconds, at a time in whole seconds. */
function offsetMeter(name: string): (time: number) => number {
  const fields = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const field: Record<string, number> = {};
    for (const { type, value } of fields.formatToParts(time)) field[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = field;
    return Date.UTC(year, month - 1, day, hour, minute, second) - time;
  };
}
