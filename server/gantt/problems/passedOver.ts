import type { Task } from '../analysis';
import { type DrawnDates, draw } from '../drawn';
import type { ReadTask } from '../symbols';
import type { EndExpression, IdReference, StartExpression } from '../syntax';
import type { Draft } from './draft';
import { replace } from './edits';
import { idListsOf, targetOf } from './idLists';
import { moveBelow } from './moveLine';
import { choice, type Fix, type Problem, problem } from './problem';
import { dateWords, listed, quoted } from './wording';
import { writtenEndDate, writtenStart } from './writeDate';

/**
 * Tasks that Mermaid dates before those they wait for. It goes through the file and stops as soon as every task has
 * some date, so it can miss what is written further down, and gives up on long chains of such references.
 */
export function passedOverProblems(draft: Draft): Problem[] {
  const drawn = drawnWithout(draft);
  return draft.tasks.flatMap((task) => {
    const own = drawn[task.index]!;
    if (task.provisional || task.start === null || task.end === null) return [];
    if (own.start === undefined || own.end === undefined) return unresolved(draft, task, drawn);
    return ignored(draft, task, drawn);
  });
}

/** What Mermaid would draw if nothing stopped it: a start that it cannot read must not hide the other lines' problems. */
function drawnWithout({ read, symbols, dates, days, drawing, tasks }: Draft): readonly DrawnDates[] {
  if (!drawing.failure || drawing.failure.kind === 'excludes-everything') return drawing.dates;
  const dated = read.map((task, index): ReadTask => {
    const { startExpression: start, endExpression: end } = task;
    const invalid = start.kind === 'invalid' || (start.kind === 'previous' && index === 0);
    const time = tasks[index]!.start ?? dates.today;
    return {
      ...task,
      startExpression: invalid ? { kind: 'date', span: start.span, time } : start,
      endExpression: end.kind === 'invalid' ? { ...end, refused: false } : end,
    };
  });
  return draw(dated, symbols, dates, days).dates;
}

/** Only the task that is misled itself is reported, not those that follow it. */
function ignored(draft: Draft, task: Task, drawn: readonly DrawnDates[]): Problem[] {
  const own = drawn[task.index]!;
  const { after, until } = idListsOf(task);
  const dateOf = (reference: IdReference) => drawn[targetOf(draft, reference) ?? -1];
  const late = after.filter((reference) => (dateOf(reference)?.end ?? own.start!) > own.start!);
  const early = isPushed(draft, task, own)
    ? []
    : until.filter((reference) => (dateOf(reference)?.start ?? own.end!) < own.end!);
  return [
    ...(late.length > 0 && own.start !== task.start
      ? [ignoredIds(draft, task, late, own.start!, task.start!)]
      : []),
    ...(early.length > 0 && own.end !== task.end
      ? [ignoredIds(draft, task, early, own.end!, task.end!)]
      : []),
  ];
}

/** Excluded days move the end as well, which is another problem. */
function isPushed({ days }: Draft, { start, end }: Task, own: DrawnDates): boolean {
  try {
    return own.start === start && days.any && days.push(start!, end!) === own.end;
  } catch {
    return false;
  }
}

function ignoredIds(
  draft: Draft,
  task: Task,
  references: readonly IdReference[],
  drawn: number,
  truth: number,
): Problem {
  const { role, span } = references[0]!;
  const ids = listed(references.map(({ id }) => quoted(id)));
  const verb = role === 'after' ? 'starts' : 'ends';
  const message = `Mermaid does not wait for ${ids}, written further down: it ${verb} this task on ${dateWords(draft, drawn)}, not on ${dateWords(draft, truth)}. Write the ids in another order, or the task below.`;
  return problem('ignored-predecessor', span, message, {
    related: written(draft, references),
    fixes: () =>
      [
        ...reordered(draft, task, role as 'after' | 'until'),
        ...moveBelow(draft, task, furthestTarget(draft, task)),
        ...byDate(draft, task, role as 'after' | 'until'),
      ].map((fix, index) => ({ ...fix, preferred: index === 0 })),
  });
}

function unresolved(draft: Draft, task: Task, drawn: readonly DrawnDates[]): Problem[] {
  const own = drawn[task.index]!;
  const role = own.start === undefined ? 'after' : 'until';
  const waiting = idListsOf(task)[role].filter(
    (reference) => (targetOf(draft, reference) ?? -1) > task.index,
  );
  const [first] = waiting;
  if (!first) return [];
  const message = `Mermaid gives up on this task and does not draw it: ${quoted(first.id)} is written further down, and waits for others further down in turn. Write the task below what it waits for.`;
  return [
    problem('unresolved-chain', first.span, message, {
      related: written(draft, waiting),
      fixes: () =>
        [...moveBelow(draft, task, furthestTarget(draft, task)), ...byDate(draft, task, role)].map(
          (fix, index) => ({
            ...fix,
            preferred: index === 0,
          }),
        ),
    }),
  ];
}

function written(draft: Draft, references: readonly IdReference[]) {
  return references.map((reference) => ({
    span: draft.tasks[targetOf(draft, reference)!]!.syntax.span,
    message: `${quoted(reference.id)} is written here`,
  }));
}

function furthestTarget(draft: Draft, task: Task): Task {
  const { after, until } = idListsOf(task);
  const targets = [...after, ...until].map((reference) => targetOf(draft, reference) ?? -1);
  return draft.tasks[Math.max(task.index, ...targets)]!;
}

/**
 * Mermaid compares the ids of a list with the first, and waits as long as that one has no date: with another id first it
 * waits for all. Only an order after which everything is drawn where it belongs is offered.
 */
function reordered(draft: Draft, task: Task, role: 'after' | 'until'): Fix[] {
  const list = idListsOf(task)[role];
  const ids = list.map(({ id }) => id);
  for (const first of list.toReversed()) {
    if (first === list[0]) continue;
    const order = [first, ...list.filter((other) => other !== first)];
    if (!drawnRight(draft, task, role, order)) continue;
    const edits = list.flatMap(({ span }, index) =>
      order[index]!.id === ids[index] ? [] : replace(span, order[index]!.id),
    );
    return [choice(`Write ${quoted(first.id)} first, so that Mermaid waits for it`, edits)];
  }
  return [];
}

function drawnRight(
  draft: Draft,
  { index, start, end }: Task,
  role: 'after' | 'until',
  ids: readonly IdReference[],
): boolean {
  const read = draft.read.map((task): ReadTask => {
    if (task.syntax.index !== index) return task;
    return role === 'after'
      ? { ...task, startExpression: { ...task.startExpression, ids } as StartExpression }
      : { ...task, endExpression: { ...task.endExpression, ids } as EndExpression };
  });
  const changed: Draft = { ...draft, read };
  const own = drawnWithout({ ...changed, drawing: draw(read, draft.symbols, draft.dates, draft.days) })[
    index
  ]!;
  return own.start === start && own.end === end;
}

function byDate(draft: Draft, task: Task, role: 'after' | 'until'): Fix[] {
  const { startExpression, endExpression, start, end } = task;
  const date = role === 'after' ? writtenStart(draft, start!) : writtenEndDate(draft, end!);
  if (date === null) return [];
  const { span } = role === 'after' ? startExpression : endExpression;
  return [choice(`Write the date, ${date}, instead`, [replace(span, date)])];
}
