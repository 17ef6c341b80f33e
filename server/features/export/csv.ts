import type { ChartAnalysis, Clock } from '../../gantt/analysis';
import { type Row, rowsOf } from './rows';

const HEADS = [
  'chart',
  'line',
  'section',
  'id',
  'name',
  'tags',
  'start',
  'end',
  'days',
  'waits for',
  'provisional',
  'critical',
  'slack days',
  'drawn start',
  'drawn end',
  'note',
];

/** RFC 4180, a line a task. Chart and line numbers count from 1; `lineAt` gives an offset's line, counted from 0. */
export function scheduleCsv(
  charts: readonly ChartAnalysis[],
  clock: Clock,
  lineAt: (offset: number) => number,
): string {
  const lines = charts.flatMap((chart) => rowsOf(chart, clock).map((row) => fields(chart, row, lineAt)));
  return [HEADS, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

function fields(chart: ChartAnalysis, row: Row, lineAt: (offset: number) => number): string[] {
  const { task, section, id, name, start, end, days, waitsFor, slackDays, drawnStart, drawnEnd, note } = row;
  return [
    String(chart.index + 1),
    String(lineAt(task.syntax.span.start) + 1),
    text(section),
    text(id),
    text(name),
    text(task.syntax.tags.map(({ tag }) => tag).join(' ')),
    start,
    end,
    String(days ?? ''),
    text(waitsFor.join(', ')),
    task.provisional ? 'yes' : 'no',
    task.critical ? 'yes' : 'no',
    String(slackDays ?? ''),
    drawnStart,
    drawnEnd,
    text(note),
  ];
}

/** A spreadsheet takes a text that begins like this for a formula and runs it; an apostrophe makes it text. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

function text(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
