import type { Task } from '../analysis';
import type { Draft } from './draft';
import { beginsLine, type Edit, insert, lineAt, lineEnding, remove } from './edits';
import { choice, type Fix } from './problem';
import { taskLabel } from './wording';

/**
 * Moves a task's line, with the comment lines right above it, below the line of another task. Only within a section, and
 * only where no task begins where another one comes to stand above it.
 */
export function moveBelow(draft: Draft, task: Task, target: Task): Fix[] {
  const { text, tasks } = draft;
  if (target.index <= task.index || target.syntax.section !== task.syntax.section) return [];
  const followers = [tasks[task.index + 1], tasks[target.index + 1]];
  // What waits for the task and stands between would then come before it.
  const left = task.successors.some((index) => index < target.index);
  if (left || [task, ...followers].some((other) => other?.startExpression.kind === 'previous')) return [];
  if (![task, target].every(({ syntax }) => beginsLine(text, syntax.span.start))) return [];
  if (sharesItsLine(draft, task) || sharesItsLine(draft, target)) return [];
  const start = firstCommentLine(draft, task);
  const { next, end } = lineAt(text, task.syntax.span.start);
  const below = lineAt(text, target.syntax.span.start);
  const moved = insert(below.end, lineEnding(text) + text.slice(start, end));
  const edits: Edit[] = [remove(start, next), moved];
  return [choice(`Move the task below ${taskLabel(draft, target.index)}`, edits)];
}

function sharesItsLine({ text, tasks }: Draft, { index, syntax }: Task): boolean {
  const following = tasks[index + 1];
  return following !== undefined && following.syntax.span.start < lineAt(text, syntax.span.start).end;
}

/** Where the lines of comments begin that stand right above a task, or the task itself. */
function firstCommentLine({ text }: Draft, { syntax }: Task): number {
  let { start } = lineAt(text, syntax.span.start);
  while (start > 0) {
    const above = lineAt(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
    if (!/^[ \t>]*%%(?!\{)/.test(text.slice(above.start, above.end))) break;
    start = above.start;
  }
  return start;
}
