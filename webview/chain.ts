import type { PanelTask } from '../server/lsp/protocol';

type Links = Pick<PanelTask, 'predecessors' | 'successors'>;

/** The task, everything it waits for and everything that waits for it. Cycles end where they began. */
export function chainOf(tasks: readonly Links[], task: number): Set<number> {
  const up = reach(task, (index) => tasks[index]?.predecessors ?? []);
  const down = reach(task, (index) => tasks[index]?.successors ?? []);
  return new Set([...up, ...down]);
}

function reach(from: number, next: (index: number) => readonly number[]): Set<number> {
  const reached = new Set([from]);
  for (const index of reached) for (const other of next(index)) reached.add(other);
  return reached;
}
