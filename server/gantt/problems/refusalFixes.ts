import { nearest } from '../editDistance';
import { KEYWORDS, type Refusal, WIDE_COLON } from '../refusal';
import type { TaskStatement } from '../syntax';
import type { Draft } from './draft';
import { commentOut, type Edit, insert, lineAbove, lineAt, remove, replace } from './edits';
import { choice, type Fix, preferred, snippet, snippetText } from './problem';
import { setAside } from './setAside';
import { firstWord, quoted } from './wording';
import { writtenStart } from './writeDate';

export function refusalFixes(draft: Draft, refusal: Refusal): Fix[] {
  const { code, line } = refusal;
  const task = refusal.task === null ? null : draft.tasks[refusal.task]!.syntax;
  switch (code) {
    case 'missing-colon':
      if (isWideColon(draft, refusal)) return narrow(draft, refusal);
      return task ? putColon(draft, task) : [...asComment(draft, refusal), ...asTask(draft, refusal)];
    case 'unknown-statement':
      return firstPreferred([...correctKeyword(line.span.start, line.text), ...asComment(draft, refusal)]);
    case 'missing-fields':
      return task ? withoutDates(draft, task) : asComment(draft, refusal);
    case 'reserved-name':
      return task ? plainName(draft, task) : asComment(draft, refusal);
    case 'stray-text':
      return noteAbove(draft, refusal);
    default:
      return asComment(draft, refusal);
  }
}

function firstPreferred(fixes: readonly Fix[]): Fix[] {
  return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** The line, or the rest of it, becomes a note. */
export function asComment({ text }: Draft, { line }: Pick<Refusal, 'line'>): Fix[] {
  const edit = commentOut(text, line.span.start);
  return edit ? [preferred('Make the line a comment', [edit])] : [];
}

/** What Mermaid reads as something else than a name. */
const RESERVED = new RegExp(`^(?:${KEYWORDS.join('|')}|call|href|\\d{4}-\\d\\d-\\d\\d)\\b|^.%`, 'i');

/** The colon in the style of the chart's other tasks: `name: …` or `name :…`. */
function putColon(draft: Draft, { name, data }: TaskStatement): Fix[] {
  const place = { start: name.span.end, end: data.span.start };
  return [preferred('Put `:` between name and dates', [replace(place, colonStyle(draft))])];
}

export function isWideColon({ text }: Draft, { span }: Refusal): boolean {
  return text.slice(span.start, span.end) === WIDE_COLON;
}

/** `需求：t1， 2025-01-06， 5d` with the colon and the commas that Mermaid knows. */
function narrow({ text }: Draft, { line, span }: Refusal): Fix[] {
  const fields = text.slice(span.end, line.span.end);
  const commas = [...fields.matchAll(/\s*，\s*/g)].map(({ 0: { length }, index }) => {
    const start = span.end + index;
    return replace({ start, end: start + length }, ', ');
  });
  const title = commas.length > 0 ? 'Change `：` to `:` and `，` to `,`' : 'Change `：` to `:`';
  return [preferred(title, [replace(span, ':'), ...commas])];
}

function colonStyle({ text, tasks }: Draft): string {
  for (const { syntax } of tasks) {
    if (syntax.refused) continue;
    const between = text.slice(syntax.name.span.end, syntax.data.span.start);
    if (/^ ?: ?$/.test(between)) return between;
  }
  return ': ';
}

function asTask(draft: Draft, { line }: Refusal): Fix[] {
  if (RESERVED.test(line.text)) return [];
  return [snippet('Make the line a task', [insert(line.span.end, colonStyle(draft) + datesSnippet(draft))])];
}

function datesSnippet(draft: Draft): string {
  const date = writtenStart(draft, draft.dates.today);
  return `\${1:${snippetText(date ?? 'start')}}, \${2:1w}`;
}

function correctKeyword(start: number, text: string): Fix[] {
  const word = firstWord(text);
  const keyword = nearest(word, KEYWORDS);
  if (keyword === null || !/^(?:\s|$)/.test(text.slice(word.length))) return [];
  return [preferred(`Change to ${quoted(keyword)}`, [replace({ start, end: start + word.length }, keyword)])];
}

function withoutDates(draft: Draft, { index, colon, data, tags }: TaskStatement): Fix[] {
  const aside = setAside(draft, index);
  const behind = data.text === '' ? colon.end : data.span.end;
  const separator = tags.length > 0 ? ', ' : ' ';
  const place = { start: behind, end: Math.max(behind, lineAt(draft.text, behind).end) };
  const rest = draft.text.slice(place.start, place.end);
  const dates = snippet('Write start and duration', [
    replace(/^\s*$/.test(rest) ? place : { start: behind, end: behind }, separator + datesSnippet(draft)),
  ]);
  return aside ? [aside, dates] : [dates];
}

/** In quotation marks a name is no keyword; a date at its beginning may as well stand at its end. */
export function plainName({ text }: Draft, { name }: Pick<TaskStatement, 'name'>): Fix[] {
  const { start, end } = name.span;
  const written = text.slice(start, end);
  const quotes = [insert(start, '"'), insert(end, '"')];
  const date = /^(\d{4}-\d\d-\d\d)[\s:.–—-]*(?=\S)/.exec(written);
  if (!date) return [preferred(`Write the name as ${quoted(`"${written}"`)}`, quotes)];
  const moved: Edit[] = [remove(start, start + date[0].length), insert(end, ` ${date[1]}`)];
  return [
    preferred('Write the date at the end of the name', moved),
    choice(`Write the name as ${quoted(`"${written}"`)}`, quotes),
  ];
}

/** What stands behind the data of a task becomes a comment above it, or goes where it says nothing. */
export function noteAbove(draft: Draft, { line }: Refusal): Fix[] {
  const { text } = draft;
  const { start, end } = lineAt(text, line.span.start);
  const before = text.slice(start, line.span.start);
  const from = start + before.trimEnd().length;
  const note = text
    .slice(line.span.start, end)
    .replace(/^[#;%\s]+/, '')
    .trimEnd();
  const cut = remove(from, end);
  if (note === '') return [preferred('Remove it', [cut])];
  return [preferred('Move the note to a line of its own above', [lineAbove(text, start, `%% ${note}`), cut])];
}
