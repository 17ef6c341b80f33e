import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';

export interface DocumentLink {
  readonly span: Span;
  /** As written: absolute, or relative to the document. */
  readonly href: string;
}

/** The addresses of `click … href`. */
export function documentLinks({ charts }: DocumentAnalysis): DocumentLink[] {
  return charts.flatMap(({ statements }) =>
    statements.flatMap((statement) =>
      statement.kind === 'click' && statement.href && statement.href.text !== ''
        ? [{ span: statement.href.span, href: statement.href.text }]
        : [],
    ),
  );
}
