import { nearest } from './editDistance';
import type { MappedText } from './sourceMap';
import type { Piece, Span } from './span';
import { SETTINGS, type Statement } from './syntax';
import { trimmedPiece } from './taskFields';

export type RefusalCode =
  | 'missing-colon'
  | 'unknown-statement'
  | 'missing-fields'
  | 'too-many-fields'
  | 'reserved-name'
  | 'stray-text'
  | 'invalid-setting'
  | 'invalid-directive'
  | 'syntax';

/** A place where Mermaid's grammar gives up. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The part that is wrong. */
  readonly span: Span;
  /** The refused line, or the rest of it behind a statement that was read. */
  readonly line: Piece;
  /** Index of the task that the line was read as. */
  readonly task: number | null;
}

export const KEYWORDS = ['gantt', 'section', 'click', ...SETTINGS] as const;

interface RefusedLine {
  readonly code: RefusalCode;
  readonly span: Span;
  /** Offsets into the source, where the line can be read as a task. */
  readonly task: {
    readonly nameEnd: number;
    readonly colonStart: number;
    readonly dataStart: number;
    readonly end: number;
  } | null;
}

const VALUED_SETTINGS = new Set<string>(['weekday', 'weekend', 'inclusiveEndDates', 'topAxis']);
const KEYWORD_ALONE = new RegExp(`^(?:${KEYWORDS.join('|')})\\b`, 'i');
const LINK = /^(?:(?:href|call)\s[^:]*["(]|click\b(?![^"(]*(?:\s:|:\s|:[^/"(]*,)))/i;
const TASK = /^([^:\n]*[^:\s])\s*:\s*[^#;\s]/;
const FIELD =
  /^(?:after\s+\S|until\s+\S|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d+(?:\.\d+)?\s?(?:ms|[Mdhmswy])$|(?:active|done|crit|milestone|vert)$)/;
const NAME_THEN_FIELD = /^(.*?\S)\s+(?=(?:after|until)\s+\S|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})/;

/** Keyboards for Chinese and Japanese write it. */
export const WIDE_COLON = '：';

/** Reads the line between two offsets, which Mermaid refuses, for what it most likely means. */
export function readRefusedLine(
  source: MappedText,
  start: number,
  end: number,
  /** What was read before it on the same line. */
  previous: Statement | null,
): RefusedLine {
  const line = trimmedPiece(source, start, end);
  const plain = (code: RefusalCode): RefusedLine => ({ code, span: line.span, task: null });
  if (previous) return plain(refusesRest(previous) ? 'invalid-setting' : 'stray-text');
  const text = source.text.slice(start, end);
  if (text.startsWith('%%{')) return plain('invalid-directive');
  if (LINK.test(text)) return plain('syntax');
  const task = TASK.exec(text);
  if (task) return reservedName(source, start, end, task[1] as string);
  if (text.includes(':')) return plain('syntax');
  const withoutColon = missingColon(source, start, end);
  if (withoutColon) return withoutColon;
  if (KEYWORD_ALONE.test(text)) return plain('invalid-setting');
  const word = /^[A-Za-z]+/.exec(text)?.[0] ?? '';
  return plain(nearest(word, KEYWORDS) ? 'unknown-statement' : 'missing-colon');
}

function refusesRest(previous: Statement): boolean {
  return previous.kind === 'gantt' || (previous.kind === 'setting' && VALUED_SETTINGS.has(previous.name));
}

/** `Click counter: a, 2024-01-01, 5d`: a task to its author, a keyword to Mermaid. */
function reservedName(source: MappedText, start: number, end: number, name: string): RefusedLine {
  const nameEnd = start + name.length;
  const colonStart = source.text.indexOf(':', nameEnd);
  const stop = source.text.slice(colonStart, end).search(/[#;]/);
  const dataEnd = stop === -1 ? end : colonStart + stop;
  const word = /^\s*(?:\d{4}-\d\d-\d\d|\S+)/.exec(name)?.[0] ?? name;
  return {
    code: 'reserved-name',
    span: source.span(start, start + word.length),
    task: { nameEnd, colonStart, dataStart: colonStart + 1, end: dataEnd },
  };
}

/** `WebRTC Transport , 2023-04-01, 2023-07-31`: the fields of a task are there, the colon is not. */
function missingColon(source: MappedText, start: number, end: number): RefusedLine | null {
  const text = source.text.slice(start, end);
  const wide = text.indexOf(WIDE_COLON);
  if (
    wide > 0 &&
    text
      .slice(wide + 1)
      .split(/[,，]/)
      .some((field) => FIELD.test(field.trim()))
  ) {
    const colonStart = start + wide;
    const task = {
      nameEnd: start + text.slice(0, wide).trimEnd().length,
      colonStart,
      dataStart: colonStart + 1,
      end,
    };
    // Where the commas are wide as well, nothing tells the fields.
    return {
      code: 'missing-colon',
      span: source.span(colonStart, colonStart + 1),
      task: text.includes('，') ? null : task,
    };
  }
  const comma = text.indexOf(',');
  const fields = text.split(',').map((field) => field.trim());
  if (comma > 0 && fields.slice(1).some((field) => FIELD.test(field))) {
    const name = text.slice(0, comma).trimEnd();
    const spaced = NAME_THEN_FIELD.exec(name);
    const nameEnd = start + (spaced ? (spaced[1] as string).length : name.length);
    const dataStart = spaced ? start + spaced[0].length : start + comma + 1;
    return {
      code: 'missing-colon',
      span: source.span(nameEnd, dataStart),
      task: { nameEnd, colonStart: nameEnd, dataStart, end },
    };
  }
  const spaced = NAME_THEN_FIELD.exec(text);
  if (!spaced || KEYWORD_ALONE.test(text)) return null;
  const nameEnd = start + (spaced[1] as string).length;
  const dataStart = start + spaced[0].length;
  return {
    code: 'missing-colon',
    span: source.span(nameEnd, dataStart),
    task: { nameEnd, colonStart: nameEnd, dataStart, end },
  };
}
