import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { dateTextFor } from './dateText';
import { placeAt, tasksWithId } from './place';

/** A task in a tree of tasks that wait for each other. */
export interface HierarchyItem {
  readonly name: string;
  /** Its id and dates. */
  readonly detail: string;
  readonly kind: 'task' | 'milestone';
  readonly full: Span;
  /** Leads back to the task: the item is asked for by this place. */
  readonly nameSpan: Span;
}

export interface HierarchyLink {
  readonly item: HierarchyItem;
  /** Where the waiting task says so: its references, or its name where it waits for the one above. */
  readonly places: readonly Span[];
}

/** The task at `offset`, or those that the id there names; null where neither is. */
export function hierarchyRoots(analysis: DocumentAnalysis, offset: number): HierarchyItem[] | null {
  const place = placeAt(analysis, offset);
  if (!place) return null;
  const tasks = place.kind === 'reference' ? tasksWithId(place.chart, place.reference.id) : [place.task];
  return tasks.length === 0 ? null : tasks.map((task) => itemOf(analysis, place.chart, task));
}

/** What the task whose name is at `offset` waits for. */
export function predecessorsOf(analysis: DocumentAnalysis, offset: number): HierarchyLink[] {
  return linksOf(
    analysis,
    offset,
    ({ predecessors }) => predecessors,
    (task, other) => [task, other],
  );
}

/** What waits for the task whose name is at `offset`. */
export function successorsOf(analysis: DocumentAnalysis, offset: number): HierarchyLink[] {
  return linksOf(
    analysis,
    offset,
    ({ successors }) => successors,
    (task, other) => [other, task],
  );
}

/** `roles` tells which of the two waits for which. */
function linksOf(
  analysis: DocumentAnalysis,
  offset: number,
  neighbours: (task: Task) => readonly number[],
  roles: (task: Task, other: Task) => [waiting: Task, awaited: Task],
): HierarchyLink[] {
  const place = placeAt(analysis, offset);
  if (!place || place.kind === 'reference') return [];
  const { chart, task } = place;
  return neighbours(task).map((index) => {
    const other = chart.tasks[index]!;
    return { item: itemOf(analysis, chart, other), places: placesOf(chart, ...roles(task, other)) };
  });
}

function placesOf(chart: ChartAnalysis, waiting: Task, awaited: Task): Span[] {
  const { startExpression, syntax } = waiting;
  const ids = startExpression.kind === 'after' ? startExpression.ids : [];
  const places = ids.filter(({ id }) => tasksWithId(chart, id).includes(awaited)).map(({ span }) => span);
  return places.length === 0 ? [syntax.name.span] : places;
}

function itemOf({ clock }: DocumentAnalysis, chart: ChartAnalysis, task: Task): HierarchyItem {
  const { name, id, span } = task.syntax;
  const when = dateTextFor(chart, clock).span(task) ?? 'no date';
  return {
    name: name.text,
    detail: id ? `${id.text} · ${when}` : when,
    kind: task.milestone ? 'milestone' : 'task',
    full: span,
    nameSpan: name.span,
  };
}
