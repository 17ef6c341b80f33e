import type { ChartAnalysis, DocumentAnalysis } from '../../gantt/analysis';
import { calendar } from '../../gantt/calendar';
import { lineAt } from '../../gantt/problems/edits';
import { SETTINGS, type SettingName, type Statement } from '../../gantt/syntax';
import { writtenDate } from './dates';
import type { CompletionItem } from './item';

/** `topAxis` is left out: as a statement it makes Mermaid refuse the chart. */
const SETTING_DOCUMENTATION: Record<Exclude<SettingName, 'topAxis'>, string> = {
  title: 'The heading above the chart.',
  dateFormat: 'How dates are written in this chart, such as `YYYY-MM-DD`.',
  axisFormat: 'How dates are shown below the chart, such as `%d %b`.',
  tickInterval: 'How far apart the dates below the chart are, such as `1month`.',
  excludes: 'Days without work: `weekends`, names of weekdays, dates. Durations grow by them.',
  includes: 'Days of work among those that `excludes` names.',
  todayMarker: 'The look of the line at today; `off` hides it.',
  weekday: 'The day on which weeks begin below the chart, for a `tickInterval` in weeks.',
  weekend: 'The day on which `weekends` begin: `friday` or `saturday`.',
  inclusiveEndDates: 'An end date counts as a whole day of the task.',
  accTitle: 'A title for screen readers.',
  accDescr: 'A description for screen readers.',
};

const NO_VALUE: readonly SettingName[] = ['inclusiveEndDates'];
const COLON: readonly SettingName[] = ['accTitle', 'accDescr'];

/** Statements and snippets where a line begins; null where something else stands on it. */
export function statementItems(
  { text, clock }: DocumentAnalysis,
  chart: ChartAnalysis,
  offset: number,
): CompletionItem[] | null {
  const line = lineAt(text, offset);
  const start = line.start + line.indent.length;
  if (offset < start || !/^\w*\s*$/.test(text.slice(start, line.end))) return null;
  if (chart.statements.some((statement) => spans(text, statement, start, offset))) return null;
  const head = chart.statements.find(({ kind }) => kind === 'gantt');
  const span = { start, end: start + text.slice(start, line.end).trimEnd().length };
  const word = { start, end: Math.max(span.end, offset) };
  if (!head) return [{ label: 'gantt', kind: 'keyword', edit: { span: word, text: 'gantt' } }];
  if (head.span.start >= start) return null;

  const written = new Set(
    chart.statements.map((statement) => statement.kind === 'setting' && statement.name),
  );
  const dates = calendar(chart.settings.dateFormat, clock.timeZone, clock.now);
  const today = writtenDate(dates, dates.today) ?? 'today';
  const snippet = (label: string, documentation: string, body: string): CompletionItem => ({
    label,
    kind: 'snippet',
    documentation,
    edit: { span: word, text: body },
    snippet: true,
  });
  const settings = SETTINGS.filter((name) => name !== 'topAxis' && !written.has(name)).map(
    (name): CompletionItem => ({
      label: name,
      kind: 'keyword',
      documentation: SETTING_DOCUMENTATION[name as keyof typeof SETTING_DOCUMENTATION],
      edit: { span: word, text: name + (COLON.includes(name) ? ': ' : NO_VALUE.includes(name) ? '' : ' ') },
    }),
  );
  return [
    snippet('section', 'A group of tasks.', `section \${1:Name}`),
    snippet('task', 'A task with a start date.', `\${1:Task}: \${2:id}, \${3:${today}}, \${4:1w}`),
    snippet(
      'after',
      'A task that starts when another ends.',
      `\${1:Task}: \${2:id}, after \${3:other}, \${4:1w}`,
    ),
    snippet(
      'milestone',
      'A point in time that other tasks lead to.',
      `\${1:Milestone}: milestone, after \${2:task}, 0d`,
    ),
    snippet('click', 'A link behind a task.', `click \${1:id} href "\${2:https://}"`),
    ...settings,
  ];
}

/** Whether the statement begins above the line and goes on behind the cursor. A bare `section` does so by mistake. */
function spans(text: string, statement: Statement, lineStart: number, offset: number): boolean {
  const { kind, span } = statement;
  if (span.start >= lineStart || kind === 'section' || kind === 'refused') return false;
  if (kind !== 'setting') return offset < span.end;
  if (statement.name !== 'accDescr' || !/^\s*\{/.test(text.slice(statement.keyword.end))) return false;
  const end = text.indexOf('}', statement.keyword.end);
  return end < 0 || offset <= end;
}
