import { type Row, rowsOf } from '../../features/export/rows';
import { printable } from '../../features/printable';
import type { ChartAnalysis, Clock } from '../../gantt/analysis';
import { summaryText } from '../chartSummary';
import type { SourceFile } from '../sourceFile';
import type { Colour, Paint } from '../text/colours';
import { type Column, columns } from '../text/columns';

const COLUMNS: readonly Column[] = [
  { title: 'id', shrinksTo: 8 },
  { title: 'name', shrinksTo: 20 },
  { title: 'section', shrinksTo: 8 },
  { title: 'start' },
  { title: 'end' },
  { title: 'days', alignEnd: true },
  { title: 'waits for', shrinksTo: 9 },
  { title: 'marks' },
];

/** For people: every chart as a table with a heading. `width`: columns to fit into; null for as wide as it is. */
export function scheduleTable(
  source: SourceFile,
  charts: readonly ChartAnalysis[],
  clock: Clock,
  width: number | null,
  paint: Paint,
): string {
  const tables = charts.map((chart) => {
    const line = source.document.positionAt(chart.span.start).line + 1;
    const title = chart.settings.title === null ? '' : ` ${printable(chart.settings.title)}`;
    const rows = rowsOf(chart, clock);
    const [head = '', ...body] = columns(COLUMNS, rows.map(cells), width);
    const lines = body.map((text, index) => (rows[index] ? paintRow(rows[index], text, paint) : text));
    return [
      `${paint('bold', `${printable(source.path)}:${line}${title}`)}: ${summaryText(chart, clock)}`,
      '',
      paint('faint', head),
      ...lines,
    ].join('\n');
  });
  return tables.map((table) => `${table}\n`).join('\n');
}

function cells(row: Row): string[] {
  const { id, name, section, start, end, days, waitsFor } = row;
  const texts = [
    id,
    name,
    section,
    start,
    end,
    days === null ? '' : String(days),
    waitsFor.join(', '),
    marks(row),
  ];
  return texts.map(printable);
}

function marks({ task, drawnStart, drawnEnd, start, end }: Row): string {
  const tags = task.syntax.tags.map(({ tag }) => tag);
  const drawn =
    drawnStart !== start && drawnStart !== ''
      ? `drawn ${drawnStart}`
      : drawnEnd !== end && drawnEnd !== ''
        ? `drawn to ${drawnEnd}`
        : null;
  const state = task.start === null ? 'unscheduled' : task.provisional ? 'provisional' : null;
  const parts = [...new Set(tags), task.critical ? 'critical-path' : null, state, drawn];
  return parts.filter((part) => part !== null).join(', ');
}

function paintRow({ task }: Row, text: string, paint: Paint): string {
  const colour: Colour | null = task.start === null ? 'red' : task.provisional ? 'yellow' : null;
  return colour === null ? text : paint(colour, text);
}
