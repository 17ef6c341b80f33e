import type { DocumentAnalysis } from '../gantt/analysis';
import type { Edit } from '../gantt/problems/edits';
import type { Fix, Problem } from '../gantt/problems/problem';
import type { Span } from '../gantt/span';
import { chartDiagnostics, type SeverityChoices } from './diagnostics';

export interface QuickFix extends Fix {
  /** What it mends; null where it mends several. */
  readonly problem: Problem | null;
}

/** The fixes of the problems that touch `range`; where one of them can be mended throughout the chart, that too. */
export function quickFixes(analysis: DocumentAnalysis, range: Span, choices: SeverityChoices): QuickFix[] {
  return analysis.charts.flatMap((chart) => {
    const problems = chartDiagnostics(chart, choices);
    const here = problems.filter(({ span }) => span.start <= range.end && range.start <= span.end);
    const fixes = here.flatMap((problem) => problem.fixes().map((fix) => ({ ...fix, problem })));
    if (!fixes.some(isSafe)) return fixes;
    const { edits, count } = combined(problems);
    if (count < 2) return fixes;
    const title = `Fix all in chart (${count})`;
    return [...fixes, { title, edits, preferred: false, problem: null }];
  });
}

/** The preferred fixes of the whole document, as many as fit together. */
export function fixAll({ charts }: DocumentAnalysis, choices: SeverityChoices): readonly Edit[] {
  return charts.flatMap((chart) => combined(chartDiagnostics(chart, choices)).edits);
}

/** Fixes that change the same text wait for another round. */
function combined(problems: readonly Problem[]): { edits: Edit[]; count: number } {
  const edits: Edit[] = [];
  let count = 0;
  for (const problem of problems) {
    const fix = problem.fixes().find(isSafe);
    if (!fix || fix.edits.some((edit) => edits.some((made) => conflict(edit, made)))) continue;
    edits.push(...fix.edits);
    count++;
  }
  return { edits, count };
}

function isSafe({ preferred, snippet }: Fix): boolean {
  return preferred && snippet !== true;
}

/** Edits that touch conflict too: of two insertions at one place, neither is the first. */
function conflict({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
