import type { Task } from '../analysis';
import { taskWithId } from '../symbols';
import type { IdReference } from '../syntax';
import type { Draft } from './draft';
import { type Edit, remove } from './edits';

/** The lists of ids that a task waits for: its `after` and its `until`. */
export function idListsOf({
  startExpression,
  endExpression,
}: Pick<Task, 'startExpression' | 'endExpression'>) {
  return {
    after: startExpression.kind === 'after' ? startExpression.ids : [],
    until: endExpression.kind === 'until' ? endExpression.ids : [],
  };
}

/** The list that a reference stands in; that of a `click` is not asked for. */
export function listWith({ tasks }: Draft, { task, role }: IdReference): readonly IdReference[] {
  return task === null || role === 'click' ? [] : idListsOf(tasks[task]!)[role];
}

/** Index of the task that a reference means, null where there is none. */
export function targetOf({ symbols }: Pick<Draft, 'symbols'>, { id }: IdReference): number | null {
  return taskWithId(symbols, id);
}

/** Takes ids out of a list, each with the blanks that part it from its neighbour. At least one id must stay. */
export function withoutIds(list: readonly IdReference[], gone: (reference: IdReference) => boolean): Edit[] {
  const firstKept = list.findIndex((reference) => !gone(reference));
  return list.flatMap((reference, index) => {
    if (!gone(reference)) return [];
    return index < firstKept
      ? remove(reference.span.start, list[index + 1]!.span.start)
      : remove(list[index - 1]!.span.end, reference.span.end);
  });
}
