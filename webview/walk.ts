import type { PanelChart } from '../server/lsp/protocol';
import type { RowLayout } from './rows';

/**
 * The task that a key leads to: the next or the one before, the first or the last, and sideways what it waits for and
 * what waits for it. Folded sections are passed over. Null where there is none; undefined for other keys.
 */
export function taskAfter(
  chart: PanelChart,
  layout: RowLayout,
  task: number,
  key: string,
): number | null | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return neighbour(chart, layout, task, key === 'ArrowLeft');
  const { rows, rowCount } = layout;
  const row = layout.rowOf.get(task) ?? 0;
  const last = rowCount - 1;
  const target = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: last }[key];
  if (target === undefined) return undefined;
  const step = target < row || key === 'End' ? -1 : 1;
  let next = target;
  while (next >= 0 && next <= last && !rows[next]) next += step;
  return rows[next]?.task ?? null;
}

/** Of several, the predecessor that ends last, as it decides the start; the successor that starts first. */
function neighbour(
  { tasks }: PanelChart,
  { rows, rowOf }: RowLayout,
  task: number,
  back: boolean,
): number | null {
  const { predecessors, successors } = tasks[task]!;
  const distance = (index: number) => (back ? -(tasks[index]!.end ?? 0) : (tasks[index]!.start ?? 0));
  const reachable = (back ? predecessors : successors).filter(
    (index) => rows[rowOf.get(index) ?? -1]?.task === index,
  );
  return reachable.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
