import type { Task } from '../analysis';
import type { ClickStatement, IdReference } from '../syntax';
import type { Draft } from './draft';
import { commentOut, type Edit } from './edits';
import { idListsOf, targetOf, withoutIds } from './idLists';
import { type Fix, preferred } from './problem';

/**
 * Turns a task into a `%%` comment, so that the chart draws without it. What hangs on that task alone has no date
 * either and goes with it; where others are waited for too, only the id goes. The true dates of all other tasks stay.
 * Null where that cannot be done: the task shares its line, or ids that Mermaid numbers would change.
 */
export function setAside(draft: Draft, index: number): Fix | null {
  const gone = withDependents(draft, index);
  if (renumbers(draft, gone)) return null;
  const edits: Edit[] = [];
  for (const task of draft.tasks) {
    const made = gone.has(task.index) ? commentTask(draft, task) : shortenLists(draft, task, gone);
    if (made === null) return null;
    edits.push(...made);
  }
  for (const statement of draft.statements) {
    if (statement.kind !== 'click') continue;
    const made = shortenClick(draft, statement, gone);
    if (made === null) return null;
    edits.push(...made);
  }
  return preferred(title(gone.size - 1), edits);
}

/** The same among other fixes, which are likelier. */
export function asideUnasked(draft: Draft, index: number): Fix[] {
  const fix = setAside(draft, index);
  return fix ? [{ ...fix, preferred: false }] : [];
}

function title(others: number): string {
  if (others === 0) return 'Make the line a comment until the date is known';
  const more = others === 1 ? 'the task that waits' : `the ${others} tasks that wait`;
  return `Make the line and ${more} for it comments until the date is known`;
}

/** The task and those whose dates would change without it. */
function withDependents(draft: Draft, index: number): Set<number> {
  const gone = new Set([index]);
  for (let before = 0; before < gone.size; ) {
    before = gone.size;
    for (const task of draft.tasks) if (!staysWithout(draft, task, gone)) gone.add(task.index);
  }
  return gone;
}

function staysWithout(draft: Draft, { index, ...task }: Task, gone: ReadonlySet<number>): boolean {
  const { startExpression, endExpression, start, end } = task;
  const { after, until } = idListsOf(task);
  const isGone = (reference: IdReference) => gone.has(targetOf(draft, reference) ?? -1);
  if (startExpression.kind === 'previous' && gone.has(index - 1)) {
    let above = index - 1;
    while (gone.has(above)) above--;
    if (start === null || draft.tasks[above]?.end !== start) return false;
  }
  if (after.some(isGone)) {
    const left = after.filter((reference) => !isGone(reference));
    const ends = left.map((reference) => draft.tasks[targetOf(draft, reference) ?? -1]?.end ?? -Infinity);
    if (left.length === 0 || (start !== null && Math.max(...ends) !== start)) return false;
  }
  if (endExpression.kind === 'until' && until.some(isGone)) {
    const left = until.filter((reference) => !isGone(reference));
    const starts = left.map((reference) => draft.tasks[targetOf(draft, reference) ?? -1]?.start ?? Infinity);
    if (left.length === 0 || (end !== null && Math.min(...starts) !== end)) return false;
  }
  return true;
}

/** Mermaid counts the tasks without an id; a reference to `task3` would come to mean another task. */
function renumbers({ tasks, symbols }: Draft, gone: ReadonlySet<number>): boolean {
  const counted = /^task\d+$/;
  if (![...gone].some((index) => tasks[index]!.syntax.id === null)) return false;
  return (
    symbols.references.some(({ id }) => counted.test(id)) ||
    tasks.some(({ syntax }) => counted.test(syntax.id?.text ?? ''))
  );
}

function commentTask({ text }: Draft, { syntax }: Task): Edit[] | null {
  const edit = commentOut(text, syntax.span.start);
  return edit && [edit];
}

function shortenLists(draft: Draft, task: Task, gone: ReadonlySet<number>): Edit[] {
  const { after, until } = idListsOf(task);
  const isGone = (reference: IdReference) => gone.has(targetOf(draft, reference) ?? -1);
  return [after, until].flatMap((list) => withoutIds(list, isGone));
}

function shortenClick(draft: Draft, { ids, span }: ClickStatement, gone: ReadonlySet<number>): Edit[] | null {
  const isGone = (reference: IdReference) => gone.has(targetOf(draft, reference) ?? -1);
  if (!ids.every(isGone)) return withoutIds(ids, isGone);
  const edit = ids.length === 0 ? null : commentOut(draft.text, span.start);
  return ids.length === 0 ? [] : edit && [edit];
}
