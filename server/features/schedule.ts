import type { ChartAnalysis, DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';

/** One chart's schedule as other programs get it; `R` is their kind of range. Times are epoch milliseconds. */
export interface ScheduleOf<R> {
  version: number;
  range: R;
  rejected: boolean;
  tasks: ScheduledTaskOf<R>[];
}

export interface ScheduledTaskOf<R> {
  id: string | null;
  name: string;
  section: string | null;
  tags: string[];
  range: R;
  nameRange: R;
  idRange: R | null;
  start: number | null;
  end: number | null;
  provisional: boolean;
  drawnStart: number | null;
  drawnEnd: number | null;
  predecessors: number[];
  successors: number[];
  critical: boolean;
  slack: number | null;
}

/** The schedule of every chart in document order, its spans turned into ranges by `toRange`. */
export function schedulesOf<R>(
  analysis: DocumentAnalysis,
  version: number,
  toRange: (span: Span) => R,
): ScheduleOf<R>[] {
  return analysis.charts.map((chart) => ({
    version,
    range: toRange(chart.span),
    rejected: chart.rejection !== null,
    tasks: scheduledTasks(chart, toRange),
  }));
}

function scheduledTasks<R>(chart: ChartAnalysis, toRange: (span: Span) => R): ScheduledTaskOf<R>[] {
  return chart.tasks.map(({ syntax, section, ...task }) => ({
    id: syntax.id?.text ?? null,
    name: syntax.name.text,
    section: section?.name.text ?? null,
    tags: syntax.tags.map(({ tag }) => tag),
    range: toRange(syntax.span),
    nameRange: toRange(syntax.name.span),
    idRange: syntax.id === null ? null : toRange(syntax.id.span),
    start: task.start,
    end: task.end,
    provisional: task.provisional,
    drawnStart: task.drawnStart,
    drawnEnd: task.drawnEnd,
    predecessors: [...task.predecessors],
    successors: [...task.successors],
    critical: task.critical,
    slack: task.slack,
  }));
}
