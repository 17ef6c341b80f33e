import { replace } from '../../gantt/problems/edits';
import { writtenEndDate } from '../../gantt/problems/writeDate';
import type { Refactor } from './refactoring';
import { writtenDuration } from './writtenDuration';

/** A duration becomes the end date that it leads to, an end date the duration up to it. */
export const durationOrEnd: Refactor = (place) => {
  const { task } = place;
  const field = task?.syntax.endField;
  if (!task || !field || task.syntax.refused || task.start === null || task.end === null) return [];
  const { kind } = task.endExpression;
  const text =
    kind === 'duration'
      ? writtenEndDate(place, task.end)
      : kind === 'date'
        ? writtenDuration(place, task.start, task.end)
        : null;
  if (text === null) return [];
  const title =
    kind === 'duration' ? `Write the end as a date: ${text}` : `Write the end as a duration: ${text}`;
  return [{ title, kind: 'rewrite', edits: [replace(field.span, text)] }];
};
