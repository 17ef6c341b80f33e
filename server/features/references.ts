import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { idUsesAt } from './place';

/** Every place in the chart that uses the id at `offset`, in document order; null where there is no id. */
export function references(
  analysis: DocumentAnalysis,
  offset: number,
  includeDefinitions: boolean,
): Span[] | null {
  const uses = idUsesAt(analysis, offset);
  if (!uses) return null;
  const spans = includeDefinitions ? [...uses.definitions, ...uses.references] : [...uses.references];
  return spans.sort((a, b) => a.start - b.start);
}
