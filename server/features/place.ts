import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import { type Span, touches } from '../gantt/span';
import type { IdReference, Statement } from '../gantt/syntax';

/** All that `after` and `until` can read of an id. */
export const READABLE_ID = /^[\w-]+$/;

/** What stands at an offset of a gantt chart, as far as ids and tasks go. */
export type Place =
  | {
      readonly kind: 'reference';
      readonly chart: ChartAnalysis;
      readonly reference: IdReference;
      readonly span: Span;
    }
  /** A task's own id. */
  | {
      readonly kind: 'id';
      readonly chart: ChartAnalysis;
      readonly task: Task;
      readonly id: string;
      readonly span: Span;
    }
  /** A task's name, or another piece of its line. */
  | { readonly kind: 'task'; readonly chart: ChartAnalysis; readonly task: Task; readonly span: Span };

/** Null outside gantt charts and where nothing refers to a task. Offsets are UTF-16, absolute. */
export function placeAt(analysis: DocumentAnalysis, offset: number): Place | null {
  const chart = chartAt(analysis, offset);
  const statement = chart && statementAt(chart, analysis.text, offset);
  if (!chart || !statement) return null;
  const reference = chart.symbols.references.find(({ span }) => touches(span, offset));
  if (reference) return { kind: 'reference', chart, reference, span: reference.span };
  const task = statement.kind === 'task' ? chart.tasks[statement.index] : undefined;
  if (!task) return null;
  const { id, name, tags, fields } = task.syntax;
  if (id && touches(id.span, offset)) return { kind: 'id', chart, task, id: id.text, span: id.span };
  const piece = [name, ...tags, ...fields].find(({ span }) => touches(span, offset));
  return piece ? { kind: 'task', chart, task, span: piece.span } : null;
}

export function chartAt(analysis: DocumentAnalysis, offset: number): ChartAnalysis | null {
  return analysis.charts.find(({ span }) => touches(span, offset)) ?? null;
}

/** The statement on the offset's line; blanks behind it count, because that is where people type on. */
export function statementAt(chart: ChartAnalysis, text: string, offset: number): Statement | null {
  let low = 0;
  let high = chart.statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chart.statements[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const statement = chart.statements[low - 1];
  return statement && !/[\r\n]/.test(text.slice(statement.span.end, offset)) ? statement : null;
}

/** Every task with this id, in document order; Mermaid finds the last. */
export function tasksWithId(chart: ChartAnalysis, id: string): Task[] {
  return (chart.symbols.tasksById.get(id) ?? []).map((index) => chart.tasks[index]!);
}

/** Where an id is defined and where it is used. */
export interface IdUses {
  readonly id: string;
  readonly chart: ChartAnalysis;
  /** The id at the offset. */
  readonly span: Span;
  readonly definitions: readonly Span[];
  readonly references: readonly Span[];
}

/** The id at `offset` with all its places in the chart; null where no id is. */
export function idUsesAt(analysis: DocumentAnalysis, offset: number): IdUses | null {
  const place = placeAt(analysis, offset);
  if (place?.kind !== 'reference' && place?.kind !== 'id') return null;
  const { chart, span } = place;
  const id = place.kind === 'id' ? place.id : place.reference.id;
  const definitions = tasksWithId(chart, id).flatMap(({ syntax }) => syntax.id?.span ?? []);
  const references = (chart.symbols.referencesById.get(id) ?? []).map((reference) => reference.span);
  return { id, chart, span, definitions, references };
}
