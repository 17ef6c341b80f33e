import { counted } from '../../features/dateText';
import type { Diagnostic } from '../../features/diagnostics';
import type { SourceFile } from '../sourceFile';
import { type CheckResult, countOf, SEVERITIES } from './findings';
import { severityCount } from './prettyReport';
import { reportRange } from './ranges';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands, which GitHub Actions shows as annotations on the changed lines. */
export function githubReport(result: CheckResult): string {
  const lines = result.files.flatMap(({ source, findings }) =>
    findings.map((finding) => annotation(source, finding)),
  );
  const found = SEVERITIES.filter((severity) => countOf(result, severity) > 0).map((severity) =>
    severityCount(countOf(result, severity), severity),
  );
  const sums = `${found.join(', ') || 'No problems'} in ${counted(result.searched, 'file')}.`;
  return `${[...lines, sums].join('\n')}\n`;
}

function annotation({ path, document }: SourceFile, { code, severity, message, span }: Diagnostic): string {
  const { start, end } = reportRange(document, span);
  const place = { file: path, line: start.line, endLine: end.line, title: code };
  // GitHub takes columns only where a place does not go beyond its line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const properties = Object.entries({ ...place, ...columns }).map(
    ([name, value]) => `${name}=${property(value)}`,
  );
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(value: string | number): string {
  return data(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
