import type { ChartAnalysis, Clock, Task } from '../gantt/analysis';
import { type Calendar, calendar } from '../gantt/calendar';
import type { Edit } from '../gantt/problems/edits';
import { taskWithId } from '../gantt/symbols';
import type { WallTime } from '../gantt/timeZone';
import { type Workdays, workdays } from '../gantt/workdays';
import { counted, type DateText, dateTextFor } from './dateText';
import { endingThen } from './endingThen';
import { fittingDuration } from './fittingDuration';

const DAY = 86_400_000;

/** What of a bar was dragged: all of it, its left edge, or its right edge. */
export type DragPart = 'all' | 'start' | 'end';

/** The dates a bar was dragged to, on the chart's clock. */
export interface Drag {
  readonly part: DragPart;
  readonly start: WallTime;
  readonly end: WallTime;
}

export interface RescheduleChoice {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Rescheduling {
  /** The plainest first; none where the text cannot say it. */
  readonly choices: readonly RescheduleChoice[];
  /** Why there is more to it than a new date: what the bar hangs on. Null where there is not. */
  readonly explanation: string | null;
}

/**
 * How the text says that a task moves or changes its length, as a person would have typed it: a date stays a date, a
 * duration a duration. A task that hangs on another has several ways.
 */
export function reschedule(chart: ChartAnalysis, clock: Clock, index: number, drag: Drag): Rescheduling {
  const task = chart.tasks[index];
  if (!task || task.start === null || task.end === null) return { choices: [], explanation: null };
  const dates = calendar(chart.settings.dateFormat, clock.timeZone, clock.now);
  const grain = grainOf(dates.dateFormat);
  const snapped = (wall: WallTime) => dates.fromWall(Math.round(wall / grain) * grain);
  const writer = new Writer(chart, dates, workdays(chart.settings, dates), dateTextFor(chart, clock));
  if (drag.part === 'end') return writer.newEnd(task, Math.max(snapped(drag.end), task.start));
  const start = snapped(drag.start);
  return drag.part === 'all'
    ? writer.newStart(task, start, true)
    : writer.newStart(task, Math.min(start, task.end), false);
}

/** The smallest step that dates in a format can tell apart, in milliseconds. */
export function grainOf(dateFormat: string): number {
  const tokens = dateFormat.replace(/\[[^\]]*\]/g, '');
  if (/[xS]/.test(tokens)) return 1;
  if (/[Xs]/.test(tokens)) return 1000;
  if (/m/.test(tokens)) return 60_000;
  return /[Hh]/.test(tokens) ? 3_600_000 : DAY;
}

/** A task with both dates. */
type Dated = Task & { readonly start: number; readonly end: number };

function isDated(task: Task | undefined): task is Dated {
  return task !== undefined && task.start !== null && task.end !== null;
}

/** Writes dates into a chart's text. Times are epoch milliseconds; null is "cannot be written". */
class Writer {
  constructor(
    private readonly chart: ChartAnalysis,
    private readonly dates: Calendar,
    private readonly days: Workdays,
    private readonly words: DateText,
  ) {}

  /** `move` takes the end along; without it the end stays where it is. */
  newStart(task: Task, start: number, move: boolean): Rescheduling {
    if (!isDated(task) || start === task.start) return { choices: [], explanation: null };
    const own = move ? this.endBehind(task, start) : this.endKept(task, start);
    const title = move ? `Move to ${this.words.day(start)}` : `Start on ${this.words.day(start)}`;
    const plain = choice(title, this.startEdit(task, start), own);
    const { kind } = task.startExpression;
    if (kind !== 'after' && kind !== 'previous') return { choices: plain, explanation: null };

    const leader = this.chart.tasks[task.decidingPredecessor ?? -1];
    if (!isDated(leader)) return { choices: plain, explanation: null };
    const name = quoted(leader);
    const cut = choice(
      `Start on ${this.words.day(start)}, no longer after ${name}`,
      this.startEdit(task, start),
      own,
    );
    const shift = start - task.start;
    const later = choice(
      `End ${name} on ${this.endDay(leader, start)}`,
      leader.milestone || start < leader.start ? null : this.endEdit(leader, leader.start, start),
      own,
    );
    const along = choice(
      `Move ${name} too, by ${shiftText(shift)}`,
      leader.startExpression.kind === 'date' ? this.startEdit(leader, leader.start + shift) : null,
      this.endBehind(leader, leader.start + shift),
      own,
    );
    const behind = endingThen(this.chart, task, start)
      .filter(({ index }) => index !== leader.index)
      .slice(0, 1)
      .flatMap((other) =>
        choice(`Start after ${quoted(other)}, which ends then`, this.afterEdit(task, other), own),
      );
    return {
      choices: [...behind, ...cut, ...later, ...along],
      explanation: `${quoted(task)} starts when ${name} ends.`,
    };
  }

