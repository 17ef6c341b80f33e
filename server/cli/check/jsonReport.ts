import type { Diagnostic } from '../../features/diagnostics';
import { chartSummary } from '../chartSummary';
import type { SourceFile } from '../sourceFile';
import { type CheckedFile, type CheckResult, countOf } from './findings';
import { reportRange } from './ranges';

/** Goes up when a field is removed or changes its meaning; new fields may come without. */
const FORMAT_VERSION = 1;

/** For programs; docs/cli.md describes every field. */
export function jsonReport(result: CheckResult): string {
  const report = {
    version: FORMAT_VERSION,
    files: result.files.map(fileOf),
    failures: result.failures,
    totals: {
      files: result.searched,
      charts: result.files.reduce((sum, { analysis }) => sum + analysis.charts.length, 0),
      error: countOf(result, 'error'),
      warning: countOf(result, 'warning'),
      information: countOf(result, 'information'),
      hint: countOf(result, 'hint'),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function fileOf({ source, analysis, findings }: CheckedFile) {
  return {
    path: source.path,
    charts: analysis.charts.map((chart) => ({
      title: chart.settings.title,
      range: reportRange(source.document, chart.span),
      ...chartSummary(chart),
    })),
    findings: findings.map((finding) => findingOf(source, finding)),
  };
}

function findingOf({ document }: SourceFile, { code, severity, message, span, related, fixes }: Diagnostic) {
  return {
    code,
    severity,
    message,
    range: reportRange(document, span),
    related: related.map((place) => ({ message: place.message, range: reportRange(document, place.span) })),
    fixes: fixes().map(({ title, preferred, snippet, edits }) => ({
      title,
      preferred,
      snippet: snippet ?? false,
      edits: edits.map((edit) => ({ range: reportRange(document, edit.span), text: edit.text })),
    })),
  };
}
