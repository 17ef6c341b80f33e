import type { ChartAnalysis, Task } from '../../gantt/analysis';
import { type Edit, insert, replace } from '../../gantt/problems/edits';
import { freeId } from '../../gantt/problems/freeId';
import { writtenStart } from '../../gantt/problems/writeDate';
import { READABLE_ID } from '../place';
import type { Refactor, Refactoring, RefactorPlace } from './refactoring';
import { slugOf } from './slug';

/** Names a task that has no id, and lets the task below start after it by that id. */
export const giveId: Refactor = (place) => {
  const { task, chart } = place;
  if (!task || task.syntax.id || task.syntax.refused || !task.syntax.endField) return [];
  const start = startText(place, task);
  const uses = usesOfCountedIds(chart, task);
  if (start === null || uses === null) return [];

  const id = freeId(chart, slugOf(task.syntax.name.text));
  const { startField, endField } = task.syntax;
  const named = startField
    ? insert(startField.span.start, `${id}, `)
    : insert(endField.span.start, `${id}, ${start}, `);
  const edits = [named, ...uses.map((span) => replace(span, id))];
  const alone: Refactoring = { title: `Give the task an id: ${id}`, kind: 'rewrite', edits };

  const next = chart.tasks[task.index + 1];
  const waits =
    next && next.startExpression.kind === 'previous' && !next.syntax.refused && next.syntax.endField;
  if (!waits) return [alone];
  const after: Edit = insert(waits.span.start, `after ${id}, `);
  const title = `Give the task an id (${id}) and start “${next.syntax.name.text}” after it`;
  return [alone, { title, kind: 'rewrite', edits: [...edits, after] }];
};

/** With an id in front, a start must be written: the task above by its id, or a date. */
function startText(place: RefactorPlace, { index, syntax, start }: Task): string | null {
  if (syntax.startField) return syntax.startField.text;
  const above = place.chart.tasks[index - 1]?.syntax.id?.text;
  if (above !== undefined && READABLE_ID.test(above)) return `after ${above}`;
  return start === null ? null : writtenStart(place, start);
}

/** Where the id is used that Mermaid counted for the task; null where others would be counted anew and are used. */
function usesOfCountedIds({ symbols, tasks }: ChartAnalysis, task: Task) {
  const counted = symbols.references.filter(({ id }) => {
    const owner = symbols.tasksById.get(id)?.at(-1);
    return owner !== undefined && tasks[owner]!.syntax.id === null;
  });
  const own = counted.filter(({ id }) => symbols.tasksById.get(id)?.at(-1) === task.index);
  return own.length === counted.length ? own.map(({ span }) => span) : null;
}
