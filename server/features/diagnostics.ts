import type { ChartAnalysis, DocumentAnalysis } from '../gantt/analysis';
import type { MermaidVersion } from '../gantt/mermaidVersion';
import type { ProblemCode, Severity } from '../gantt/problems/codes';
import { newerMermaidProblems } from '../gantt/problems/hosts';
import type { Problem } from '../gantt/problems/problem';

/** A problem with the severity that the user wants. */
export type Diagnostic = Problem;

/** What a user wants of a code: another severity, or nothing. */
export type SeverityChoices = Readonly<Partial<Record<ProblemCode, Severity | 'off'>>>;

/**
 * The problems of every chart, in document order within a chart; those about a Mermaid older than the latest last.
 * `version` is the Mermaid that readers have; null is the latest, which knows everything.
 */
export function diagnostics(
  { text, charts }: DocumentAnalysis,
  choices: SeverityChoices,
  version: MermaidVersion | null = null,
): Diagnostic[] {
  return charts.flatMap((chart) => {
    const newer = version === null ? [] : newerMermaidProblems(text, chart, version);
    return [...chartDiagnostics(chart, choices), ...chosen(newer, choices)];
  });
}

export function chartDiagnostics({ problems }: ChartAnalysis, choices: SeverityChoices): Diagnostic[] {
  return chosen(problems, choices);
}

function chosen(problems: readonly Problem[], choices: SeverityChoices): Diagnostic[] {
  return problems.flatMap((problem) => {
    const severity = choices[problem.code] ?? problem.severity;
    return severity === 'off' ? [] : { ...problem, severity };
  });
}
