import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { idUsesAt, READABLE_ID } from './place';

/** The places that change together while the id at `offset` is retyped; null where it stands alone. */
export function linkedEditing(analysis: DocumentAnalysis, offset: number): Span[] | null {
  const uses = idUsesAt(analysis, offset);
  if (!uses || !READABLE_ID.test(uses.id)) return null;
  const spans = [...uses.definitions, ...uses.references];
  return spans.length < 2 ? null : spans;
}
