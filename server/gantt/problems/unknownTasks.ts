import type { Task } from '../analysis';
import { taskWithId } from '../symbols';
import type { IdReference } from '../syntax';
import type { Draft } from './draft';
import { idListsOf } from './idLists';
import { type Problem, problem } from './problem';
import { waitsFor } from './reach';
import { type KnownIds, knownIds, likeness, SIBLING, type Suggestion, suggestIds } from './suggestIds';
import { isLag, isTruncated } from './truncatedIds';
import { unknownTaskFixes } from './unknownTaskFixes';
import { dateWords, listed, quoted } from './wording';

/** Looking for likely ids takes time with each unknown id and each task: in a huge chart only the first ids get any. */
const MOST_COMPARISONS = 100_000;

/** An id that no task of the chart has. */
export interface UnknownId {
  readonly reference: IdReference;
  /** The list it stands in. */
  readonly list: readonly IdReference[];
  readonly suggestions: readonly Suggestion[];
  /** A task without an id whose name this is. */
  readonly named: Task | null;
  /** An id that two tasks have, one of which may have been meant to have this one; null where there is none. */
  readonly twins: string | null;
}

/** Ids in `after` and `until` lists that no task of the chart has. */
export function unknownTaskProblems(draft: Draft): Problem[] {
  const { symbols, tasks } = draft;
  const names = tasksByName(draft);
  const doubled = [...symbols.tasksById].flatMap(([id, indexes]) => (indexes.length > 1 ? id : []));
  const known = knownIds(draft.read);
  let budget = MOST_COMPARISONS;
  return tasks.flatMap((task) => {
    const { after, until } = idListsOf(task);
    return [after, until].flatMap((list) => {
      const unknown = list.filter((reference) => isUnknown(draft, task, reference));
      const alone = list.every(({ id }) => taskWithId(symbols, id) === null);
      const listedIds = new Set(list.map(({ id }) => id));
      return unknown.flatMap((reference) => {
        budget -= tasks.length;
        const found: UnknownId = {
          reference,
          list,
          suggestions: budget < 0 ? [] : suggestionsFor(draft, known, task, listedIds, reference),
          named: names.get(plainName(reference.id)) ?? null,
          twins: doubled.find((id) => likeness(reference.id, id) === SIBLING) ?? null,
        };
        return [unknownTask(draft, found, alone), ...leakedId(draft, reference)];
      });
    });
  });
}

/** Ids that Mermaid cuts short, and a lag it takes for ids, are problems of their own. */
function isUnknown(draft: Draft, task: Task, reference: IdReference): boolean {
  return (
    taskWithId(draft.symbols, reference.id) === null &&
    !isTruncated(task, reference) &&
    !isLag(task, reference)
  );
}

function suggestionsFor(
  draft: Draft,
  known: KnownIds,
  task: Task,
  listedIds: ReadonlySet<string>,
  { id }: IdReference,
): readonly Suggestion[] {
  return suggestIds(id, known, task.syntax.section, (candidate) => {
    const target = taskWithId(draft.symbols, candidate);
    return target !== null && !listedIds.has(candidate) && !waitsFor(draft, target, task.index);
  });
}

function unknownTask(draft: Draft, found: UnknownId, alone: boolean): Problem {
  const { id, span, role } = found.reference;
  const edge = role === 'after' ? 'starts' : 'ends';
  const effect = alone
    ? `so Mermaid ${edge} this task on ${dateWords(draft, draft.dates.today)}`
    : `so Mermaid ${edge} this task by the other ids alone`;
  return problem('unknown-task', span, `No task has the id ${quoted(id)}, ${effect}.${hintFor(found)}`, {
    fixes: () => unknownTaskFixes(draft, found),
  });
}

function hintFor({ suggestions, named, twins }: UnknownId): string {
  if (suggestions.length > 0) {
    return ` Did you mean ${listed(
      suggestions.map(({ id }) => quoted(id)),
      'or',
    )}?`;
  }
  if (named) return ` The task “${named.syntax.name.text}” has this name, but no id.`;
  return twins === null
    ? ''
    : ` More than one task has the id ${quoted(twins)}: was one of them meant to have this one?`;
}

/** Mermaid forgets no id while a page is open: on some hosts an earlier chart's task is found, on others none. */
function leakedId({ earlier }: Draft, { id, span }: IdReference): Problem[] {
  const owner = earlier.findLast(({ symbols }) => taskWithId(symbols, id) !== null);
  const task = owner?.tasks[taskWithId(owner.symbols, id) ?? -1];
  if (!task) return [];
  const message = `An earlier chart of this document has a task ${quoted(id)}: a page that draws both charts takes that one, a page that draws each by itself takes today. Give this chart a task of its own.`;
  return [
    problem('leaked-id', span, message, {
      related: [
        {
          span: task.syntax.id?.span ?? task.syntax.name.span,
          message: `${quoted(id)} of the earlier chart`,
        },
      ],
    }),
  ];
}

/** The tasks without an id by their name; names that two of them have say nothing. */
function tasksByName({ tasks }: Draft): ReadonlyMap<string, Task | null> {
  const found = new Map<string, Task | null>();
  for (const task of tasks) {
    if (task.syntax.id) continue;
    const name = plainName(task.syntax.name.text);
    found.set(name, found.has(name) ? null : task);
  }
  return found;
}

export function plainName(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
