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
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
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
  const entries = [...excluded, ...included].filter(
    (text) => text !== 'weekends' && !WEEKDAYS.includes(text),
  );
  // Writing each day as text is slow; most charts name weekdays only, or dates in the one format.
  const byWeekday = entries.length === 0 && !UNWRITABLE.test(calendar.dateFormat);
  const iso = calendar.dateFormat === 'YYYY-MM-DD' && entries.every((text) => ISO_DATE.test(text));

  function excludes(time: number): boolean {
    const wall = calendar.toWall(time);
    if (Number.isNaN(wall)) return false;
    const weekday = weekdays[(((Math.floor(wall / DAY) + 4) % 7) + 7) % 7] === true;
    if (byWeekday) return weekday;
    const date = calendar.format(time, 'YYYY-MM-DD');
    const formatted = iso ? date : calendar.format(time);
    if (included.has(formatted) || included.has(date)) return false;
    return weekday || excluded.has(formatted) || excluded.has(date);
  }

  return {
    any: excluded.size > 0,
    excludes,
    push(start, end) {
      const limit = calendar.addDays(end, LONGEST_PUSH);
      let pushed = end;
      for (let day = calendar.addDays(start, 1); day <= pushed; day = calendar.addDays(day, 1)) {
        if (!excludes(day)) continue;
        pushed = calendar.addDays(pushed, 1);
        if (pushed > limit) return null;
      }
      return pushed;
    },
  };
}
