import type { ChartAnalysis, Clock, Task } from '../gantt/analysis';
import { calendar } from '../gantt/calendar';
import type { WallTime } from '../gantt/timeZone';
import { workdays } from '../gantt/workdays';

const DAY = 86_400_000;
const LONGEST_COUNT_DAYS = 20 * 366;
/** Mermaid shades no excluded days in a chart longer than this. */
const LONGEST_SHADED_DAYS = 5 * 366;

export interface WorkingDays {
  /**
   * Days from a task's start to its end that the chart does not exclude; in a chart without `excludes`, those from
   * Monday to Friday. Null without dates, and for a task longer than twenty years.
   */
  count(task: Task): number | null;
  /** Excluded days within the chart's true span: half-open, merged, in order. */
  excluded(): [WallTime, WallTime][];
}

export function workingDaysOf({ settings, tasks }: ChartAnalysis, clock: Clock): WorkingDays {
  const dates = calendar(settings.dateFormat, clock.timeZone, clock.now);
  const days = workdays(settings, dates);
  const dayOf = (time: number) => Math.floor(dates.toWall(time) / DAY);
  // Dates in the chart's own format are slow to write, and many tasks share a day.
  const known = new Map<number, boolean>();

  function isExcluded(day: number): boolean {
    let excluded = known.get(day);
    if (excluded === undefined) {
      excluded = days.any ? days.excludes(dates.fromWall(day * DAY)) : isWeekend(day);
      known.set(day, excluded);
    }
    return excluded;
  }

  function count({ start, end }: Task): number | null {
    if (start === null || end === null) return null;
    const [first, behind] = [dayOf(start), Math.ceil(dates.toWall(end) / DAY)];
    if (!(behind - first <= LONGEST_COUNT_DAYS)) return null;
    let working = 0;
    for (let day = first; day < behind; day++) if (!isExcluded(day)) working++;
    return working;
  }

  function excluded(): [WallTime, WallTime][] {
    const spans: [WallTime, WallTime][] = [];
    if (!days.any) return spans;
    const [first, last] = [Math.min(...times(tasks, 'start')), Math.max(...times(tasks, 'end'))].map(dayOf);
    if (first === undefined || last === undefined || !(last - first <= LONGEST_SHADED_DAYS)) return spans;
    for (let day = first; day <= last; day++) {
      if (!isExcluded(day)) continue;
      const previous = spans.at(-1);
      if (previous?.[1] === day * DAY) previous[1] += DAY;
      else spans.push([day * DAY, (day + 1) * DAY]);
    }
    return spans;
  }

  return { count, excluded };
}

function times(tasks: readonly Task[], moment: 'start' | 'end'): number[] {
  return tasks.flatMap((task) => task[moment] ?? []);
}

/** The first day of 1970 was a Thursday. */
function isWeekend(day: number): boolean {
  return [2, 3].includes(((day % 7) + 7) % 7);
}
