import type { ChartAnalysis } from '../../gantt/analysis';

/** A task's start or its end, for what waits is one of the two: even for a start, odd for an end. */
type Moment = number;
const startOf = (task: number): Moment => 2 * task;
const endOf = (task: number): Moment => 2 * task + 1;

/** Whether a task may refer to another without closing a cycle. */
export interface Reach {
  /** `task` starting after `other` would make it wait for itself. */
  cycleByAfter(other: number): boolean;
  /** `task` ending when `other` starts would make it wait for itself. */
  cycleByUntil(other: number): boolean;
}

/**
 * Everything that hangs on the task at index `task`. A line that is being typed may not have its id yet in the
 * analysis: `id` is the one it will have, and references to it count as references to the task.
 */
export function reachOf(chart: ChartAnalysis, task: number, id: string | null): Reach {
  const next = edges(chart, task, id);
  const afterEnd = reachable(endOf(task), next);
  const afterStart = reachable(startOf(task), next);
  return {
    cycleByAfter: (other) => afterStart.has(endOf(other)),
    cycleByUntil: (other) => afterEnd.has(startOf(other)),
  };
}

/** From a moment to those that wait for it: a task's end for its start, a successor's start for a predecessor's end. */
function edges(chart: ChartAnalysis, typed: number, typedId: string | null): Map<Moment, Moment[]> {
  const next = new Map<Moment, Moment[]>();
  const connect = (from: Moment, to: Moment) => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  const indexes = (id: string) => [
    ...(chart.symbols.tasksById.get(id) ?? []),
    ...(id === typedId ? [typed] : []),
  ];
  for (const { index, predecessors, startExpression, endExpression } of chart.tasks) {
    connect(startOf(index), endOf(index));
    const waitsFor =
      startExpression.kind === 'after' ? startExpression.ids.flatMap(({ id }) => indexes(id)) : [];
    for (const predecessor of new Set([...predecessors, ...waitsFor])) {
      connect(endOf(predecessor), startOf(index));
    }
    if (endExpression.kind !== 'until') continue;
    for (const target of endExpression.ids.flatMap(({ id }) => indexes(id))) {
      connect(startOf(target), endOf(index));
    }
  }
  return next;
}

function reachable(from: Moment, next: ReadonlyMap<Moment, readonly Moment[]>): Set<Moment> {
  const seen = new Set<Moment>([from]);
  for (const moment of seen) for (const other of next.get(moment) ?? []) seen.add(other);
  return seen;
}
