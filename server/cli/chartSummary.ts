import { counted, type Dates, dateTextFor } from '../features/dateText';
import type { ChartAnalysis, Clock, Task } from '../gantt/analysis';

/** A chart in a few numbers. Times are epoch milliseconds. */
export interface ChartSummary {
  readonly tasks: number;
  /** The last true date, and the last that Mermaid draws; null where no task has one. */
  readonly lastEnd: number | null;
  readonly lastDrawnEnd: number | null;
  /** Tasks whose dates can still move, and tasks that have none. */
  readonly provisional: number;
  readonly unscheduled: number;
  readonly rejected: boolean;
}

export function chartSummary(chart: ChartAnalysis): ChartSummary {
  const { tasks } = chart;
  return {
    tasks: tasks.length,
    lastEnd: latest(tasks)?.end ?? null,
    lastDrawnEnd: latest(tasks.map(asDrawn))?.end ?? null,
    provisional: tasks.filter((task) => task.provisional && task.start !== null).length,
    unscheduled: tasks.filter((task) => task.start === null).length,
    rejected: chart.rejection !== null,
  };
}

/** `78 tasks · last date Wed 15 Jan 2025 · Mermaid draws up to … · 2 provisional · 11 unscheduled`. */
export function summaryText(chart: ChartAnalysis, clock: Clock): string {
  const { tasks, rejected, provisional, unscheduled } = chartSummary(chart);
  const dates = dateTextFor(chart, clock);
  const last = lastDateText(chart, clock);
  const lastDrawn = latest(chart.tasks.map(asDrawn));
  const drawn = lastDrawn && dates.end(lastDrawn);
  const parts = [
    counted(tasks, 'task'),
    last && `last date ${last}${drawn === last ? ', as Mermaid draws it' : ''}`,
    rejected ? 'Mermaid refuses to draw it' : drawn && drawn !== last && `Mermaid draws up to ${drawn}`,
    provisional > 0 && `${provisional} provisional`,
    unscheduled > 0 && `${unscheduled} unscheduled`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The true last date for people, by the convention of the chart's author; null without any. */
export function lastDateText(chart: ChartAnalysis, clock: Clock): string | null {
  const last = latest(chart.tasks);
  return last && dateTextFor(chart, clock).end(last);
}

function asDrawn(task: Task): Dates {
  return { start: task.drawnStart, end: task.drawnEnd };
}

/** Those with the last end. */
function latest(tasks: readonly Dates[]): Dates | null {
  let last: Dates | null = null;
  for (const task of tasks) {
    if (task.end !== null && (last?.end == null || task.end > last.end)) last = task;
  }
  return last;
}
