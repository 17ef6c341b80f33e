import type { DocumentAnalysis } from '../gantt/analysis';
import { type Edit, isCommentOut, lineAt } from '../gantt/problems/edits';
import type { Fix, Problem } from '../gantt/problems/problem';
import type { Span } from '../gantt/span';
import { chartDiagnostics, type SeverityChoices } from './diagnostics';

export interface QuickFix extends Fix {
  /** What it mends; null where it mends several. */
  readonly problem: Problem | null;
}

/**
 * The fixes of the problems that touch `range`. Where one of them can be mended throughout the chart, that too, unless
 * `throughout` is false: it asks every problem of the chart for its fixes.
 */
export function quickFixes(
  analysis: DocumentAnalysis,
  range: Span,
  choices: SeverityChoices,
  throughout = true,
): QuickFix[] {
  return analysis.charts.flatMap((chart) => {
    const problems = chartDiagnostics(chart, choices);
    const here = problems.filter(({ span }) => span.start <= range.end && range.start <= span.end);
    const fixes = here.flatMap((problem) => problem.fixes().map((fix) => ({ ...fix, problem })));
    if (!throughout || !fixes.some(isSafe)) return fixes;
    const { edits, count } = combined(problems, analysis.text);
    if (count < 2) return fixes;
    const title = `Fix all in chart (${count})`;
    return [...fixes, { title, edits, preferred: false, problem: null }];
  });
}

/** The preferred fixes of the whole document, as many as fit together. */
export function fixAll({ charts, text }: DocumentAnalysis, choices: SeverityChoices): readonly Edit[] {
  return charts.flatMap((chart) => combined(chartDiagnostics(chart, choices), text).edits);
}

/** Fixes that change the same text wait for another round. */
function combined(problems: readonly Problem[], text: string): { edits: readonly Edit[]; count: number } {
  let edits: readonly Edit[] = [];
  let count = 0;
  for (const problem of problems) {
    const fix = problem.fixes().find(isSafe);
    const together = fix && merged(edits, fix.edits, text);
    if (!together) continue;
    edits = together;
    count++;
  }
  return { edits, count };
}

function isSafe({ preferred, snippet }: Fix): boolean {
  return preferred && snippet !== true;
}

/**
 * In the order of the text; null where the two touch: of two insertions at one place, neither is the first. A line that
 * is made a comment is not changed otherwise.
 */
function merged(edits: readonly Edit[], more: readonly Edit[], text: string): readonly Edit[] | null {
  if (more.some((edit) => edits.some((other) => changesComment(edit, other, text)))) return null;
  const fresh = new Set(more);
  const sorted = [...edits, ...more].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const touching = sorted.some((edit, index) => {
    const above = sorted[index - 1];
    return above && fresh.has(edit) !== fresh.has(above) && edit.span.start <= above.span.end;
  });
  return touching ? null : sorted;
}

function changesComment(edit: Edit, other: Edit, text: string): boolean {
  if (!isCommentOut(edit) && !isCommentOut(other)) return false;
  const { start } = lineAt(text, edit.span.start);
  const { end } = lineAt(text, edit.span.end);
  return start <= other.span.end && other.span.start <= end;
}