  newEnd(task: Task, end: number): Rescheduling {
    if (!isDated(task) || end === task.end) return { choices: [], explanation: null };
    const plain = choice(`End on ${this.endDay(task, end)}`, this.endEdit(task, task.start, end));
    if (task.endExpression.kind !== 'until') return { choices: plain, explanation: null };

    const ids = task.endExpression.ids.map(({ id }) => taskWithId(this.chart.symbols, id));
    const next = ids.map((index) => this.chart.tasks[index ?? -1]).find((other) => other?.start === task.end);
    if (!isDated(next)) return { choices: plain, explanation: null };
    const name = quoted(next);
    const cut = choice(
      `End on ${this.endDay(task, end)}, no longer when ${name} starts`,
      this.endEdit(task, task.start, end),
    );
    const later = choice(
      `Start ${name} on ${this.words.day(end)}`,
      next.startExpression.kind === 'date' ? this.startEdit(next, end) : null,
    );
    return { choices: [...cut, ...later], explanation: `${quoted(task)} ends when ${name} starts.` };
  }

  /** A date in place of the start field, or before the end field where there is none. */
  private startEdit({ syntax }: Task, start: number): Edit[] | null {
    const text = this.dateText(start);
    return text === null ? null : this.startFieldEdit(syntax, text);
  }

  /** `after …` in place of the start field, or before the end field where there is none. */
  private afterEdit({ syntax }: Task, { syntax: { id } }: Task): Edit[] | null {
    return id && this.startFieldEdit(syntax, `after ${id.text}`);
  }

  private startFieldEdit({ startField, endField }: Task['syntax'], text: string): Edit[] | null {
    if (startField) return [{ span: startField.span, text }];
    if (!endField) return null;
    return [{ span: { start: endField.span.start, end: endField.span.start }, text: `${text}, ` }];
  }

  private endEdit({ syntax, endExpression }: Task, start: number, end: number): Edit[] | null {
    if (!syntax.endField) return null;
    const unit = endExpression.kind === 'duration' ? endExpression.unit : 'd';
    const asDate = endExpression.kind === 'duration' ? null : this.endText(end);
    const text = asDate ?? fittingDuration(start, end, unit, this.dates, this.days);
    return [{ span: syntax.endField.span, text }];
  }

  /** The edits that take a written end along with a start that moves; a duration goes along by itself. */
  private endBehind(task: Dated, start: number): Edit[] | null {
    if (task.endExpression.kind !== 'date') return [];
    const wall = (time: number) => this.dates.toWall(time);
    return this.endEdit(task, start, this.dates.fromWall(wall(task.end) + wall(start) - wall(task.start)));
  }

  /** The edits that keep the end where it is when the start moves. */
  private endKept(task: Dated, start: number): Edit[] | null {
    return task.endExpression.kind === 'duration' ? this.endEdit(task, start, task.end) : [];
  }

  /** In the chart's dateFormat; null where that cannot say just this time. */
  private dateText(time: number): string | null {
    try {
      const text = this.dates.format(time);
      return this.dates.parse(text) === time && !/[,;#\n]/.test(text) ? text : null;
    } catch {
      return null;
    }
  }

  private endText(end: number): string | null {
    return this.dateText(this.chart.settings.inclusiveEndDates ? this.dates.addDays(end, -1) : end);
  }

  /** An end as the chart's author would write it. */
  private endDay(task: Task, end: number): string {
    return this.words.end({ ...task, end }) ?? this.words.day(end);
  }
}

/** The choice that makes all these edits; none where one of them cannot be made. */
function choice(title: string, ...parts: (readonly Edit[] | null)[]): RescheduleChoice[] {
  const edits: Edit[] = [];
  for (const part of parts) {
    if (part === null) return [];
    edits.push(...part);
  }
  return [{ title, edits }];
}

function quoted({ syntax }: Task): string {
  return `“${syntax.name.text || syntax.id?.text || 'the task above'}”`;
}

function shiftText(shift: number): string {
  const days = shift / DAY;
  const amount = Number.isInteger(days)
    ? counted(Math.abs(days), 'day')
    : counted(Math.round(Math.abs(shift) / 3_600_000), 'hour');
  return `${amount} ${shift < 0 ? 'earlier' : 'later'}`;
}
