import type { ChartAnalysis, Clock, Task } from '../gantt/analysis';
import { contains, type Span } from '../gantt/span';
import { counted, type DateText, dateTextFor, lengthText } from './dateText';
import { chartDiagnostics, type Diagnostic, type SeverityChoices } from './diagnostics';
import { markdown, messageInMarkdown } from './markup';
import { noteFor } from './note';
import { type WorkingDays, workingDaysOf } from './workingDays';

const MOST_NEIGHBOURS = 8;
const MOST_MESSAGES = 5;
/** What the note says already, in words for this one task. */
const TOLD_BY_NOTE = new Set(['unknown-task', 'cyclic-dependency', 'missing-start', 'ignored-predecessor']);

/** The address that leads to a task by the span of its name. */
export type LinkTo = (name: Span) => string;

/** A chart with what it takes to speak of its dates; made once for many cards. */
export interface DatedChart {
  readonly chart: ChartAnalysis;
  readonly dates: DateText;
  readonly workingDays: WorkingDays;
  /** Errors and warnings by the index of the task in whose line they are. */
  readonly problems: ReadonlyMap<number, readonly Diagnostic[]>;
  /** Null where nobody can follow a link. */
  readonly linkTo: LinkTo | null;
}

export function datedChart(
  chart: ChartAnalysis,
  clock: Clock,
  choices: SeverityChoices,
  linkTo: LinkTo | null = null,
): DatedChart {
  return {
    chart,
    dates: dateTextFor(chart, clock),
    workingDays: workingDaysOf(chart, clock),
    problems: problemsByTask(chart, choices),
    linkTo,
  };
}

/** Both problems and tasks are in the order of the text. */
function problemsByTask(chart: ChartAnalysis, choices: SeverityChoices): Map<number, Diagnostic[]> {
  const found = new Map<number, Diagnostic[]>();
  let next = 0;
  for (const problem of chartDiagnostics(chart, choices)) {
    if (problem.severity !== 'error' && problem.severity !== 'warning') continue;
    while ((chart.tasks[next]?.syntax.span.start ?? Number.POSITIVE_INFINITY) <= problem.span.start) next++;
    const task = chart.tasks[next - 1];
    if (!task || !contains(task.syntax.span, problem.span)) continue;
    const others = found.get(task.index);
    if (others) others.push(problem);
    else found.set(task.index, [problem]);
  }
  return found;
}

/** A task in Markdown: name, dates, length, what it waits for and what waits for it, and what is wrong. */
export function hoverCard(context: DatedChart, task: Task): string {
  const { dates } = context;
  const paragraphs = [
    heading(task),
    whenText(context, task),
    ...wrong(context, task),
    neighbours('Waits for', context, task.predecessors, (other) => dates.end(other)),
    neighbours('Waited for by', context, task.successors, (other) =>
      other.start === null ? null : dates.day(other.start),
    ),
  ];
  return paragraphs.filter((text) => text !== null).join('\n\n');
}

function heading({ syntax, section, milestone }: Task): string {
  const name = `**${markdown.text(syntax.name.text) || '(no name)'}**`;
  const tags = syntax.tags.map(({ tag }) => tag);
  const facts = [
    syntax.id && markdown.code(syntax.id.text),
    section && markdown.text(section.name.text),
    milestone && !tags.includes('milestone') ? 'milestone' : null,
    ...new Set(tags),
  ].filter(Boolean);
  return facts.length === 0 ? name : `${name}  \n${facts.join(' · ')}`;
}

function whenText({ dates, workingDays }: DatedChart, task: Task): string | null {
  const span = dates.span(task);
  if (span === null) return null;
  const facts = [span];
  if (task.start !== null && task.end !== null && task.end !== task.start) {
    facts.push(lengthText(dates.toWall(task.end) - dates.toWall(task.start)));
    const working = workingDays.count(task);
    if (working !== null) facts.push(counted(working, 'working day'));
  }
  if (task.critical) facts.push('on the critical path');
  else if (task.slack !== null && task.slack > 0) facts.push(`${lengthText(task.slack)} of slack`);
  return facts.join(' · ');
}

function wrong({ chart, dates, problems }: DatedChart, task: Task): string[] {
  const note = noteFor(chart, task, dates, markdown);
  const messages = (problems.get(task.index) ?? [])
    .filter(({ code }) => note === null || !TOLD_BY_NOTE.has(code))
    .slice(0, MOST_MESSAGES)
    .map(({ message }) => messageInMarkdown(message));
  return note === null ? messages : [note, ...messages];
}

function neighbours(
  title: string,
  { chart, linkTo }: DatedChart,
  indexes: readonly number[],
  when: (task: Task) => string | null,
): string | null {
  if (indexes.length === 0) return null;
  const lines = indexes.slice(0, MOST_NEIGHBOURS).map((index) => {
    const task = chart.tasks[index]!;
    const id = task.syntax.id ? `${markdown.code(task.syntax.id.text)} ` : '';
    const name = markdown.text(task.syntax.name.text) || '(no name)';
    const shown = linkTo ? `[${name}](${linkTo(task.syntax.name.span)})` : name;
    return `- ${id}${shown} · ${when(task) ?? 'no date'}`;
  });
  const rest = indexes.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  return `${title}\n${lines.join('\n')}`;
}
