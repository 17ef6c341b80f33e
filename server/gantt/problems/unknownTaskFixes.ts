import type { Task } from '../analysis';
import type { IdReference } from '../syntax';
import type { Draft } from './draft';
import { beginsLine, type Edit, insert, lineAbove, lineBelow, replace } from './edits';
import { withoutIds } from './idLists';
import { mayBeId } from './placeholders';
import { choice, type Fix, preferred, snippet, snippetText } from './problem';
import { firstDate } from './starts';
import { likeness, MORE_OR_LESS } from './suggestIds';
import type { UnknownId } from './unknownTasks';
import { listed, quoted } from './wording';
import { formatted, writtenStart } from './writeDate';

/** Words that people write between ids. */
const FILLER = /^(?:and|or|also|-)$/i;

export function unknownTaskFixes(draft: Draft, found: UnknownId): Fix[] {
  const { reference, suggestions } = found;
  const { id, span } = reference;
  const removal = removeId(found);
  if (FILLER.test(id) && removal) return [{ ...removal, preferred: true }];
  const fixes: Fix[] = suggestions.map((suggestion) => ({
    title: `Change to ${quoted(suggestion.id)}`,
    edits: [replace(span, suggestion.id)],
    preferred: suggestion.sure,
  }));
  return [
    ...fixes,
    ...allParts(found),
    ...giveId(draft, found),
    ...renameTwin(draft, found),
    ...createTask(draft, found),
    ...(removal ? [removal] : []),
  ];
}

/** A job with several parts is over when all of them are. */
function allParts({ reference, suggestions, list }: UnknownId): Fix[] {
  const { id, span } = reference;
  const parts = suggestions.filter(
    (part) => part.id.length > id.length && likeness(id, part.id) === MORE_OR_LESS,
  );
  if (parts.length < 2 || list.length + parts.length > 20) return [];
  const ids = parts.map((part) => part.id);
  return [
    choice(`Change to ${parts.length === 2 ? 'both' : 'all'}: ${listed(ids.map(quoted))}`, [
      replace(span, ids.join(' ')),
    ]),
  ];
}

/** The id is the name of a task that has none. */
function giveId({ symbols }: Draft, { reference, named, suggestions }: UnknownId): Fix[] {
  const { id, task } = reference;
  // Three fields have an id already, and with one there is no start to put an id in front of.
  if (named?.syntax.fields.length !== 2 || named.index === task || suggestions.length > 0) return [];
  // `Build: build, after design` has its id already, and another slip.
  if (mayBeId(named.syntax.fields[0]!.text)) return [];
  // Mermaid numbers the tasks without an id; one fewer, and `task3` is another task.
  if ([...symbols.referencesById.keys()].some((other) => /^task\d+$/.test(other))) return [];
  const edits = [insert(named.syntax.fields[0]!.span.start, `${id}, `)];
  return [preferred(`Give the task “${named.syntax.name.text}” the id ${quoted(id)}`, edits)];
}

/**
 * Of two tasks with one id, one may have been meant to have this id: of `rln-sc-d` twice and a reference to `rln-sc-r`.
 * The last of them keeps its id, since that is the one Mermaid finds, unless both have the same dates.
 */
function renameTwin({ symbols, tasks }: Draft, { reference, twins }: UnknownId): Fix[] {
  const indexes = twins === null ? [] : symbols.tasksById.get(twins)!;
  const all = indexes.map((index) => tasks[index]!);
  const sameDates = all.every(({ start, end }) => start === all[0]!.start && end === all[0]!.end);
  return (sameDates ? all : all.slice(0, -1)).flatMap(({ syntax, section, index }) => {
    if (!syntax.id || index === reference.task) return [];
    const where = section ? ` in ${section.name.text}` : '';
    const title = `Rename the ${quoted(syntax.id.text)}${where} to ${quoted(reference.id)}`;
    return choice(title, [replace(syntax.id.span, reference.id)]);
  });
}

/** A line for the task, where it moves no other. */
function createTask(draft: Draft, { reference, list }: UnknownId): Fix[] {
  const { text, tasks, dates } = draft;
  const { id } = reference;
  const waiting = tasks[reference.task!]!;
  const time = firstDate(draft) ?? dates.today;
  const start = writtenStart(draft, time) ?? formatted(draft, time, 'YYYY-MM-DD');
  if (start === null || !/^[\w-]+$/.test(id)) return [];
  const colon = text.slice(waiting.syntax.name.span.end, waiting.syntax.data.span.start);
  const separator = /^[ \t]*:[ \t]*$/.test(colon) ? colon : ': ';
  const line = `\${1:${id}}${snippetText(separator)}${id}, \${2:${snippetText(start)}}, \${3:1w}`;
  const edit = placed(draft, waiting, list, line);
  return edit === null ? [] : [snippet(`Create the task ${quoted(id)}`, [edit])];
}

/** At the end of the section, unless Mermaid passes over what is written there or a task would begin by the new one. */
function placed(
  { text, tasks }: Draft,
  { syntax, startExpression, index }: Task,
  list: readonly IdReference[],
  line: string,
): Edit | null {
  let last = index;
  while (tasks[last + 1] && tasks[last + 1]!.syntax.section === syntax.section) last++;
  const lastOffset = tasks[last]!.syntax.span.start;
  const free = tasks[last + 1]?.startExpression.kind !== 'previous' && beginsLine(text, lastOffset);
  if (list.length === 1 && free) return lineBelow(text, lastOffset, line);
  // A task without a start of its own would begin where the one above it ends.
  if (startExpression.kind === 'previous' || !beginsLine(text, syntax.span.start)) return null;
  return lineAbove(text, syntax.span.start, line);
}

/** Not the only id: without any, the task would start elsewhere and say nothing of it. */
function removeId({ reference, list }: UnknownId): Fix | null {
  if (list.length < 2) return null;
  return choice(
    `Remove ${quoted(reference.id)}`,
    withoutIds(list, (other) => other === reference),
  );
}
