import type { Task } from '../analysis';
import type { Piece } from '../span';
import { taskWithId } from '../symbols';
import type { IdReference } from '../syntax';
import type { Draft } from './draft';
import { type Edit, remove, replace } from './edits';
import { freeId } from './freeId';
import { idListsOf, targetOf } from './idLists';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { dateWords, listed, quoted } from './wording';
import { writtenStart } from './writeDate';

const SEPARATED = /^[&+/|]\s*[\w-]/;
const LAG = /^([+-])\s*(\d+(?:\.\d+)?)\s*(ms|[Mdhmswy])?$/;

/** What an `after` or `until` list says that Mermaid does not read: the rest of an id, or a lag behind the ids. */
export function unreadProblems(draft: Draft): Problem[] {
  return draft.tasks.flatMap((task) => {
    const { after, until } = idListsOf(task);
    return [
      ...truncated(draft, task, after, unreadOf(task, 'after')),
      ...truncated(draft, task, until, unreadOf(task, 'until')),
      ...lag(draft, task),
    ];
  });
}

function unreadOf({ startExpression, endExpression }: Task, role: 'after' | 'until'): Piece | null {
  const expression = role === 'after' ? startExpression : endExpression;
  return expression.kind === role ? expression.unread : null;
}

/** The last id of a list, where text goes on behind it without a blank. */
export function isTruncated(task: Task, { role, span }: IdReference): boolean {
  if (role === 'click') return false;
  const unread = unreadOf(task, role);
  return (
    unread !== null &&
    (SEPARATED.test(unread.text) || unread.span.start === span.end) &&
    !LAG.test(unread.text)
  );
}

function truncated(draft: Draft, task: Task, list: readonly IdReference[], unread: Piece | null): Problem[] {
  const last = list.at(-1);
  if (!unread || !last || !isTruncated(task, last)) return [];
  const [rest = ''] = /^\S*/.exec(unread.text) ?? [];
  const whole = last.id + rest;
  const span = { start: last.span.start, end: unread.span.start + rest.length };
  const separated = draft.symbols.tasksById.has(whole) ? null : separatedIds(draft, task, list, unread);
  if (separated) return [separated];
  const target = targetOf(draft, last);
  const effect =
    target === null
      ? `which no task has, and ${last.role === 'after' ? 'starts' : 'ends'} this task on ${dateWords(draft, draft.dates.today)}`
      : 'and waits for that task';
  const message = `Mermaid reads no further than letters without accents, digits, ${quoted('-')} and ${quoted('_')}: of ${quoted(whole)} it takes ${quoted(last.id)}, ${effect}. Give the task a plain id.`;
  return [problem('truncated-id', span, message, { fixes: () => plainIdFixes(draft, whole) })];
}

/** `after a & b`: Mermaid stops at the sign and does not wait for `b`. */
function separatedIds(draft: Draft, task: Task, list: readonly IdReference[], unread: Piece): Problem | null {
  const ids = SEPARATED.test(unread.text) ? unread.text.split(/[\s&+/|]+/).filter((id) => id !== '') : [];
  const known = (id: string) => ![null, task.index].includes(taskWithId(draft.symbols, id));
  if (ids.length === 0 || !ids.every(known)) return null;
  const { role, span } = list.at(-1)!;
  const message = `Mermaid stops reading at ${quoted(unread.text[0]!)}, so this task does not ${role === 'after' ? 'wait for' : 'end with'} ${listed(ids.map(quoted))}. Put blanks between the ids, and nothing else.`;
  const edit = replace({ start: span.end, end: unread.span.end }, ` ${ids.join(' ')}`);
  return problem('truncated-id', unread.span, message, {
    fixes: () => [
      preferred(`Change to ${quoted([role, ...list.map(({ id }) => id), ...ids].join(' '))}`, [edit]),
    ],
  });
}

/** Renames the task and all that refers to it. */
function plainIdFixes(draft: Draft, whole: string): Fix[] {
  const target = taskWithId(draft.symbols, whole);
  const definitions = draft.symbols.tasksById.get(whole) ?? [];
  if (target === null || definitions.length !== 1) return [];
  const plain = whole
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain === '') return [];
  const id = freeId(draft, plain);
  const edits: Edit[] = [replace(draft.tasks[target]!.syntax.id!.span, id)];
  for (const task of draft.tasks) {
    for (const role of ['after', 'until'] as const) {
      const last = idListsOf(task)[role].at(-1);
      const unread = unreadOf(task, role);
      if (!last || !unread || !isTruncated(task, last)) continue;
      const [rest = ''] = /^\S*/.exec(unread.text) ?? [];
      const span = { start: last.span.start, end: unread.span.start + rest.length };
      if (last.id + rest === whole) edits.push(replace(span, id));
    }
  }
  for (const reference of draft.symbols.referencesById.get(whole) ?? [])
    edits.push(replace(reference.span, id));
  return [preferred(`Rename ${quoted(whole)} to ${quoted(id)} everywhere`, edits)];
}

/** `after a - 2d`: a hyphen is a letter of ids, so Mermaid takes the lag for two more of them. */
export function isLag(task: Task, reference: IdReference): boolean {
  const { after } = idListsOf(task);
  const at = after.indexOf(reference);
  const from = after[at]?.id === '-' ? at : after[at - 1]?.id === '-' ? at - 1 : -1;
  return from > 0 && after.length === from + 2 && LAG.test(`-${after[from + 1]!.id}`);
}

interface Lag extends Piece {
  /** Where the blank in front of it begins. */
  readonly from: number;
}

function lagOf(task: Task): Lag | null {
  const { after } = idListsOf(task);
  const minus = after.at(-2);
  if (minus && isLag(task, minus)) {
    const span = { start: minus.span.start, end: after.at(-1)!.span.end };
    return { text: `- ${after.at(-1)!.id}`, span, from: after.at(-3)!.span.end };
  }
  const unread = unreadOf(task, 'after');
  const last = after.at(-1);
  if (!unread || !last || isTruncated(task, last)) return null;
  return { ...unread, from: last.span.end };
}

function lag(draft: Draft, task: Task): Problem[] {
  const found = lagOf(task);
  if (!found || task.startExpression.kind !== 'after') return [];
  const { startExpression, start } = task;
  const when = start === null ? '' : `, on ${dateWords(draft, start)}`;
  const message = `Mermaid drops ${quoted(found.text)}: this task starts right when the others end${when}. Write the start date, or a task for the time between.`;
  return [
    problem('dropped-lag', found.span, message, {
      fixes: () => {
        const fixes: Fix[] = [];
        const time = start === null ? null : lagged(draft, start, found.text);
        const date = time === null ? null : writtenStart(draft, time);
        if (date !== null) {
          fixes.push(choice(`Change to the date, ${quoted(date)}`, [replace(startExpression.span, date)]));
        }
        return [...fixes, choice(`Remove ${quoted(found.text)}`, [remove(found.from, found.span.end)])];
      },
    }),
  ];
}

function lagged({ dates }: Draft, start: number, text: string): number | null {
  const match = LAG.exec(text);
  if (!match) return null;
  const amount = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const time = dates.add(start, amount, (match[3] ?? 'd') as 'd');
  return Number.isNaN(time) ? null : time;
}
