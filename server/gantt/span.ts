/** Half-open range of absolute UTF-16 offsets into the document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of the document with its text as Mermaid reads it (list and quote prefixes removed). */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** Whether `offset` lies in the span; the end counts, because a cursor stands behind the last character. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
