import type { Task } from '../analysis';
import type { Draft } from './draft';
import { insert, replace } from './edits';
import { choice, type Fix, type Problem, problem } from './problem';
import { dateWords, quoted, taskLabel } from './wording';
import { writtenStart } from './writeDate';

const DAY = 86_400_000;

/** Milestones away from their date, and markers that push the task below them. */
export function milestoneProblems(draft: Draft): Problem[] {
  return draft.tasks.flatMap((task) => [...offCentre(draft, task), ...vertAsPrevious(draft, task)]);
}

/** A milestone is a point in the middle of its time; up to a day, nobody sees the difference. */
function offCentre(draft: Draft, { milestone, start, end, endExpression }: Task): Problem[] {
  if (!milestone || start === null || end === null || end - start <= DAY + 3_600_000) return [];
  const { dates } = draft;
  const middle = start + (end - start) / 2;
  if (Math.floor(dates.toWall(middle) / DAY) === Math.floor(dates.toWall(start) / DAY)) return [];
  const message = `Mermaid draws a milestone in the middle of its time: this one stands at ${dates.format(middle, 'D MMMM YYYY')}, neither at its start nor at its end. Give it no length (${quoted('0d')}).`;
  return [
    problem('off-centre-milestone', endExpression.span, message, {
      fixes: () => [choice('Change to `0d`', [replace(endExpression.span, '0d')])],
    }),
  ];
}

/** A `vert` takes no row of its own, so the task below it seems to follow the one above it. */
function vertAsPrevious(draft: Draft, { index, startExpression, syntax, start }: Task): Problem[] {
  const above = draft.tasks[index - 1];
  const { endField } = syntax;
  if (startExpression.kind !== 'previous' || !above || !endField || start === null) return [];
  if (!isVert(above)) return [];
  const row = draft.tasks.slice(0, index).findLast((task) => !isVert(task));
  if (!row || row.end === start) return [];
  const message = `This has no start of its own, so it starts where the vertical line ${taskLabel(draft, above.index)} above it stands, on ${dateWords(draft, start)}. Write its start.`;
  return [
    problem('vert-as-previous', endField.span, message, {
      related: [{ span: above.syntax.span, message: 'This vertical line counts as the task above' }],
      fixes: () => vertFixes(draft, row, start, endField.span.start),
    }),
  ];
}

export function isVert({ syntax }: Pick<Task, 'syntax'>): boolean {
  return syntax.tags.some(({ tag }) => tag === 'vert');
}

function vertFixes(draft: Draft, row: Task, start: number, offset: number): Fix[] {
  const fixes: Fix[] = [];
  const id = row.syntax.id?.text;
  if (id && /^[\w-]+$/.test(id) && draft.symbols.tasksById.get(id)?.at(-1) === row.index) {
    fixes.push(choice(`Start after ${taskLabel(draft, row.index)}`, [insert(offset, `after ${id}, `)]));
  } else {
    const date = row.end === null ? null : writtenStart(draft, row.end);
    if (date)
      fixes.push(
        choice(`Start when ${taskLabel(draft, row.index)} ends, ${date}`, [insert(offset, `${date}, `)]),
      );
  }
  const kept = writtenStart(draft, start);
  if (kept !== null) fixes.push(choice(`Write the start as it is, ${kept}`, [insert(offset, `${kept}, `)]));
  return fixes;
}
