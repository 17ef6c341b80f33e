import type { ChartAnalysis, Clock, DocumentAnalysis, Task } from '../../gantt/analysis';
import { analyze } from '../../gantt/analyze';
import { formatDate } from '../../gantt/dateFormat';
import type { SettingStatement, Statement } from '../../gantt/syntax';
import { timeZone } from '../../gantt/timeZone';
import { plain } from '../markup';
import { reasonsFor } from '../note';
import { printable } from '../printable';

/** Tried in turn until one holds every date of the chart; the last is milliseconds and holds any. */
const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD HH:mm:ss.SSS',
  'x',
] as const;
const CALENDAR_SETTINGS: ReadonlySet<string> = new Set(['excludes', 'includes', 'weekend']);
/** What would move the dates, or Mermaid refuses. */
const DROPPED_SETTINGS: ReadonlySet<string> = new Set(['dateFormat', 'inclusiveEndDates', 'topAxis']);
const INDENT = '    ';

/**
 * The chart written anew with every task at its true dates, in the chart's own dateFormat where that can say them all.
 * A task without dates becomes a comment with the reason. Whoever draws it sees the true schedule.
 */
export function resolvedMermaid({ text, clock }: DocumentAnalysis, chart: ChartAnalysis): string {
  const header = headerOf(chart, clock);
  const lines = chart.statements.map((statement) => lineOf(statement, text, chart, clock));
  const formats = [...new Set([chart.settings.dateFormat, ...DATE_FORMATS])].filter(
    (format) => format !== '',
  );
  // Front matter can make Mermaid refuse what it draws without: compact rows and a section named `__proto__`.
  for (const head of new Set([header, ''])) {
    for (const format of formats) {
      // Excluded days push the ends of dates that are not written as YYYY-MM-DD; without them they are not shaded.
      for (const withCalendar of [true, false]) {
        const written = write(head, lines, format, withCalendar, clock);
        if (written !== null && drawsTrueDates(written, chart, clock)) return written;
      }
    }
  }
  return write('', lines, 'x', false, clock) ?? '';
}

/** A line of the new chart; a task's dates are put in once the format is known. */
interface Line {
  readonly text: string;
  readonly dates?: readonly [start: number, end: number];
  /** Says which days are excluded. */
  readonly calendar?: boolean;
  readonly section?: boolean;
}

function write(
  header: string,
  lines: readonly (Line | null)[],
  format: string,
  withCalendar: boolean,
  clock: Clock,
): string | null {
  const zone = timeZone(clock.timeZone);
  const written = [`${header}gantt`, `${INDENT}dateFormat ${format}`];
  let indent = INDENT;
  try {
    for (const line of lines) {
      if (line === null || (line.calendar && !withCalendar)) continue;
      const dates = (line.dates ?? []).map((time) => formatDate(time, format, zone));
      written.push(`${line.section ? INDENT : indent}${line.text}${dates.join(', ')}`);
      if (line.section) indent = INDENT + INDENT;
    }
  } catch {
    // The chart's own format may be one that cannot be written.
    return null;
  }
  return `${written.join('\n')}\n`;
}

function drawsTrueDates(written: string, chart: ChartAnalysis, clock: Clock): boolean {
  const drawn = analyze(written, 'mermaid', clock).charts[0];
  const wanted = chart.tasks.filter(isScheduled);
  return (
    drawn !== undefined &&
    drawn.rejection === null &&
    drawn.tasks.length === wanted.length &&
    wanted.every(({ start, end }, index) => {
      const task = drawn.tasks[index];
      return task?.drawnStart === start && task.drawnEnd === end;
    })
  );
}

function isScheduled(task: Task): task is Task & { start: number; end: number } {
  return task.start !== null && task.end !== null;
}

/** Front matter and directives, as far as Mermaid takes them. */
function headerOf(chart: ChartAnalysis, clock: Clock): string {
  const parts = chart.statements.map((statement) => {
    if (statement.kind === 'front-matter') return `---\n${statement.body.text}\n---\n`;
    return statement.kind === 'directive' ? `%%{${statement.body.text}}%%\n` : '';
  });
  const header = parts.join('');
  return accepted(`${header}gantt\n`, clock) ? header : '';
}

function lineOf(statement: Statement, text: string, chart: ChartAnalysis, clock: Clock): Line | null {
  switch (statement.kind) {
    case 'task':
      return taskLine(chart, chart.tasks[statement.index], clock);
    case 'section':
      return { text: `section ${safeSection(statement.name.text, clock)}`, section: true };
    case 'setting':
      return settingLine(statement, clock);
    case 'click': {
      const line = text.slice(statement.span.start, statement.span.end);
      return accepted(`gantt\n${line}\n`, clock) ? { text: line } : null;
    }
    case 'comment':
      return { text: `%% ${statement.text}` };
    case 'refused':
      return { text: `%% ${printable(statement.text)} (left out: Mermaid cannot read this line)` };
    default:
      return null;
  }
}

function taskLine(chart: ChartAnalysis, task: Task | undefined, clock: Clock): Line | null {
  if (!task) return null;
  const { name, data, tags, id } = task.syntax;
  if (!isScheduled(task)) {
    const reason = reasonsFor(chart, task, plain);
    return { text: printable(`%% ${name.text}: ${data.text} (no date${reason && `: ${reason}`})`) };
  }
  const fields = [...tags.map(({ tag }) => tag), ...(id?.text ? [id.text] : [])];
  const front = fields.map((field) => `${field}, `).join('');
  return { text: `${safeName(name.text, clock)}: ${front}`, dates: [task.start, task.end] };
}

function settingLine({ name, value }: SettingStatement, clock: Clock): Line | null {
  if (DROPPED_SETTINGS.has(name)) return null;
  const block = value.text.includes('\n') ? `${name} {\n${value.text}\n}` : null;
  const colon = name === 'accTitle' || name === 'accDescr' ? ':' : '';
  const text = block ?? `${name}${colon} ${value.text}`;
  return accepted(`gantt\n${text}\n`, clock) ? { text, calendar: CALENDAR_SETTINGS.has(name) } : null;
}

/** Names that Mermaid would read as something else, as a refused line may have them, are put in quotes. */
function safeName(name: string, clock: Clock): string {
  const candidates = [name, `"${name}"`, `"${name.replace(/[:#;%\s]+/g, ' ')}"`];
  const safe = candidates.find((candidate) => {
    const chart = chartOf(`gantt\ndateFormat YYYY-MM-DD\n${candidate}: 2024-01-01, 2024-01-02\n`, clock);
    return (
      chart?.rejection === null && chart.tasks.length === 1 && chart.tasks[0]?.syntax.name.text === candidate
    );
  });
  return safe ?? 'task';
}

function safeSection(name: string, clock: Clock): string {
  const chart = chartOf(`gantt\nsection ${name}\n`, clock);
  return chart?.rejection === null && chart.sections[0]?.name.text === name && name !== '' ? name : '–';
}

function accepted(text: string, clock: Clock): boolean {
  return chartOf(text, clock)?.rejection === null;
}

function chartOf(text: string, clock: Clock): ChartAnalysis | undefined {
  return analyze(text, 'mermaid', clock).charts[0];
}
