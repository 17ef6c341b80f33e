import { counted } from '../../features/dateText';
import type { Diagnostic } from '../../features/diagnostics';
import { printable } from '../../features/printable';
import type { Severity } from '../../gantt/problems/codes';
import type { Span } from '../../gantt/span';
import { summaryText } from '../chartSummary';
import type { SourceFile } from '../sourceFile';
import type { Colour, Paint } from '../text/colours';
import { codeFrame } from './codeFrame';
import { type CheckedFile, type CheckResult, countOf, SEVERITIES } from './findings';

const COLOURS = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'faint',
} as const satisfies Record<Severity, Colour>;

/** For people: every finding with its line, then a line a chart, then the sums. */
export function prettyReport(result: CheckResult, paint: Paint): string {
  const blocks = result.files.flatMap((file) => file.findings.map((finding) => block(file, finding, paint)));
  const charts = result.files.flatMap((file) => chartLines(file, paint));
  const parts = [...blocks, charts.join('\n'), sums(result, paint)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function block({ source }: CheckedFile, finding: Diagnostic, paint: Paint): string {
  const { severity, code, span, message, related } = finding;
  const colour = COLOURS[severity];
  const head = `${paint('bold', placeOf(source, span))} ${paint(colour, severity)} ${paint('faint', code)}`;
  const headline = `${head} ${printable(message)}`;
  // A hint is about tidiness: one line is enough.
  if (severity === 'hint') return headline;
  const help = finding.fixes()[0]?.title;
  return [
    headline,
    ...codeFrame(source.document, span, paint),
    ...related.map((place) => `  see ${placeOf(source, place.span)} ${printable(place.message)}`),
    ...(help === undefined ? [] : [`  ${paint('cyan', 'help:')} ${printable(help)}`]),
  ].join('\n');
}

/** `file:line:column`, one-based. */
function placeOf({ path, document }: SourceFile, { start }: Span): string {
  const { line, character } = document.positionAt(start);
  return `${printable(path)}:${line + 1}:${character + 1}`;
}

function chartLines({ source, analysis }: CheckedFile, paint: Paint): string[] {
  return analysis.charts.map((chart) => {
    const title = chart.settings.title === null ? '' : ` ${printable(chart.settings.title)}`;
    const line = source.document.positionAt(chart.span.start).line + 1;
    const name = paint('bold', `${printable(source.path)}:${line}${title}`);
    return `${name}: ${summaryText(chart, analysis.clock)}`;
  });
}

function sums(result: CheckResult, paint: Paint): string {
  const charts = result.files.reduce((sum, { analysis }) => sum + analysis.charts.length, 0);
  const where = `${counted(charts, 'gantt chart')} of ${counted(result.searched, 'file')}`;
  if (charts === 0) return `No gantt chart in ${counted(result.searched, 'file')}.`;
  const found = SEVERITIES.flatMap((severity) => {
    const count = countOf(result, severity);
    return count === 0 ? [] : [paint(COLOURS[severity], severityCount(count, severity))];
  });
  const hidden = result.hiddenHints > 0 ? ` ${counted(result.hiddenHints, 'hint')} more with --hints.` : '';
  return `${found.join(', ') || paint('green', 'No problems')} in ${where}.${hidden}`;
}

export function severityCount(count: number, severity: Severity): string {
  return severity === 'information' ? `${count} information` : counted(count, severity);
}
