import type { Task } from '../../gantt/analysis';
import { insert, replace } from '../../gantt/problems/edits';
import { writtenStart } from '../../gantt/problems/writeDate';
import { reachOf } from '../completion/reach';
import { READABLE_ID, tasksWithId } from '../place';
import type { Refactor, Refactoring, RefactorPlace } from './refactoring';

/** More would be a list to read, not an action to take. */
const MOST_PREDECESSORS = 3;

/** A start after other tasks becomes a date, and a date the end of a task that ends there. */
export const startByDateOrTask: Refactor = (place) => {
  const { task } = place;
  if (!task || task.syntax.refused || task.start === null) return [];
  return task.startExpression.kind === 'date' ? byTask(place, task) : byDate(place, task, task.start);
};

function byDate(place: RefactorPlace, { syntax }: Task, start: number): Refactoring[] {
  const text = writtenStart(place, start);
  const { startField, endField } = syntax;
  if (text === null || !endField) return [];
  const edit = startField ? replace(startField.span, text) : insert(endField.span.start, `${text}, `);
  return [{ title: `Write the start as a date: ${text}`, kind: 'rewrite', edits: [edit] }];
}

function byTask({ chart }: RefactorPlace, task: Task): Refactoring[] {
  const field = task.syntax.startField;
  if (!field) return [];
  const reach = reachOf(chart, task.index, task.syntax.id?.text ?? null);
  const fits = ({ syntax, end, index }: Task) => {
    const id = syntax.id?.text ?? '';
    const alone = tasksWithId(chart, id).length === 1;
    return (
      index !== task.index &&
      end === task.start &&
      READABLE_ID.test(id) &&
      alone &&
      !reach.cycleByAfter(index)
    );
  };
  const away = ({ section, index }: Task) =>
    (section?.index === task.section?.index ? 0 : chart.tasks.length) + Math.abs(index - task.index);
  return chart.tasks
    .filter(fits)
    .sort((a, b) => away(a) - away(b))
    .slice(0, MOST_PREDECESSORS)
    .map(({ syntax }) => ({
      title: `Start after “${syntax.name.text}” (${syntax.id!.text}), which ends then`,
      kind: 'rewrite',
      edits: [replace(field.span, `after ${syntax.id!.text}`)],
    }));
}
