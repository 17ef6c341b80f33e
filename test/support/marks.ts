/** A marked range of a fixture; absolute UTF-16 offsets into the text without its marks. */
export interface Mark {
  readonly span: { readonly start: number; readonly end: number };
  /** What stands behind the carets, trimmed; empty where nothing does. */
  readonly label: string;
}

export interface Fixture {
  /** The text without cursor and mark lines. */
  readonly text: string;
  /** Offset of `$0`; null where there is none. */
  readonly cursor: number | null;
  /** In document order. */
  readonly marks: readonly Mark[];
}

/** A line of nothing but carets, blanks and labels: `   ^^^ unknown-task`. */
const MARK_LINE = /^[ \t]*\^+(?:[ \t].*)?$/;

/** The cursor's sign in a fixture. */
const CURSOR = '$0';

/**
 * Reads a fixture: `$0` is the cursor; a line of carets marks the characters above it as they stand in the fixture, each
 * run of carets a range, with an optional label behind it. Several mark lines may follow one line, so that ranges may
 * overlap. A single `^` behind the last character marks the empty range at the line's end.
 * Throws when there are two cursors, or a mark line without a line above it or with carets beyond that line's end.
 */
export function parseMarks(fixture: string): Fixture {
  const kept: string[] = [];
  const marks: Mark[] = [];
  let cursor: number | null = null;
  let length = 0;
  let above: MarkedLine | null = null;
  for (const line of fixture.split('\n')) {
    if (MARK_LINE.test(line)) {
      if (above === null) throw new Error('A line of marks needs a line above it');
      marks.push(...marksUnder(above, line));
      continue;
    }
    const at = line.indexOf(CURSOR);
    if (at >= 0) {
      if (cursor !== null || line.includes(CURSOR, at + 1)) throw new Error('A fixture has one cursor');
      cursor = length + at;
    }
    const text = line.replace(CURSOR, '');
    above = { start: length, end: length + text.length, cursor };
    kept.push(text);
    length += text.length + 1;
  }
  marks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { text: kept.join('\n'), cursor, marks };
}

/** Offsets into the text; the cursor is that of the whole fixture up to this line. */
interface MarkedLine {
  readonly start: number;
  readonly end: number;
  readonly cursor: number | null;
}

function marksUnder(above: MarkedLine, line: string): Mark[] {
  const offset = (column: number): number => {
    const { start, cursor } = above;
    if (cursor === null || cursor < start || start + column <= cursor) return start + column;
    return Math.max(cursor, start + column - CURSOR.length);
  };
  return [...line.matchAll(/(\^+)([^^]*)/g)].map((match) => {
    const [, carets, label] = match;
    const start = offset(match.index);
    const end = start === above.end && carets === '^' ? start : offset(match.index + carets!.length);
    if (end > above.end) throw new Error(`Marks reach beyond the line: ${line}`);
    return { span: { start, end }, label: label!.trim() };
  });
}
