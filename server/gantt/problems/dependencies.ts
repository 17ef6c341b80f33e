import type { Task } from '../analysis';
import { taskWithId } from '../symbols';
import type { IdReference } from '../syntax';
import type { Draft } from './findProblems';
import { type Problem, problem } from './problem';
import { suggestIds } from './suggestIds';
import { dateWords, listed, quoted, taskLabel } from './wording';

/** References that lead nowhere, round in circles, or past what Mermaid waits for. */
export function dependencyProblems(draft: Draft): Problem[] {
  return [
    ...draft.tasks.flatMap((task) => unknownTasks(draft, task)),
    ...draft.truth.cycles.map((cycle) => cyclicDependency(draft, cycle)),
    ...draft.tasks.flatMap((task) => ignoredPredecessors(draft, task)),
  ];
}

function references({ startExpression, endExpression }: Pick<Task, 'startExpression' | 'endExpression'>) {
  return {
    after: startExpression.kind === 'after' ? startExpression.ids : [],
    until: endExpression.kind === 'until' ? endExpression.ids : [],
  };
}

function unknownTasks(draft: Draft, task: Task): Problem[] {
  const { after, until } = references(task);
  return [after, until].flatMap((ids) => {
    const unknown = ids.filter(({ id }) => taskWithId(draft.symbols, id) === null);
    return unknown.map((reference) => unknownTask(draft, reference, unknown.length === ids.length));
  });
}

function unknownTask(draft: Draft, reference: IdReference, alone: boolean): Problem {
  const { id, span, role } = reference;
  const edge = role === 'after' ? 'starts' : 'ends';
  const effect = alone
    ? `so Mermaid ${edge} this task on ${dateWords(draft, draft.dates.today)}`
    : 'so Mermaid leaves it out';
  const suggestions = suggestIds(id, reference.task, draft.read);
  const hint = suggestions.length === 0 ? '' : ` Did you mean ${listed(suggestions.map(quoted), 'or')}?`;
  return problem('unknown-task', span, `No task has the id ${quoted(id)}, ${effect}.${hint}`, {
    fixes: () =>
      suggestions.map((suggestion, index) => ({
        title: `Change to ${quoted(suggestion)}`,
        edits: [{ span, text: suggestion }],
        preferred: index === 0,
      })),
  });
}

function cyclicDependency(draft: Draft, cycle: readonly number[]): Problem {
  const members = new Set(cycle);
  const first = draft.tasks[cycle[0]!]!;
  const { after, until } = references(first);
  const link = [...after, ...until].find(({ id }) => members.has(taskWithId(draft.symbols, id) ?? -1));
  const names = [...cycle, cycle[0]!].map((index) => taskLabel(draft, index));
  return problem(
    'cyclic-dependency',
    link?.span ?? first.syntax.name.span,
    cycle.length === 1
      ? `${names[0]} waits for itself, so it has no date and Mermaid draws it nowhere.`
      : `${listed([...new Set(names)])} wait for each other, so none of them has a date.`,
    {
      related: cycle.slice(1).map((index) => ({
        span: draft.tasks[index]!.syntax.span,
        message: `${taskLabel(draft, index)} is part of the cycle`,
      })),
    },
  );
}

/**
 * Mermaid stops as soon as every task has some date, not when the dates have settled, so it can miss what is written
 * further down. Only the task that is misled itself is reported, not those that follow it.
 */
function ignoredPredecessors(draft: Draft, task: Task): Problem[] {
  const { dates, failure } = draft.drawing;
  const own = dates[task.index]!;
  if (failure || task.provisional || own.start === undefined || own.end === undefined) return [];
  const { after, until } = references(task);
  const target = ({ id }: IdReference) => taskWithId(draft.symbols, id) ?? -1;
  const late = after.filter((reference) => (dates[target(reference)]?.end ?? own.start!) > own.start!);
  const early = until.filter((reference) => (dates[target(reference)]?.start ?? own.end!) < own.end!);
  return [
    ...late.map((reference) => ignored(draft, reference, target(reference), own.start!, task.start)),
    ...early.map((reference) => ignored(draft, reference, target(reference), own.end!, task.end)),
  ];
}

function ignored(
  draft: Draft,
  { id, span, role }: IdReference,
  target: number,
  drawn: number,
  truth: number | null,
): Problem {
  const edge = role === 'after' ? 'starts' : 'ends';
  const correct = truth === null ? '' : `, not on ${dateWords(draft, truth)}`;
  return problem(
    'ignored-predecessor',
    span,
    `Mermaid does not wait for ${quoted(id)}, which is written further down: it ${edge} this task on ${dateWords(draft, drawn)}${correct}.`,
    { related: [{ span: draft.tasks[target]!.syntax.span, message: `${quoted(id)} is written here` }] },
  );
}
