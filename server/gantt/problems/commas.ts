import type { Task } from '../analysis';
import type { Piece, Span } from '../span';
import { taskWithId } from '../symbols';
import { isTag } from '../taskFields';
import type { Draft } from './draft';
import { type Edit, replace, separatorBefore } from './edits';
import { isDate, isLength, writtenAsEnd } from './fieldKinds';
import { type Fix, preferred } from './problem';
import { quoted } from './wording';

/** A comma that parts what belongs together. */
export interface WrongComma {
  readonly span: Span;
  readonly message: string;
  readonly fix: Fix;
}

/** `after a, b` is one list, `1,5d` one duration: to Mermaid each comma begins another field. */
export function wrongComma(draft: Draft, { syntax }: Pick<Task, 'syntax'>): WrongComma | null {
  return commaInList(draft, syntax) ?? commaInNumber(draft, syntax);
}

function commaInList(draft: Draft, { fields, index }: Task['syntax']): WrongComma | null {
  const lists: string[] = [];
  const edits: Edit[] = [];
  let span: Span | null = null;
  for (let at = 0; at < fields.length; at++) {
    const role = /^(after|until)(?:\s+[\w-]+)+$/.exec(fields[at]!.text)?.[1];
    if (role === undefined) continue;
    const parts = [fields[at]!.text];
    for (let more = fields[at + 1]; more; more = fields[at + 1]) {
      const keyword = more.text.startsWith(`${role} `) ? role.length + 1 : 0;
      const ids = more.text.slice(keyword).trim();
      if (isTag(ids) || !areTasks(draft, ids, index)) break;
      edits.push(replace({ start: fields[at]!.span.end, end: more.span.end }, ` ${ids}`));
      span ??= separatorBefore(draft.text, more.span.start);
      parts.push(ids);
      at++;
    }
    if (parts.length > 1) lists.push(parts.join(' '));
  }
  if (!span) return null;
  const written = lists.map(quoted).join(' and ');
  return {
    span,
    message: `a list of ids ends at a comma. Put blanks between the ids, and nothing else: ${written}.`,
    fix: preferred(`Change to ${written}`, edits),
  };
}

/** Whether a text is nothing but ids of other tasks. */
function areTasks({ symbols }: Draft, text: string, index: number): boolean {
  return text.split(/\s+/).every((id) => ![null, index].includes(taskWithId(symbols, id)));
}

function commaInNumber({ text }: Draft, { fields }: Task['syntax']): WrongComma | null {
  const [whole, part] = fields.slice(-2);
  if (fields.length < 3 || !whole || !part || !/^\d{1,3}$/.test(whole.text) || !isLength(part.text))
    return null;
  const comma = { start: whole.span.end, end: part.span.start };
  if (text.slice(comma.start, comma.end) !== ',') return null;
  const written = `${whole.text}.${part.text}`;
  return {
    span: comma,
    message: `a comma ends the field. A decimal number has a point: ${quoted(written)}.`,
    fix: preferred(`Change to ${quoted(written)}`, [replace(comma, '.')]),
  };
}

/** What people put between two dates; blanks may be all. */
const BETWEEN = /\s*(?:->|=>|\.\.+|[-–—→/…])\s*|\s+(?:(?:to|till|through|bis|until(?=\s+\d))\s+)?/g;

/** What is longer holds no two dates, and takes long to look through. */
const LONGEST = 500;

/** A start and an end in one field. */
interface CommaMissing {
  readonly start: string;
  readonly edit: Edit;
}

/** `2024-01-05 - 2024-01-12`, `2024-01-05 5d`, `after a 5d`. */
export function commaMissingIn(draft: Draft, { text, span }: Piece, task: Task): CommaMissing | null {
  if (text.length > LONGEST) return null;
  for (const { 0: between, index } of text.matchAll(BETWEEN)) {
    const start = text.slice(0, index);
    const behind = index + between.length;
    const end = text.slice(behind);
    // `after a - 5d` is a lag, and `5d` may be an id.
    const list = /^after\s+(.+)$/.exec(start)?.[1];
    const isStart =
      list === undefined
        ? isDate(draft, start)
        : between.trim() === '' && areTasks(draft, list, task.index) && !areTasks(draft, end, task.index);
    if (!isStart || !writtenAsEnd(draft, end)) continue;
    return { start, edit: replace({ start: span.start + index, end: span.start + behind }, ', ') };
  }
  return null;
}

const WIDE_COMMA = /\s*，\s*/g;

/** `d1， 2024-01-05， 5d`: commas of another script, which Mermaid takes for text. Null where there are none. */
export function wideCommasIn(draft: Draft, { text, span }: Piece): Edit[] | null {
  const parts = text.split(WIDE_COMMA);
  if (parts.length === 1 || !writtenAsEnd(draft, parts.at(-1)!)) return null;
  return Array.from(text.matchAll(WIDE_COMMA), ({ 0: comma, index }) => {
    const start = span.start + index;
    return replace({ start, end: start + comma.length }, ', ');
  });
}

/** `2024-01-05; 5d`: a semicolon where the comma in front of the end belongs. */
export function semicolonForComma(draft: Draft, { syntax }: Pick<Task, 'syntax'>): Span | null {
  const last = syntax.fields.at(-1);
  if (!last || syntax.fields.length > 2 || draft.parsed.refusals.length === 0) return null;
  const { end } = last.span;
  const behind = /([ \t]*;[ \t]*)([^;\r\n]+)$/my;
  behind.lastIndex = end;
  const match = behind.exec(draft.text);
  if (!match || !writtenAsEnd(draft, match[2]!.trimEnd())) return null;
  if (!/^after\s+[\w-]/.test(last.text) && !isDate(draft, last.text)) return null;
  return { start: end, end: end + match[1]!.length };
}
