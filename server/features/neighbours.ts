import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { dateTextFor } from './dateText';
import { chartAt, statementAt } from './place';
import { shortDates } from './shortDates';

/** The tasks next to one on the way of dependencies. */
export interface NeighboursOf<R> {
  /** The name of the task they were asked for. */
  task: string;
  neighbours: NeighbourOf<R>[];
}

export interface NeighbourOf<R> {
  id: string | null;
  name: string;
  section: string | null;
  /** `20 Sep – 18 Oct 2024`; null where it is unscheduled. */
  when: string | null;
  /** Of the name. */
  range: R;
}

export type Direction = 'predecessors' | 'successors';

/** Of the task on the offset's line, in document order; null where there is no task. */
export function neighboursOf<R>(
  analysis: DocumentAnalysis,
  offset: number,
  direction: Direction,
  toRange: (span: Span) => R,
): NeighboursOf<R> | null {
  const chart = chartAt(analysis, offset);
  const statement = chart && statementAt(chart, analysis.text, offset);
  const task = statement?.kind === 'task' ? chart?.tasks[statement.index] : undefined;
  if (!chart || !task) return null;
  const dates = dateTextFor(chart, analysis.clock);
  const neighbours = task[direction].map((index): NeighbourOf<R> => {
    const other = chart.tasks[index]!;
    const start = other.start === null ? null : dates.toWall(other.start);
    return {
      id: other.syntax.id?.text ?? null,
      name: other.syntax.name.text,
      section: other.section?.name.text ?? null,
      when: shortDates(start, dates.writtenEnd(other)),
      range: toRange(other.syntax.name.span),
    };
  });
  return { task: task.syntax.name.text, neighbours };
}
