import type { Draft } from './draft';
import { idListsOf, targetOf } from './idLists';

/** Whether the task at index `task` waits for the one at `other`, directly or by way of others, or is that task. */
export function waitsFor(draft: Draft, task: number, other: number): boolean {
  const seen = new Set([task]);
  for (const index of seen) {
    if (index === other) return true;
    const { until } = idListsOf(draft.tasks[index]!);
    for (const next of draft.tasks[index]!.predecessors) seen.add(next);
    for (const reference of until) {
      const target = targetOf(draft, reference);
      if (target !== null) seen.add(target);
    }
  }
  return false;
}
