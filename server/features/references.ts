import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { placeAt, tasksWithId } from './place';

/** Every place in the chart that uses the id at `offset`, in document order; null where there is no id. */
export function references(
  analysis: DocumentAnalysis,
  offset: number,
  includeDefinitions: boolean,
): Span[] | null {
  const place = placeAt(analysis, offset);
  if (place?.kind !== 'reference' && place?.kind !== 'id') return null;
  const id = place.kind === 'id' ? place.id : place.reference.id;
  const uses = (place.chart.symbols.referencesById.get(id) ?? []).map(({ span }) => span);
  const definitions = includeDefinitions
    ? tasksWithId(place.chart, id).flatMap(({ syntax }) => syntax.id?.span ?? [])
    : [];
  return [...uses, ...definitions].sort((a, b) => a.start - b.start);
}
