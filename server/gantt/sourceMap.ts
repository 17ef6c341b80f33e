import type { Span } from './span';

/**
 * A run of characters, up to the next segment, and where it comes from. In a plain run (`extent` null) each character
 * has its own place; any other run stands for the whole of `target … target + extent`, and all its characters begin there.
 */
interface Segment {
  readonly at: number;
  readonly target: number;
  readonly extent: number | null;
}

/**
 * An immutable text cut out of a document, in which every UTF-16 offset knows its place in that document.
 * Quote marks, indentation, line ends and comments may be taken away or replaced without losing the places.
 */
export class MappedText {
  /** `emptyAt`: the place of an empty text, which has no segment to tell it. */
  private constructor(
    readonly text: string,
    private readonly segments: readonly Segment[],
    private readonly emptyAt: number,
  ) {}

  /** A document's own text, mapped to itself. */
  static whole(text: string): MappedText {
    const segments = text === '' ? [] : [{ at: 0, target: 0, extent: null }];
    return new MappedText(text, segments, 0);
  }

  /** Pieces of one document in document order; `emptyAt` is the absolute offset of the result if it is empty. */
  static join(pieces: Iterable<MappedText>, emptyAt: number): MappedText {
    const draft = new Draft();
    for (const piece of pieces) draft.add(piece.text, piece.segments, 0);
    return draft.finish((text, segments) => new MappedText(text, segments, emptyAt));
  }

  get length(): number {
    return this.text.length;
  }

  /** Absolute offset of the character at `offset`; of the end of the last piece for `offset` = length and beyond. */
  toDocument(offset: number): number {
    if (offset >= this.text.length) return this.end;
    const segment = this.segmentAt(offset);
    return segment.extent === null ? segment.target + Math.max(offset, 0) - segment.at : segment.target;
  }

  /** Absolute span of `start … end`. It ends behind its last character, not before whatever was cut out after it. */
  span(start: number, end: number): Span {
    const from = this.toDocument(start);
    return { start: from, end: start < end ? this.endOf(Math.min(end, this.text.length) - 1) : from };
  }

  /** `start` and `end` lie between 0 and the length. */
  slice(start: number, end: number = this.text.length): MappedText {
    if (start <= 0 && end >= this.text.length) return this;
    const draft = new Draft();
    this.addTo(draft, start, end);
    return this.finish(draft, start);
  }

  /**
   * Replaces every match of a global regular expression. A replacement as long as its match keeps the places
   * of its characters; any other takes the match's place as a whole. Throws a TypeError if `pattern` is not global.
   */
  replaceAll(pattern: RegExp, replacer: (match: RegExpExecArray) => string): MappedText {
    let draft: Draft | null = null;
    let done = 0;
    for (const match of this.text.matchAll(pattern)) {
      draft ??= new Draft();
      const end = match.index + match[0].length;
      this.addTo(draft, done, match.index);
      const replacement = replacer(match);
      if (replacement.length === match[0].length) this.addTo(draft, match.index, end, replacement);
      else draft.addAtomic(replacement, this.span(match.index, end));
      done = end;
    }
    if (draft === null) return this;
    this.addTo(draft, done, this.text.length);
    return this.finish(draft, 0);
  }

  trimStart(): MappedText {
    return this.slice(this.text.length - this.text.trimStart().length);
  }

  /** Appends text that is not in the document; it is placed at this text's end. */
  concat(added: string): MappedText {
    const draft = new Draft();
    this.addTo(draft, 0, this.text.length);
    draft.addAtomic(added, { start: this.end, end: this.end });
    return this.finish(draft, this.text.length);
  }

  private get end(): number {
    return this.text === '' ? this.emptyAt : this.endOf(this.text.length - 1);
  }

  private endOf(offset: number): number {
    const segment = this.segmentAt(offset);
    return segment.target + (segment.extent ?? offset - segment.at + 1);
  }

  private addTo(draft: Draft, start: number, end: number, text = this.text.slice(start, end)): void {
    if (text !== '') draft.add(text, this.segments, start, this.indexAt(start));
  }

  private finish(draft: Draft, start: number): MappedText {
    return draft.finish((text, segments) => new MappedText(text, segments, this.toDocument(start)));
  }

  private segmentAt(offset: number): Segment {
    return this.segments[this.indexAt(offset)]!;
  }

  /** Index of the last segment that begins at or before `offset`. */
  private indexAt(offset: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.segments[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A mapped text in the making; neighbouring runs of the document grow together. */
class Draft {
  private readonly parts: string[] = [];
  private readonly segments: Segment[] = [];
  private length = 0;

  /** Adds `text`, which stands at `start` in the text that `segments` describe; `first` is the segment there. */
  add(text: string, segments: readonly Segment[], start: number, first = 0): void {
    for (let index = first; index < segments.length; index++) {
      const { at, target, extent } = segments[index]!;
      if (at >= start + text.length) break;
      const skipped = extent === null ? Math.max(start - at, 0) : 0;
      this.push({ at: this.length + Math.max(at - start, 0), target: target + skipped, extent });
    }
    this.parts.push(text);
    this.length += text.length;
  }

  addAtomic(text: string, { start, end }: Span): void {
    if (text === '') return;
    this.push({ at: this.length, target: start, extent: end - start });
    this.parts.push(text);
    this.length += text.length;
  }

  finish(make: (text: string, segments: readonly Segment[]) => MappedText): MappedText {
    return make(this.parts.join(''), this.segments);
  }

  private push(segment: Segment): void {
    const last = this.segments.at(-1);
    const continues =
      last?.extent === null &&
      segment.extent === null &&
      last.target + (segment.at - last.at) === segment.target;
    if (!continues) this.segments.push(segment);
  }
}
