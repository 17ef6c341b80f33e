import type { ChartAnalysis, DocumentAnalysis } from '../gantt/analysis';
import { analyze, type Language } from '../gantt/analyze';
import { applyEdits, type Edit, type Line, lineAt } from '../gantt/problems/edits';
import type { Span } from '../gantt/span';
import type { Statement, TaskStatement } from '../gantt/syntax';
import { factsOf } from './meaning';

export interface FormatOptions {
  /** One step of indentation. */
  readonly indent: string;
  /** Put the colons of a section's tasks below each other. */
  readonly align: boolean;
}

/**
 * The charts' lines within `range`, evenly indented and spaced. Whole lines only; what shares its line, and statements
 * of several lines, stay as they are. Null where the result would not mean the same, which is looked up, not assumed.
 */
export function formatting(
  analysis: DocumentAnalysis,
  language: Language,
  range: Span,
  options: FormatOptions,
): Edit[] | null {
  const edits = analysis.charts
    .flatMap((chart) => chartEdits(analysis.text, chart, options))
    .filter(({ span }) => span.start <= range.end && range.start <= span.end);
  if (edits.length === 0) return [];
  const formatted = analyze(applyEdits(analysis.text, edits), language, analysis.clock);
  const [before, after] = [factsOf(analysis), factsOf(formatted)];
  return before.length === after.length && before.every((fact, index) => fact === after[index])
    ? edits
    : null;
}

function chartEdits(text: string, chart: ChartAnalysis, options: FormatOptions): Edit[] {
  const head = chart.statements.find(({ kind }) => kind === 'gantt');
  if (!head) return [];
  const base = lineAt(text, head.span.start).indent;
  const depth = depths(chart.statements);
  const widths = options.align ? nameWidths(chart) : null;
  return chart.statements.flatMap((statement, index) => {
    const line = ownLine(text, statement);
    if (!line || marks(line.indent) !== marks(base)) return [];
    const width = statement.kind === 'task' ? widths?.get(statement.section) : undefined;
    const written = base + options.indent.repeat(depth[index]!) + spaced(text, statement, width ?? 0);
    const span = { start: line.start, end: line.end };
    return text.slice(line.start, line.end) === written ? [] : [{ span, text: written }];
  });
}

/** The statement's line where it stands there alone. */
function ownLine(text: string, { span }: Statement): Line | null {
  const line = lineAt(text, span.start);
  const alone =
    line.start + line.indent.length === span.start && text.slice(span.end, line.end).trim() === '';
  return alone && span.end <= line.end ? line : null;
}

/** The quote marks of a line's prefix. */
function marks(prefix: string): string {
  return prefix.replace(/\s/g, '');
}

/** Tasks stand deeper than their section, and comments as deep as what they are about. */
function depths(statements: readonly Statement[]): number[] {
  const firstSection = statements.findIndex(({ kind }) => kind === 'section');
  let below = 1;
  const found = statements.map(() => 0);
  for (let index = statements.length - 1; index >= 0; index--) {
    const { kind } = statements[index]!;
    if (kind === 'gantt') below = 0;
    else if (kind !== 'comment') below = kind === 'task' && firstSection >= 0 && index > firstSection ? 2 : 1;
    found[index] = below;
  }
  return found;
}

function spaced(text: string, statement: Statement, width: number): string {
  if (statement.kind === 'task' && statement.refused) {
    return text.slice(statement.span.start, statement.span.end);
  }
  switch (statement.kind) {
    case 'task':
      return spacedTask(text, statement, width);
    case 'section':
      return joined(text, statement.keyword, statement.name.span);
    case 'setting':
      return joined(text, statement.keyword, statement.value.span);
    default:
      return text.slice(statement.span.start, statement.span.end);
  }
}

function spacedTask(text: string, { name, colon, span }: TaskStatement, width: number): string {
  const fields = text.slice(colon.end, span.end).split(',').map(spacedField);
  const written = text.slice(name.span.start, name.span.end);
  return `${written.padEnd(width)}: ${fields.join(', ')}`.trimEnd();
}

/** A list of ids has one blank between two of them. */
function spacedField(field: string): string {
  const text = field.trim();
  return /^(?:after|until)\s/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** The texts for screen readers have a colon behind the keyword, which stays as it is. */
function joined(text: string, keyword: Span, value: Span): string {
  if (text.slice(keyword.end, value.start).trim() !== '') return text.slice(keyword.start, value.end);
  const words = text.slice(keyword.start, keyword.end);
  return value.end > value.start ? `${words} ${text.slice(value.start, value.end)}` : words;
}

function nameWidths({ tasks }: ChartAnalysis): Map<number | null, number> {
  const widths = new Map<number | null, number>();
  for (const { syntax } of tasks) {
    const { section, name } = syntax;
    widths.set(section, Math.max(widths.get(section) ?? 0, name.text.length));
  }
  return widths;
}
