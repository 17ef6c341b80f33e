import type { ChartAnalysis, Clock, Task } from '../../gantt/analysis';
import { type DateText, dateTextFor } from '../dateText';
import { plain } from '../markup';
import { noteFor } from '../note';

const DAY = 86_400_000;

/** A task as a line of a table. */
export interface Row {
  readonly task: Task;
  readonly id: string;
  readonly name: string;
  readonly section: string;
  /** `2024-08-26`, or `2024-08-26T09:30` where it is not midnight; empty without a date. */
  readonly start: string;
  readonly end: string;
  readonly drawnStart: string;
  readonly drawnEnd: string;
  /** From start to end in local time, a fraction where it is not whole; null without both. */
  readonly days: number | null;
  /** Days the end can slip without moving the chart's last date. */
  readonly slackDays: number | null;
  /** Ids, or names where there is none, of what it starts after; an id that no task has with a `?`. */
  readonly waitsFor: readonly string[];
  /** Why there is no date, an uncertain one, or another on Mermaid's drawing; empty where all is well. */
  readonly note: string;
}

/** Ends are written as `DateText` says: under inclusiveEndDates the whole last day is meant. */
export function rowsOf(chart: ChartAnalysis, clock: Clock): Row[] {
  const dates = dateTextFor(chart, clock);
  const wall = (time: number | null) => (time === null ? null : dates.toWall(time));
  return chart.tasks.map((task) => {
    const [start, end] = [wall(task.start), wall(task.end)];
    return {
      task,
      id: task.syntax.id?.text ?? '',
      name: task.syntax.name.text,
      section: task.section?.name.text ?? '',
      start: isoText(start),
      end: isoText(dates.writtenEnd(task)),
      drawnStart: isoText(wall(task.drawnStart)),
      drawnEnd: isoText(dates.writtenEnd({ start: task.drawnStart, end: task.drawnEnd })),
      days: start === null || end === null ? null : inDays(end - start),
      slackDays: task.slack === null ? null : inDays(task.slack),
      waitsFor: waitsFor(chart, task),
      note: noteOf(chart, task, dates),
    };
  });
}

function noteOf(chart: ChartAnalysis, task: Task, dates: DateText): string {
  return noteFor(chart, task, dates, plain) ?? '';
}

/** A wall time as `2024-08-26`, with the time of day only where it is not midnight. */
export function isoText(wall: number | null): string {
  const date = new Date(wall ?? Number.NaN);
  // Beyond the last Date there is nothing to write.
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().replace('Z', '').split('T');
  const short = time.replace(/(?::00)?\.000$/, '');
  return short === '00:00' ? day : `${day}T${short}`;
}

function inDays(milliseconds: number): number {
  return Math.round((milliseconds / DAY) * 100) / 100;
}

function waitsFor(chart: ChartAnalysis, task: Task): string[] {
  const known = task.predecessors.map((index) => labelOf(chart.tasks[index]));
  const unknown = task.uncertainties.flatMap((reason) =>
    reason.kind === 'unknown-id' ? [`${reason.id}?`] : [],
  );
  return [...known, ...unknown];
}

function labelOf(task: Task | undefined): string {
  return task?.syntax.id?.text ?? task?.syntax.name.text ?? '';
}
