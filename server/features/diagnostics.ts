import type { ChartAnalysis, DocumentAnalysis } from '../gantt/analysis';
import type { ProblemCode, Severity } from '../gantt/problems/codes';
import type { Problem } from '../gantt/problems/problem';

/** A problem with the severity that the user wants. */
export type Diagnostic = Problem;

/** What a user wants of a code: another severity, or nothing. */
export type SeverityChoices = Readonly<Partial<Record<ProblemCode, Severity | 'off'>>>;

/** The problems of every chart, in document order within a chart. */
export function diagnostics({ charts }: DocumentAnalysis, choices: SeverityChoices): Diagnostic[] {
  return charts.flatMap((chart) => chartDiagnostics(chart, choices));
}

export function chartDiagnostics({ problems }: ChartAnalysis, choices: SeverityChoices): Diagnostic[] {
  return problems.flatMap((problem) => {
    const severity = choices[problem.code] ?? problem.severity;
    return severity === 'off' ? [] : { ...problem, severity };
  });
}
