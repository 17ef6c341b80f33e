import { type Diagnostic, diagnostics, type SeverityChoices } from '../../features/diagnostics';
import type { DocumentAnalysis } from '../../gantt/analysis';
import type { MermaidVersion } from '../../gantt/mermaidVersion';
import type { Severity } from '../../gantt/problems/codes';
import type { SourceFile } from '../sourceFile';

export interface CheckedFile {
  readonly source: SourceFile;
  readonly analysis: DocumentAnalysis;
  /** By place in the document. */
  readonly findings: readonly Diagnostic[];
}

/** What a report is made from. */
export interface CheckResult {
  /** Files without a gantt chart are left out. */
  readonly files: readonly CheckedFile[];
  /** How many files were looked at. */
  readonly searched: number;
  /** One sentence for each path that could not be read. */
  readonly failures: readonly string[];
  /** How many hints were found but are not among the findings. */
  readonly hiddenHints: number;
}

/** From the worst to the mildest. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

export function checkedFile(
  source: SourceFile,
  analysis: DocumentAnalysis,
  choices: SeverityChoices,
  version: MermaidVersion | null,
): CheckedFile {
  const findings = diagnostics(analysis, choices, version);
  return { source, analysis, findings: findings.sort((a, b) => a.span.start - b.span.start) };
}

export function countOf({ files }: CheckResult, severity: Severity): number {
  return files.reduce(
    (sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length,
    0,
  );
}

/** The same without hints, which are about tidiness and many. */
export function withoutHints(result: CheckResult): CheckResult {
  const files = result.files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ severity }) => severity !== 'hint'),
  }));
  return { ...result, files, hiddenHints: countOf(result, 'hint') };
}

/** Whether anything was found at `level` or worse. */
export function reaches(result: CheckResult, level: Severity | 'never'): boolean {
  if (level === 'never') return false;
  return SEVERITIES.slice(0, SEVERITIES.indexOf(level) + 1).some((severity) => countOf(result, severity) > 0);
}
