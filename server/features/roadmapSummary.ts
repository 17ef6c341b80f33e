import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import type { Tag } from '../gantt/syntax';
import type { WallTime } from '../gantt/timeZone';
import { dateTextFor } from './dateText';

/**
 * What is remembered of a roadmap that is not open: enough for lists and for finding its tasks, and little, because a
 * folder may hold hundreds. `R` is a kind of range.
 */
export interface RoadmapSummaryOf<R> {
  readonly charts: readonly ChartSummaryOf<R>[];
}

export interface ChartSummaryOf<R> {
  readonly title: string | null;
  /** The chart's text between the fences. */
  readonly range: R;
  /** Each with the range of its name. */
  readonly sections: readonly { readonly name: string; readonly range: R }[];
  readonly tasks: readonly TaskSummaryOf<R>[];
}

export interface TaskSummaryOf<R> {
  readonly id: string | null;
  readonly name: string;
  /** Index into `sections`; null before the first. */
  readonly section: number | null;
  /** Of the name. */
  readonly range: R;
  readonly tags: readonly Tag[];
  readonly start: WallTime | null;
  /** As the author writes it: under `inclusiveEndDates` the last day, not the midnight behind it. */
  readonly end: WallTime | null;
  readonly provisional: boolean;
  /** The TODO comment directly above, without its marks. */
  readonly todo: string | null;
}

/** The roadmap of a document, its spans turned into ranges by `toRange`; null where it holds no gantt chart. */
export function roadmapSummary<R>(
  analysis: DocumentAnalysis,
  toRange: (span: Span) => R,
): RoadmapSummaryOf<R> | null {
  if (analysis.charts.length === 0) return null;
  return { charts: analysis.charts.map((chart) => chartSummary(chart, analysis, toRange)) };
}

function chartSummary<R>(
  chart: ChartAnalysis,
  { text, clock }: DocumentAnalysis,
  toRange: (span: Span) => R,
): ChartSummaryOf<R> {
  const dates = dateTextFor(chart, clock);
  const todos = todosAbove(chart, text);
  const summary = (task: Task): TaskSummaryOf<R> => ({
    id: task.syntax.id?.text || null,
    name: task.syntax.name.text,
    section: task.syntax.section,
    range: toRange(task.syntax.name.span),
    tags: task.syntax.tags.map(({ tag }) => tag),
    start: task.start === null ? null : dates.toWall(task.start),
    end: dates.writtenEnd(task),
    provisional: task.provisional,
    todo: todos.get(task.index) ?? null,
  });
  return {
    title: chart.settings.title,
    range: toRange(chart.span),
    sections: chart.sections.map(({ name }) => ({ name: name.text, range: toRange(name.span) })),
    tasks: chart.tasks.map(summary),
  };
}

/** By task: the TODO in the run of comment lines that ends on the line above. */
function todosAbove({ statements }: ChartAnalysis, text: string): Map<number, string> {
  const todos = new Map<number, string>();
  let todo: string | null = null;
  let end = 0;
  for (const statement of statements) {
    const { span } = statement;
    const blankLineBetween = (text.slice(end, span.start).match(/\r\n?|\n/g) ?? []).length > 1;
    if (blankLineBetween) todo = null;
    end = span.end;
    if (statement.kind === 'comment') {
      if (/\bTODO\b/.test(statement.text)) todo = statement.text;
      continue;
    }
    if (statement.kind === 'task' && todo !== null) todos.set(statement.index, todo);
    todo = null;
  }
  return todos;
}
