import { scheduleCsv } from '../../features/export/csv';
import { scheduleIcs } from '../../features/export/ics';
import { resolvedMermaid } from '../../features/export/resolvedMermaid';
import { schedulesOf } from '../../features/schedule';
import type { ChartAnalysis } from '../../gantt/analysis';
import { analyze } from '../../gantt/analyze';
import type { Command, Invocation } from '../command';
import { COMMON_HELP, COMMON_OPTIONS, choiceOf, clockFrom, paintFor, stringOf } from '../commonOptions';
import { EXIT, type ExitCode, UsageError } from '../io';
import { readSource } from '../sourceFile';
import { scheduleTable } from './table';

const FORMATS = ['table', 'json', 'csv', 'ics', 'mermaid'] as const;

export const schedule: Command = {
  summary: 'print the true dates of every task',
  help: `Usage: roadmap-gantt schedule [options] FILE

Prints the true dates of every task in the Mermaid gantt charts of FILE, a Markdown or Mermaid file, or - for standard
input.

Options:
  --format FORMAT       table, json, csv, ics or mermaid (default: table)
  --chart N             only the Nth gantt chart of the file, counted from 1
  --all                 with ics: every task, not only the milestones
  --stdin-filename NAME what standard input is called; .mmd or .mermaid make it a bare chart (default: stdin.md)
${COMMON_HELP}
Exits with 0, or with 2 when the command line is wrong or the file cannot be read.
`,
  options: {
    ...COMMON_OPTIONS,
    format: { type: 'string' },
    chart: { type: 'string' },
    all: { type: 'boolean' },
    'stdin-filename': { type: 'string' },
  },
  run,
};

async function run({ values, positionals, io }: Invocation): Promise<ExitCode> {
  const format = choiceOf(values, 'format', FORMATS, 'table');
  const clock = clockFrom(values, io);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('name one file');
  const source = await readSource(file, io, stringOf(values, 'stdin-filename') ?? 'stdin.md');
  const analysis = analyze(source.text, source.language, clock);
  const charts = chosen(analysis.charts, stringOf(values, 'chart'));
  if (charts.length === 0) io.stderr(`roadmap-gantt: no gantt chart in ${source.path}\n`);
  const printed = {
    table: () => scheduleTable(source, charts, clock, io.terminal.columns, paintFor(values, io)),
    json: () => `${JSON.stringify(json(), null, 2)}\n`,
    csv: () => scheduleCsv(charts, clock, (offset) => source.document.positionAt(offset).line),
    ics: () => scheduleIcs(source.path, charts, clock, Boolean(values.all)),
    mermaid: () => only(charts, (chart) => resolvedMermaid(analysis, chart)),
  };
  io.stdout(printed[format]());
  return EXIT.clean;

  function json() {
    return schedulesOf({ ...analysis, charts }, source.document.version, ({ start, end }) => ({
      start: source.document.positionAt(start),
      end: source.document.positionAt(end),
    }));
  }
}

function chosen(charts: readonly ChartAnalysis[], number: string | undefined): readonly ChartAnalysis[] {
  if (number === undefined) return charts;
  const chart = /^\d+$/.test(number) ? charts[Number(number) - 1] : undefined;
  if (chart) return [chart];
  throw new UsageError(`--chart: there is no chart “${number}”; the file has ${charts.length}`);
}

/** A file holds one bare chart, so one must be chosen. */
function only(charts: readonly ChartAnalysis[], print: (chart: ChartAnalysis) => string): string {
  if (charts.length > 1) {
    throw new UsageError(`the file has ${charts.length} gantt charts; choose one with --chart`);
  }
  return charts.map(print).join('');
}
