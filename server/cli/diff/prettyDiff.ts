import { counted } from '../../features/dateText';
import { plain } from '../../features/markup';
import { printable } from '../../features/printable';
import type { Paint } from '../text/colours';
import type { ChartDiff, TaskChange } from './compare';
import type { DiffResult } from './diff';
import type { TaskState } from './taskState';
import { changeTexts, shiftText, sumsText } from './wording';

/** For people: a block a chart, then the sums. */
export function prettyDiff({ before, after, files }: DiffResult, paint: Paint): string {
  const sides = `between ${printable(before.name)} and ${printable(after.name)}`;
  if (files.length === 0) return `No roadmap differs ${sides}.\n`;
  const charts = files.flatMap((file) =>
    file.charts.map((chart) => block(file.path, file.oldPath, chart, paint)),
  );
  const sums = sumsText(files.flatMap((file) => file.charts));
  return `${charts.join('\n\n')}\n\n${sums || 'No task differs'} ${sides}.\n`;
}

function block(path: string, oldPath: string | null, chart: ChartDiff, paint: Paint): string {
  const title = chart.title === null ? '' : ` ${printable(chart.title)}`;
  const from = oldPath === null ? '' : ` (was ${printable(oldPath)})`;
  const head = paint('bold', `${printable(path)}${from}${title}`);
  if (chart.status !== 'changed') return `${head}: ${wholeChart(chart)}`;
  const tasks = [
    ...chart.added.map((task) => paint('green', `  + ${label(task)}  ${task.dates ?? 'unscheduled'}`)),
    ...chart.removed.map((task) => paint('red', `  - ${label(task)}`)),
    ...chart.changed.flatMap((change) => changeLines(change, paint)),
  ];
  return [head, `  ${lastDate(chart)}`, ...tasks].join('\n');
}

/** A chart that came or went is not listed task by task. */
function wholeChart({ status, added, removed, lastDate: { before, after } }: ChartDiff): string {
  const count = counted(added.length + removed.length, 'task');
  const last = (after ?? before)?.text;
  return `${status === 'added' ? 'new chart' : 'chart removed'}, ${count}${last ? `, last date ${last}` : ''}`;
}

function lastDate({ lastDate: { before, after, days } }: ChartDiff): string {
  const [from, to] = [before?.text ?? 'none', after?.text ?? 'none'];
  if (from === to) return `last date stays ${to}`;
  return `last date ${from} → ${to}${days ? ` (${shiftText(days)})` : ''}`;
}

function changeLines(change: TaskChange, paint: Paint): string[] {
  const { before, after } = change;
  const what = changeTexts(change, plain).map(printable).join('; ');
  const lines = [`  ${paint('yellow', '~')} ${label(after)}  ${what}`];
  if (before.dates !== after.dates) {
    lines.push(paint('faint', `      ${before.dates ?? 'no date'} → ${after.dates ?? 'no date'}`));
  }
  return lines;
}

function label({ id, name }: TaskState): string {
  return printable(id === null ? name : `${name} (${id})`);
}
