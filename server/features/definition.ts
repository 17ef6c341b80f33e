import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { placeAt, tasksWithId } from './place';

export interface Definition {
  /** What the reader clicked on. */
  readonly origin: Span;
  readonly targets: readonly DefinitionTarget[];
}

export interface DefinitionTarget {
  /** The task's whole line. */
  readonly full: Span;
  /** The id in it. */
  readonly name: Span;
}

/** From a reference to every task with that id; from an id to its references, or to itself when it has none. */
export function definition(analysis: DocumentAnalysis, offset: number): Definition | null {
  const place = placeAt(analysis, offset);
  if (place?.kind === 'reference') {
    const targets = tasksWithId(place.chart, place.reference.id).map(({ syntax }) => ({
      full: syntax.span,
      name: syntax.id?.span ?? syntax.name.span,
    }));
    return targets.length === 0 ? null : { origin: place.span, targets };
  }
  if (place?.kind !== 'id') return null;
  const uses = place.chart.symbols.referencesById.get(place.id) ?? [];
  const spans = uses.length === 0 ? [place.span] : uses.map(({ span }) => span);
  return { origin: place.span, targets: spans.map((span) => ({ full: span, name: span })) };
}
