import type { DocumentAnalysis } from '../gantt/analysis';
import { contains, type Span, touches } from '../gantt/span';
import { chartAt, statementAt } from './place';

/** What a selection at `offset` grows through, smallest first: id, field, line, section, chart. Null outside charts. */
export function selectionRanges(analysis: DocumentAnalysis, offset: number): Span[] | null {
  const chart = chartAt(analysis, offset);
  if (!chart) return null;
  const statement = statementAt(chart, analysis.text, offset);
  const section = chart.sections.findLast(({ span }) => span.start <= offset);
  const next = section && chart.sections[section.index + 1];
  const spans: Span[] = [];
  if (statement?.kind === 'task') {
    const { name, tags, fields, data } = statement;
    spans.push(...chart.symbols.references.map(({ span }) => span));
    spans.push(name.span, ...tags.map(({ span }) => span), ...fields.map(({ span }) => span), data.span);
  } else if (statement?.kind === 'click') {
    spans.push(...statement.ids.map(({ span }) => span));
  } else if (statement?.kind === 'setting') {
    spans.push(statement.value.span);
  } else if (statement?.kind === 'section') {
    spans.push(statement.name.span);
  }
  if (statement) spans.push(statement.span);
  if (section) {
    const end = next ? chart.statements[chart.statements.indexOf(next) - 1]!.span.end : chart.span.end;
    spans.push({ start: section.span.start, end });
  }
  return nested([...spans.filter((span) => touches(span, offset)), chart.span]);
}

/** Each contains the one before and is larger. */
function nested(spans: readonly Span[]): Span[] {
  const chain: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = chain.at(-1);
    if (!inner || (contains(span, inner) && span.end - span.start > inner.end - inner.start))
      chain.push(span);
  }
  return chain;
}
