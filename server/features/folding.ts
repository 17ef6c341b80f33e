import type { ChartAnalysis, DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';

export interface FoldingRange {
  /** Folds from the line of its start to the line of its end. */
  readonly span: Span;
  readonly kind: 'region' | 'comment';
}

/** Charts, sections, front matter and other statements of several lines, and runs of comments. */
export function foldingRanges(analysis: DocumentAnalysis): FoldingRange[] {
  return analysis.charts.flatMap((chart) =>
    [...blocks(chart), ...comments(chart)].filter(({ span }) =>
      /[\r\n]/.test(analysis.text.slice(span.start, span.end)),
    ),
  );
}

function blocks({ statements, sections }: ChartAnalysis): FoldingRange[] {
  const [first, last] = [statements[0], statements.at(-1)];
  if (!first || !last) return [];
  const chart = { start: first.span.start, end: last.span.end };
  const multiline = statements
    .filter(({ kind }) => kind !== 'task' && kind !== 'section')
    .map(({ span }) => span);
  const folded = sections.map((section, index) => {
    const next = sections[index + 1];
    const inside = next ? statements[statements.indexOf(next) - 1] : last;
    return { start: section.span.start, end: inside?.span.end ?? section.span.end };
  });
  return [chart, ...multiline, ...folded].map((span) => ({ span, kind: 'region' }));
}

function comments({ statements }: ChartAnalysis): FoldingRange[] {
  const runs: FoldingRange[] = [];
  for (const [index, { kind, span }] of statements.entries()) {
    if (kind !== 'comment') continue;
    const continues = statements[index - 1]?.kind === 'comment';
    const start = continues ? runs.pop()!.span.start : span.start;
    runs.push({ span: { start, end: span.end }, kind: 'comment' });
  }
  return runs;
}
