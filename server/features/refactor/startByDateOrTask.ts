import type { Task } from '../../gantt/analysis';
import { insert, replace } from '../../gantt/problems/edits';
import { writtenStart } from '../../gantt/problems/writeDate';
import { endingThen } from '../endingThen';
import type { Refactor, Refactoring, RefactorPlace } from './refactoring';

/** More would be a list to read, not an action to take. */
const MOST_PREDECESSORS = 3;

/** A start after other tasks becomes a date, and a date the end of a task that ends there. */
export const startByDateOrTask: Refactor = (place) => {
  const { task } = place;
  if (!task || task.syntax.refused || task.start === null) return [];
  return task.startExpression.kind === 'date'
    ? byTask(place, task, task.start)
    : byDate(place, task, task.start);
};

function byDate(place: RefactorPlace, { syntax }: Task, start: number): Refactoring[] {
  const text = writtenStart(place, start);
  const { startField, endField } = syntax;
  if (text === null || !endField) return [];
  const edit = startField ? replace(startField.span, text) : insert(endField.span.start, `${text}, `);
  return [{ title: `Write the start as a date: ${text}`, kind: 'rewrite', edits: [edit] }];
}

function byTask({ chart }: RefactorPlace, task: Task, start: number): Refactoring[] {
  const field = task.syntax.startField;
  if (!field) return [];
  return endingThen(chart, task, start)
    .slice(0, MOST_PREDECESSORS)
    .map(({ syntax }) => ({
      title: `Start after “${syntax.name.text}” (${syntax.id!.text}), which ends then`,
      kind: 'rewrite',
      edits: [replace(field.span, `after ${syntax.id!.text}`)],
    }));
}
