import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { idUsesAt } from './place';

export interface Highlight {
  readonly span: Span;
  /** A definition writes the id, a reference reads it. */
  readonly kind: 'read' | 'write';
}

/** The places of the id at `offset`; null where there is no id. */
export function highlights(analysis: DocumentAnalysis, offset: number): Highlight[] | null {
  const uses = idUsesAt(analysis, offset);
  if (!uses) return null;
  return [
    ...uses.definitions.map((span) => ({ span, kind: 'write' as const })),
    ...uses.references.map((span) => ({ span, kind: 'read' as const })),
  ];
}
