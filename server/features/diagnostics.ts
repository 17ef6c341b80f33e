import type { ChartAnalysis, DocumentAnalysis } from '../gantt/analysis';
import { PROBLEM_CODES, type ProblemCode, type Severity } from '../gantt/problems/codes';
import type { RelatedPlace } from '../gantt/problems/problem';
import type { Span } from '../gantt/span';

export interface Diagnostic {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** What a user wants of a code: another severity, or nothing. */
export type SeverityChoices = Readonly<Partial<Record<ProblemCode, Severity | 'off'>>>;

/** The problems of every chart, in document order within a chart. */
export function diagnostics({ charts }: DocumentAnalysis, choices: SeverityChoices): Diagnostic[] {
  return charts.flatMap((chart) => chartDiagnostics(chart, choices));
}

export function chartDiagnostics({ problems }: ChartAnalysis, choices: SeverityChoices): Diagnostic[] {
  return problems.flatMap(({ code, span, message, related }) => {
    const severity = choices[code] ?? PROBLEM_CODES[code];
    return severity === 'off' ? [] : { code, severity, span, message, related };
  });
}
