import type { ChartAnalysis, Clock, DocumentAnalysis, Task } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import type { WallTime } from '../gantt/timeZone';
import { chartDiagnostics, type SeverityChoices } from './diagnostics';
import { type DatedChart, datedChart, hoverCard } from './hoverCard';
import { plain } from './markup';
import { noteFor } from './note';
import { grainOf } from './reschedule';

/** Everything the panel draws of one document. */
export interface PanelDocumentOf<R> {
  version: number;
  charts: PanelChartOf<R>[];
}

export interface PanelChartOf<R> {
  range: R;
  title: string | null;
  /** Why Mermaid refuses to draw this chart, in a person's words, and where. */
  rejection: { message: string; range: R } | null;
  /** Every problem of severity error or warning, for the strip on top. */
  problems: { code: string; severity: 'error' | 'warning'; message: string; range: R }[];
  sections: { name: string; range: R }[];
  tasks: PanelTaskOf<R>[];
  weekday: string;
  todayMarker: string | null;
  /** The smallest step that the chart's dates can tell apart, in milliseconds. */
  grain: number;
  /** Now, in the server's zone. */
  today: WallTime;
  /** Excluded days inside the chart's true span, half-open, merged; empty beyond five years as in Mermaid. */
  excluded: [WallTime, WallTime][];
}

export interface PanelTaskOf<R> {
  id: string | null;
  name: string;
  /** Index into `sections`; null before the first. */
  section: number | null;
  tags: string[];
  range: R;
  start: WallTime | null;
  end: WallTime | null;
  provisional: boolean;
  drawnStart: WallTime | null;
  drawnEnd: WallTime | null;
  predecessors: number[];
  successors: number[];
  critical: boolean;
  /** Milliseconds. */
  slack: number | null;
  /** In plain words: why it is unscheduled, provisional, or drawn elsewhere; null where all is well. */
  note: string | null;
}

/** What the panel shows of a document, its spans turned into ranges by `toRange`. */
export function panelOf<R>(
  analysis: DocumentAnalysis,
  version: number,
  choices: SeverityChoices,
  toRange: (span: Span) => R,
): PanelDocumentOf<R> {
  const charts = analysis.charts.map((chart) => panelChart(chart, analysis.clock, choices, toRange));
  return { version, charts };
}

/** A task's card in Markdown, as in the editor; null where there is no such task. */
export function panelCard(
  { charts, clock }: DocumentAnalysis,
  chart: number,
  index: number,
  choices: SeverityChoices,
): string | null {
  const found = charts[chart];
  const task = found?.tasks[index];
  return found && task ? hoverCard(datedChart(found, clock, choices), task) : null;
}

function panelChart<R>(
  chart: ChartAnalysis,
  clock: Clock,
  choices: SeverityChoices,
  toRange: (span: Span) => R,
): PanelChartOf<R> {
  const context = datedChart(chart, clock, choices);
  const { title, weekday, todayMarker, dateFormat } = chart.settings;
  return {
    range: toRange(chart.span),
    title,
    rejection: rejectionOf(chart, toRange),
    problems: chartDiagnostics(chart, choices).flatMap(({ code, severity, message, span }) =>
      severity === 'error' || severity === 'warning'
        ? [{ code, severity, message, range: toRange(span) }]
        : [],
    ),
    sections: chart.sections.map(({ name, span }) => ({ name: name.text, range: toRange(span) })),
    tasks: chart.tasks.map((task) => panelTask(context, task, toRange)),
    weekday,
    todayMarker,
    grain: grainOf(dateFormat),
    today: context.dates.toWall(clock.now),
    excluded: context.workingDays.excluded(),
  };
}

function rejectionOf<R>({ rejection, problems }: ChartAnalysis, toRange: (span: Span) => R) {
  if (!rejection) return null;
  const { span, reason } = rejection;
  const told = problems.find(
    (problem) =>
      problem.severity === 'error' && problem.span.start <= span.end && span.start <= problem.span.end,
  );
  return { message: told?.message ?? reason, range: toRange(told?.span ?? span) };
}

function panelTask<R>(context: DatedChart, task: Task, toRange: (span: Span) => R): PanelTaskOf<R> {
  const { chart, dates } = context;
  const { id, name, tags, span, section } = task.syntax;
  const wall = (time: number | null) => (time === null ? null : dates.toWall(time));
  return {
    id: id?.text ?? null,
    name: name.text,
    section,
    tags: tags.map(({ tag }) => tag),
    range: toRange(span),
    start: wall(task.start),
    end: wall(task.end),
    provisional: task.provisional,
    drawnStart: wall(task.drawnStart),
    drawnEnd: wall(task.drawnEnd),
    predecessors: [...task.predecessors],
    successors: [...task.successors],
    critical: task.critical,
    slack: task.slack,
    note: noteFor(chart, task, dates, plain),
  };
}
