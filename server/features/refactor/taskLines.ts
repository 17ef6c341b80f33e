import type { ChartAnalysis, Task } from '../../gantt/analysis';
import { beginsLine, lineAt } from '../../gantt/problems/edits';
import type { Span } from '../../gantt/span';

/**
 * The whole lines of a task with the comments right above it, without the last line end. Null where something else
 * shares a line with it.
 */
export function taskLines(text: string, { statements }: ChartAnalysis, { syntax }: Task): Span | null {
  const { span } = syntax;
  const line = lineAt(text, span.start);
  if (!beginsLine(text, span.start) || text.slice(span.end, line.end).trim() !== '') return null;
  let start = line.start;
  for (let index = statements.indexOf(syntax) - 1; index >= 0; index--) {
    const { kind, span: above } = statements[index]!;
    if (kind !== 'comment' || !/^\r?\n?$/.test(text.slice(lineAt(text, above.start).end, start))) break;
    start = lineAt(text, above.start).start;
  }
  return { start, end: line.end };
}

/** Whether moving the task changes nothing else: no task starts where the one above it ends, no id is counted or double. */
export function isMovable(
  { tasks, symbols }: ChartAnalysis,
  { index, syntax, startExpression }: Task,
): boolean {
  if (syntax.refused || startExpression.kind === 'previous') return false;
  if (tasks[index + 1]?.startExpression.kind === 'previous') return false;
  if (syntax.id) return symbols.tasksById.get(syntax.id.text)?.length === 1;
  return !symbols.references.some(({ id }) => /^task\d+$/.test(id));
}
