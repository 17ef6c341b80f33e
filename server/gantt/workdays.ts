import type { Calendar } from './calendar';
import type { ChartSettings } from './settings';

/** Which days a chart leaves out, and what that does to the end of a task. Times are epoch milliseconds. */
export interface Workdays {
  /** Whether any day can be excluded. */
  readonly any: boolean;
  /** The day at this time is left out. */
  excludes(time: number): boolean;
  /**
   * Every excluded day from the day after the start up to the end pushes the end by a day. Returns the pushed end, or
   * null where Mermaid gives up: ten thousand days further there is still no working day.
   */
  push(start: number, end: number): number | null;
}

const DAY = 86_400_000;
const LONGEST_PUSH = 10_000;
/** Days that one chart may be walked through. Mermaid would need a minute for them, and the page would stand still. */
const LONGEST_WALK = 4_000_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Formats that dayjs cannot write without plugins that Mermaid does not load must fail here as they do there. */
const UNWRITABLE = /gggg|w|z/;

export function workdays(settings: ChartSettings, calendar: Calendar): Workdays {
  const excluded = new Set(settings.excludes.map(({ text }) => text));
  const included = new Set(settings.includes.map(({ text }) => text));
  const weekendStart = settings.weekend === 'friday' ? 5 : 6;
  const weekdays = WEEKDAYS.map(
    (name, day) =>
      excluded.has(name) ||
      (excluded.has('weekends') && (day === weekendStart || (day || 7) === weekendStart + 1)),
  );
  const daysOff = isoDays(excluded);
  const daysIn = isoDays(included);
  // Writing each day as text is slow, and next to no chart names days in another way than YYYY-MM-DD.
  const written =
    UNWRITABLE.test(calendar.dateFormat) ||
    [...excluded, ...included].some((entry) => isWritten(entry, calendar.dateFormat));
  const pushed = new Map<string, number | null>();
  let walked = 0;

  function excludes(time: number): boolean {
    const day = Math.floor(calendar.toWall(time) / DAY);
    if (Number.isNaN(day)) return false;
    const formatted = written ? calendar.format(time) : null;
    if (daysIn.has(day) || (formatted !== null && included.has(formatted))) return false;
    if (weekdays[(((day + 4) % 7) + 7) % 7] || daysOff.has(day)) return true;
    return formatted !== null && excluded.has(formatted);
  }

  function walk(start: number, end: number): number | null {
    const limit = calendar.addDays(end, LONGEST_PUSH);
    let last = end;
    for (let day = calendar.addDays(start, 1); day <= last; day = calendar.addDays(day, 1)) {
      if (++walked > LONGEST_WALK) return null;
      if (!excludes(day)) continue;
      last = calendar.addDays(last, 1);
      if (last > limit) return null;
    }
    return last;
  }

  return {
    any: excluded.size > 0,
    excludes,
    push(start, end) {
      const key = `${start} ${end}`;
      const known = pushed.get(key);
      if (known !== undefined) return known;
      const result = walk(start, end);
      pushed.set(key, result);
      return result;
    },
  };
}

/** The days, counted from the epoch, that entries name as YYYY-MM-DD. */
function isoDays(entries: ReadonlySet<string>): Set<number> {
  const days = new Set<number>();
  for (const entry of entries) {
    const match = /^(\d{4}|[1-9]\d{4,5})-(\d\d)-(\d\d)$/.exec(entry);
    if (!match) continue;
    const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) days.add(date.getTime() / DAY);
  }
  return days;
}

/** Whether an entry, which is in lower case, can be a day written in the chart's dateFormat. */
function isWritten(entry: string, dateFormat: string): boolean {
  if (entry === 'weekends' || WEEKDAYS.includes(entry)) return false;
  // What it writes has a capital T.
  if (dateFormat === 'YYYY-MM-DD' || /^[^[]*T/.test(dateFormat)) return false;
  if (!/^[YMDHms\s\d\W_]*$/.test(dateFormat)) return true;
  // The format writes digits and what stands between them.
  return /^[\d\W_]+$/.test(entry);
}
