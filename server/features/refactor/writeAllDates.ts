import type { Task } from '../../gantt/analysis';
import { type Edit, insert, replace } from '../../gantt/problems/edits';
import { writtenEndDate, writtenStart } from '../../gantt/problems/writeDate';
import type { Refactor, RefactorPlace } from './refactoring';

/** Every task gets its true dates in place of `after`, `until` and durations. Asked for at the chart's head. */
export const writeAllDates: Refactor = (place) => {
  const { chart, statement } = place;
  const [first] = chart.tasks;
  if (!first || statement.span.start >= first.syntax.span.start || statement.kind === 'section') return [];
  const edits = chart.tasks.flatMap((task) => taskEdits(place, task));
  return edits.length === 0
    ? []
    : [{ title: 'Write the dates into the whole chart', kind: 'rewrite', edits }];
};

function taskEdits(
  place: RefactorPlace,
  { syntax, start, end, startExpression, endExpression }: Task,
): Edit[] {
  const { startField, endField } = syntax;
  if (start === null || end === null || syntax.refused || !endField) return [];
  const edits: Edit[] = [];
  const startText = startExpression.kind === 'date' ? null : writtenStart(place, start);
  if (startText !== null) {
    edits.push(
      startField ? replace(startField.span, startText) : insert(endField.span.start, `${startText}, `),
    );
  }
  // What has no length says so best as `0d`.
  const endText = endExpression.kind === 'date' || end === start ? null : writtenEndDate(place, end);
  if (endText !== null) edits.push(replace(endField.span, endText));
  return edits;
}
