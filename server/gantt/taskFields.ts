import { undisguise } from './entities';
import type { MappedText } from './sourceMap';
import type { Piece } from './span';
import { TAGS, type Tag, type TagField } from './syntax';

export interface TaskFields {
  readonly tags: readonly TagField[];
  readonly fields: readonly Piece[];
  readonly id: Piece | null;
  readonly startField: Piece | null;
  readonly endField: Piece | null;
  /** Mermaid draws no chart with this count of fields. */
  readonly miscounted: boolean;
}

/** Reads what stands behind a task's colon. `start` and `end` are offsets into `source`. */
export function readTaskFields(source: MappedText, start: number, end: number): TaskFields {
  const pieces = splitAtCommas(source, start, end);
  const tags: TagField[] = [];
  while (pieces[0] && isTag(pieces[0].text)) {
    const { text, span } = pieces.shift() as Piece;
    tags.push({ tag: text as Tag, span });
  }
  const miscounted = pieces.length === 0 || pieces.length > 3;
  const [id, startField, endField] = byCount(miscounted ? likelyFields(pieces) : pieces);
  return { tags, fields: pieces, id, startField, endField, miscounted };
}

/** One field is an end; two are start and end; three are id, start and end. */
function byCount(fields: readonly Piece[]): [Piece | null, Piece | null, Piece | null] {
  const at = (index: number) => fields[index] ?? null;
  if (fields.length >= 3) return [at(0), at(1), at(2)];
  if (fields.length === 2) return [null, at(0), at(1)];
  return [null, null, at(0)];
}

/** What the author of a refused line most likely meant: no empty fields and no tags behind the id. */
function likelyFields(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ text }) => text !== '' && !isTag(text.toLowerCase()));
}

export function isTag(text: string): text is Tag {
  return (TAGS as readonly string[]).includes(text);
}

function splitAtCommas(source: MappedText, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (;;) {
    const comma = source.text.indexOf(',', from);
    const to = comma === -1 || comma >= end ? end : comma;
    pieces.push(trimmedPiece(source, from, to));
    if (to === end) return pieces;
    from = to + 1;
  }
}

/** The text between two offsets without the white space around it; an empty piece stands where the text would begin. */
export function trimmedPiece(source: MappedText, start: number, end: number): Piece {
  const raw = source.text.slice(start, end);
  const text = raw.trim();
  const from = text === '' ? start : start + raw.indexOf(text);
  return { text: undisguise(text), span: source.span(from, from + text.length) };
}
