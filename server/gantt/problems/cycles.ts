import type { Task } from '../analysis';
import { dependencyOrder } from '../dependencyOrder';
import type { IdReference } from '../syntax';
import type { Draft } from './draft';
import { replace } from './edits';
import { idListsOf, listWith, targetOf, withoutIds } from './idLists';
import { choice, type Fix, type Problem, preferred, problem, snippet, snippetText } from './problem';
import { listed, quoted, taskLabel } from './wording';
import { writtenStart } from './writeDate';

/** Names beyond these few make a message that nobody reads. */
const MOST_NAMED = 12;

/** A step of a cycle: the task waits for the next one by this reference; null where it just follows the one above. */
interface Step {
  readonly task: number;
  readonly reference: IdReference | null;
}

/** Tasks that wait for each other in a circle. Each circle is one problem, at the reference that closes it. */
export function cycleProblems(draft: Draft): Problem[] {
  return draft.truth.cycles.map((members) => cyclicDependency(draft, shortestCycle(draft, members)));
}

function cyclicDependency(draft: Draft, steps: readonly Step[]): Problem {
  const { tasks } = draft;
  const closing =
    steps.find((step) => step.reference && targetOf(draft, step.reference)! >= step.task) ?? steps[0]!;
  const { name } = tasks[closing.task]!.syntax;
  return problem('cyclic-dependency', closing.reference?.span ?? name.span, messageFor(draft, steps), {
    related: steps.flatMap(({ task, reference }, index) => {
      if (steps.length === 1) return [];
      const next = steps[(index + 1) % steps.length]!;
      return {
        span: reference?.span ?? tasks[task]!.syntax.name.span,
        message: `${taskLabel(draft, task)} waits for ${taskLabel(draft, next.task)}`,
      };
    }),
    fixes: () => [...removals(draft, steps, closing), ...startByDate(draft, closing)],
  });
}

function messageFor(draft: Draft, steps: readonly Step[]): string {
  const names = steps.map(({ task }) => taskLabel(draft, task));
  if (names.length === 1) {
    return `${names[0]} waits for itself, so it has no date and Mermaid does not draw it. Remove the reference.`;
  }
  const shown =
    names.length <= MOST_NAMED ? names : [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`];
  const round = names.length <= MOST_NAMED ? `, and ${names.at(-1)} waits for ${names[0]} again` : '';
  const chain =
    names.length === 2 ? `${names[0]} waits for ${names[1]}` : `${listed(shown)} wait each for the next`;
  return `${chain}${round}: none of them has a date, and Mermaid draws none of them. Remove one of the references.`;
}

/** The shortest way round, beginning at the first member in the order of the file. */
function shortestCycle(draft: Draft, members: readonly number[]): Step[] {
  const inside = new Set(members);
  const first = members[0]!;
  const cameBy = new Map<number, Step>();
  const queue = [first];
  for (const task of queue) {
    for (const [next, reference] of links(draft, task)) {
      if (!inside.has(next)) continue;
      if (next === first) return pathTo(cameBy, first, { task, reference });
      if (cameBy.has(next)) continue;
      cameBy.set(next, { task, reference });
      queue.push(next);
    }
  }
  return [{ task: first, reference: null }];
}

function pathTo(cameBy: ReadonlyMap<number, Step>, first: number, last: Step): Step[] {
  const steps = [last];
  for (let task = last.task; task !== first; ) {
    const step = cameBy.get(task)!;
    steps.unshift(step);
    task = step.task;
  }
  return steps;
}

/** What a task waits for, with the reference that says so. */
function links(draft: Draft, index: number): [number, IdReference | null][] {
  const task = draft.tasks[index]!;
  const { after, until } = idListsOf(task);
  const found = [...after, ...until].flatMap((reference): [number, IdReference][] => {
    const target = targetOf(draft, reference);
    return target === null ? [] : [[target, reference]];
  });
  return task.startExpression.kind === 'previous' && index > 0 ? [[index - 1, null], ...found] : found;
}

/** Takes one id out of a list that keeps others; of several, the one that closes the cycle is preferred. */
function removals(draft: Draft, steps: readonly Step[], closing: Step): Fix[] {
  const found = steps.flatMap(({ reference }) => {
    const list = reference ? listWith(draft, reference) : [];
    if (!reference || list.length < 2 || !breaks(draft, steps, reference)) return [];
    const title = `Remove ${quoted(reference.id)} from what ${taskLabel(draft, reference.task!)} waits for`;
    const edits = withoutIds(list, (other) => other === reference);
    return reference === closing.reference ? preferred(title, edits) : choice(title, edits);
  });
  return found.sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

/** Whether the tasks hang together in no other way once the reference is gone. */
function breaks(draft: Draft, steps: readonly Step[], gone: IdReference): boolean {
  const members = draft.truth.cycles.find((cycle) => cycle.includes(steps[0]!.task)) ?? [];
  const position = new Map(members.map((task, index) => [task, index]));
  const parts = dependencyOrder(members.length, (node) =>
    links(draft, members[node]!).flatMap(([next, reference]) =>
      reference === gone ? [] : (position.get(next) ?? []),
    ),
  );
  const loops = (task: number) =>
    links(draft, task).some(([next, reference]) => next === task && reference !== gone);
  return parts.every((part) => part.length === 1 && !loops(members[part[0]!]!));
}

function startByDate(draft: Draft, { task, reference }: Step): Fix[] {
  const { startExpression }: Task = draft.tasks[task]!;
  if (reference?.role !== 'after' || startExpression.kind !== 'after') return [];
  const date = writtenStart(draft, draft.dates.today);
  if (date === null) return [];
  return [snippet('Start on a date', [replace(startExpression.span, `\${1:${snippetText(date)}}`)])];
}
