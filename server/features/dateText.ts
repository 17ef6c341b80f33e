import type { ChartAnalysis, Clock, Task } from '../gantt/analysis';
import { timeZone, type WallTime } from '../gantt/timeZone';

const DAY = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Dates of one chart in a person's words. An end is written as the chart's author writes it and the axis shows it: a
 * task until `2024-09-30` ends on 30 September, although its time is the midnight before. Only under
 * `inclusiveEndDates`, where the author means the whole last day, is it the day before that midnight.
 * All times are epoch milliseconds.
 */
export interface DateText {
  /** `Mon 26 Aug 2024`, with the time of day where the chart has any. */
  day(time: number): string;
  /** `22 November 2026`, with ` (today)` behind it where it is. */
  long(time: number): string;
  /** `Mon 26 Aug 2024 – Mon 30 Sep 2024`, one date where the task has no length, or null without dates. */
  span(task: Task): string | null;
  /** The end of a task that has one, by the author's convention. */
  end(task: Dates): string | null;
  /** The same as a time on the chart's clock. */
  writtenEnd(task: Dates): WallTime | null;
  /** The time zone's clock. */
  toWall(time: number): WallTime;
}

/** The true dates of a task, or those Mermaid draws; epoch milliseconds. */
export type Dates = Pick<Task, 'start' | 'end'>;

export function dateTextFor(chart: ChartAnalysis, clock: Clock): DateText {
  const zone = timeZone(clock.timeZone);
  const wall = (time: number) => new Date(zone.toWall(time));
  const midnight = (time: number) => zone.toWall(time) % DAY === 0;
  const today = Math.floor(zone.toWall(clock.now) / DAY);
  const withTimes = chart.tasks.some(
    ({ start, end }) => (start !== null && !midnight(start)) || (end !== null && !midnight(end)),
  );

  const clockTime = (date: Date) => {
    const seconds = date.getUTCSeconds() === 0 ? '' : `:${pad(date.getUTCSeconds())}`;
    return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}${seconds}`;
  };
  const suffix = (date: Date) => (withTimes ? ` ${clockTime(date)}` : '');

  const day = (time: number) => wallDay(zone.toWall(time));

  function wallDay(wall: WallTime): string {
    const date = new Date(wall);
    const month = MONTHS[date.getUTCMonth()]?.slice(0, 3);
    return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}${suffix(date)}`;
  }

  function long(time: number): string {
    const date = wall(time);
    const isToday = Math.floor(date.getTime() / DAY) === today;
    const text = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}${suffix(date)}`;
    return isToday ? `${text} (today)` : text;
  }

  function writtenEnd({ start, end }: Dates): WallTime | null {
    if (end === null) return null;
    const lastDay = chart.settings.inclusiveEndDates && start !== null && end > start && midnight(end);
    return zone.toWall(end) - (lastDay ? DAY : 0);
  }

  function end(task: Dates): string | null {
    const wall = writtenEnd(task);
    return wall === null ? null : wallDay(wall);
  }

  function span(task: Task): string | null {
    if (task.start === null) return null;
    const [from, to] = [day(task.start), end(task)];
    return to === null || to === from ? from : `${from} – ${to}`;
  }

  return { day, long, span, end, writtenEnd, toWall: zone.toWall };
}

/** `35 days`, `1 day`, `6 hours`, `2 days 6 hours`; `wallLength` is in milliseconds of local time. */
export function lengthText(wallLength: number): string {
  const minutes = Math.round(Math.abs(wallLength) / 60_000);
  const parts = [
    counted(Math.floor(minutes / 1440), 'day'),
    counted(Math.floor(minutes / 60) % 24, 'hour'),
    counted(minutes % 60, 'minute'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.slice(0, 2).join(' ') || 'no length';
}

/** `1 day`, `2 days`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const pad = (value: number) => String(value).padStart(2, '0');
