import type { ChartSymbols } from './analysis';
import type { Calendar } from './calendar';
import { writtenEnd } from './expressions';
import type { Span } from './span';
import { type ReadTask, taskWithId } from './symbols';
import type { IdReference } from './syntax';
import type { Workdays } from './workdays';

/** Epoch milliseconds; undefined is "not computed", NaN a date that is none. */
export interface DrawnDates {
  start: number | undefined;
  end: number | undefined;
}

export type DrawingFailure = {
  readonly kind: 'missing-start' | 'invalid-start-date' | 'invalid-end' | 'excludes-everything';
  readonly task: number;
  readonly span: Span;
};

export interface Drawing {
  readonly dates: readonly DrawnDates[];
  /** What Mermaid throws on, the first in its order; null where it draws. */
  readonly failure: DrawingFailure | null;
}

const MORE_PASSES = 10;

/**
 * The dates that Mermaid draws. It computes every task in file order, then again while any is without dates, at most
 * ten times more, and stops as soon as all have some dates, not when they have settled.
 */
export function draw(
  tasks: readonly ReadTask[],
  symbols: ChartSymbols,
  calendar: Calendar,
  days: Workdays,
): Drawing {
  const dates: DrawnDates[] = tasks.map(() => ({ start: undefined, end: undefined }));
  const find = (id: string): DrawnDates | undefined => dates[taskWithId(symbols, id) ?? -1];

  /** The first id that is known stays the latest as long as it has no end: comparing with "no date" is never true. */
  function startAfter(ids: readonly IdReference[]): number | undefined {
    let latest: DrawnDates | undefined;
    for (const { id } of ids) {
      const task = find(id);
      if (task && (!latest || (task.end as number) > (latest.end as number))) latest = task;
    }
    return latest ? latest.end : calendar.today;
  }

  function endUntil(ids: readonly IdReference[]): number | undefined {
    let earliest: DrawnDates | undefined;
    for (const { id } of ids) {
      const task = find(id);
      if (task && (!earliest || (task.start as number) < (earliest.start as number))) earliest = task;
    }
    return earliest ? earliest.start : calendar.today;
  }

  /** Looked up by the id of the task before, so a duplicate of that id misleads it. */
  function startAfterPrevious(index: number): DrawnDates | undefined {
    return find(tasks[index - 1]?.id ?? 'undefined');
  }

  function compute(index: number): DrawingFailure | null {
    const { startExpression, endExpression } = tasks[index]!;
    const own = dates[index]!;
    const fail = (kind: DrawingFailure['kind'], { span }: { span: Span }) => ({ kind, task: index, span });
    if (startExpression.kind === 'invalid') return fail('invalid-start-date', startExpression);
    if (startExpression.kind === 'previous') {
      const previous = startAfterPrevious(index);
      if (!previous) return fail('missing-start', startExpression);
      own.start = previous.end;
    } else {
      const start = startExpression.kind === 'after' ? startAfter(startExpression.ids) : startExpression.time;
      if (start !== undefined) own.start = start;
    }
    if (own.start === undefined) return null;
    if (endExpression.kind === 'invalid' && endExpression.refused) return fail('invalid-end', endExpression);
    own.end =
      endExpression.kind === 'until'
        ? endUntil(endExpression.ids)
        : writtenEnd(own.start, endExpression, calendar);
    if (own.end === undefined || !days.any || isPlainDate(tasks[index]!)) return null;
    const pushed = push(own.start, own.end);
    if (pushed === null) return fail('excludes-everything', endExpression);
    own.end = pushed;
    return null;
  }

  /** Null also where dayjs cannot write a day in the chart's dateFormat: Mermaid fails there too. */
  function push(start: number, end: number): number | null {
    try {
      return days.push(start, end);
    } catch {
      return null;
    }
  }

  for (let pass = 0; pass <= MORE_PASSES; pass++) {
    for (let index = 0; index < tasks.length; index++) {
      const failure = compute(index);
      if (failure) return { dates, failure };
    }
    if (dates.every(({ end }) => end !== undefined)) break;
  }
  return { dates, failure: null };
}

/** Mermaid leaves an end alone only if its text is a literal `YYYY-MM-DD` date, whatever the chart's dateFormat. */
export function isPlainDate({ syntax }: ReadTask): boolean {
  const text = syntax.endField?.text ?? '';
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
