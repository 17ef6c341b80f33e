import type { Span } from '../span';

/** Replace the text at `span` (absolute UTF-16 offsets); an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A line of the document; offsets are absolute. */
export interface Line {
  readonly start: number;
  /** Behind its last character, before its line end. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  /** Quote marks and blanks in front of its text. */
  readonly indent: string;
}

export function lineAt(text: string, offset: number): Line {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  const lineEnd = /[^\r\n]*/y;
  lineEnd.lastIndex = offset;
  const end = offset + (lineEnd.exec(text)?.[0].length ?? 0);
  const next = end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
  return { start, end, next, indent: /^[ \t>]*/.exec(text.slice(start, end))?.[0] ?? '' };
}

/** What ends the lines of the document. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Whether nothing but quote marks and blanks stands in front on the line. */
export function beginsLine(text: string, offset: number): boolean {
  const { start, indent } = lineAt(text, offset);
  return offset <= start + indent.length;
}

export function replace(span: Span, text: string): Edit {
  return { span, text };
}

export function insert(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}

export function remove(start: number, end: number): Edit {
  return { span: { start, end }, text: '' };
}

const COMMENT = '%% ';

/** Turns the line where `offset` is into a comment; null where something else stands in front on the line. */
export function commentOut(text: string, offset: number): Edit | null {
  return beginsLine(text, offset) ? insert(offset, COMMENT) : null;
}

export function isCommentOut({ span, text }: Edit): boolean {
  return text === COMMENT && span.start === span.end;
}

/** A line of its own above the one where `offset` is, indented like it. */
export function lineAbove(text: string, offset: number, written: string): Edit {
  const { start, indent } = lineAt(text, offset);
  return insert(start, `${indent}${written}${lineEnding(text)}`);
}

/** A line of its own below the one where `offset` is, indented like it. */
export function lineBelow(text: string, offset: number, written: string): Edit {
  const { end, indent } = lineAt(text, offset);
  return insert(end, `${lineEnding(text)}${indent}${written}`);
}

/** Takes the line away, with its line end. */
export function removeLine(text: string, offset: number): Edit {
  const { start, next } = lineAt(text, offset);
  return remove(start, next);
}

/** The comma or colon in front of an empty field, to have something to point at. */
export function separatorBefore(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start--;
  return start > 0 && /[,:]/.test(text[start - 1]!)
    ? { start: start - 1, end: start }
    : { start: offset, end: offset };
}

/** The text with the edits made; they do not overlap. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const { span, text: written } of inOrder) {
    result += text.slice(done, span.start) + written;
    done = span.end;
  }
  return result + text.slice(done);
}
