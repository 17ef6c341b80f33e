import { counted } from '../../features/dateText';
import { markdown } from '../../features/markup';
import type { ChartDiff, TaskChange } from './compare';
import type { DiffResult } from './diff';
import type { TaskState } from './taskState';
import { changeTexts, shiftText, sumsText } from './wording';

/** For a comment on a pull request: a heading and a table a chart. All text of the roadmap is escaped. */
export function markdownDiff({ before, after, files }: DiffResult): string {
  const sides = `between ${markdown.code(before.name)} and ${markdown.code(after.name)}`;
  if (files.length === 0) return `No roadmap differs ${sides}.\n`;
  const charts = files.flatMap((file) => file.charts.map((chart) => section(file.path, chart)));
  const sums = sumsText(files.flatMap((file) => file.charts));
  return `${charts.join('\n\n')}\n\n${sums || 'No task differs'} ${sides}.\n`;
}

function section(path: string, chart: ChartDiff): string {
  const title = chart.title === null ? '' : `: ${markdown.text(chart.title)}`;
  const head = `### ${markdown.code(path)}${title}`;
  const count = counted(chart.added.length + chart.removed.length, 'task');
  if (chart.status === 'added') return `${head}\n\nNew chart, ${count}, last date ${last(chart)}.`;
  if (chart.status === 'removed') return `${head}\n\nThe chart with ${count} is gone.`;
  const rows = [
    ...chart.added.map((task) => row(task, 'added', null, task.dates ?? 'unscheduled')),
    ...chart.removed.map((task) => row(task, 'removed', task.dates, null)),
    ...chart.changed.map(changeRow),
  ];
  const table = ['| Task | Change | Before | After |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return `${head}\n\nLast date: ${last(chart)}.\n\n${table}`;
}

function last({ lastDate: { before, after, days } }: ChartDiff): string {
  const [from, to] = [before?.text ?? 'none', after?.text ?? 'none'];
  if (before === null || from === to) return `**${to}**`;
  return `${from} → **${to}**${days ? ` (${shiftText(days)})` : ''}`;
}

function changeRow(change: TaskChange): string {
  const { before, after } = change;
  const same = before.dates === after.dates;
  return row(after, changeTexts(change, markdown).join('; '), same ? null : before.dates, after.dates);
}

function row({ id, name }: TaskState, what: string, before: string | null, after: string | null): string {
  // A code span in a table cannot hold a bar.
  const label = markdown.text(name) + (id === null ? '' : ` ${markdown.code(id).replace(/\|/g, '\\|')}`);
  return `| ${label} | ${what} | ${before ?? ''} | ${after ?? ''} |`;
}
