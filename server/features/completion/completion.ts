import type { ChartAnalysis, DocumentAnalysis } from '../../gantt/analysis';
import { datedChart, hoverCard } from '../hoverCard';
import { chartAt, statementAt } from '../place';
import { fieldItems } from './fields';
import { frontMatterItems } from './frontMatter';
import { idItems } from './ids';
import type { CompletionItem } from './item';
import { statementItems } from './statements';
import { valueItems } from './values';

/** Asked in turn; the first that knows the place answers. */
export type Completer = (
  analysis: DocumentAnalysis,
  chart: ChartAnalysis,
  offset: number,
) => CompletionItem[] | null;

const COMPLETERS: readonly Completer[] = [frontMatterItems, idItems, fieldItems, valueItems, statementItems];

/** What can be written at `offset`, best first; null outside charts, in comments and in names. */
export function completion(analysis: DocumentAnalysis, offset: number): CompletionItem[] | null {
  const chart = chartAt(analysis, offset);
  if (!chart || statementAt(chart, analysis.text, offset)?.kind === 'comment') return null;
  for (const complete of COMPLETERS) {
    const items = complete(analysis, chart, offset);
    if (items) return items;
  }
  return null;
}

/** The card of the task that an item names, in Markdown. Null when the document has no such task any more. */
export function completionDocumentation(
  analysis: DocumentAnalysis,
  { chart: chartIndex, index }: NonNullable<CompletionItem['task']>,
): string | null {
  const chart = analysis.charts[chartIndex];
  const task = chart?.tasks[index];
  return chart && task ? hoverCard(datedChart(chart, analysis.clock, {}), task) : null;
}
