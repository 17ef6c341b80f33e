import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import type { SeverityChoices } from './diagnostics';
import { datedChart, hoverCard, type LinkTo } from './hoverCard';
import { markdown } from './markup';
import { placeAt, tasksWithId } from './place';

export interface Hover {
  readonly span: Span;
  /** Markdown; text of the document is escaped. */
  readonly text: string;
}

/** The card of the task at `offset`, or of the task that the id there refers to; null where neither is. */
export function hover(
  analysis: DocumentAnalysis,
  offset: number,
  choices: SeverityChoices = {},
  linkTo: LinkTo | null = null,
): Hover | null {
  const place = placeAt(analysis, offset);
  if (!place) return null;
  const { chart, span } = place;
  const context = datedChart(chart, analysis.clock, choices, linkTo);
  if (place.kind !== 'reference') return { span, text: hoverCard(context, place.task) };
  const { id, task } = place.reference;
  const known = tasksWithId(chart, id);
  if (known.length > 0) {
    return { span, text: known.map((other) => hoverCard(context, other)).join('\n\n---\n\n') };
  }
  const holder = task === null ? undefined : chart.tasks[task];
  const text = holder
    ? hoverCard(context, holder)
    : `No task has the id ${markdown.code(id)}: Mermaid ignores it here.`;
  return { span, text };
}
