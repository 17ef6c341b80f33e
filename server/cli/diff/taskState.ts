import { dateTextFor } from '../../features/dateText';
import { plain } from '../../features/markup';
import { reasonsFor } from '../../features/note';
import type { ChartAnalysis, Clock } from '../../gantt/analysis';
import type { Tag } from '../../gantt/syntax';

/** A task at one revision. Times are epoch milliseconds; null is no date. */
export interface TaskState {
  readonly index: number;
  readonly id: string | null;
  readonly name: string;
  readonly section: string | null;
  readonly tags: readonly Tag[];
  readonly start: number | null;
  readonly end: number | null;
  readonly provisional: boolean;
  /** What stands behind the colon. */
  readonly written: string;
  /** Index of the task whose end is this one's start; null where a date decides. */
  readonly decidedBy: number | null;
  /** The dates for people; null without any. */
  readonly dates: string | null;
  /** Why there is none, or an uncertain one, as a clause. */
  readonly reason: string | null;
}

export function taskStates(chart: ChartAnalysis, clock: Clock): TaskState[] {
  const dates = dateTextFor(chart, clock);
  return chart.tasks.map((task) => ({
    index: task.index,
    id: task.syntax.id?.text || null,
    name: task.syntax.name.text,
    section: task.section?.name.text ?? null,
    tags: [...new Set(task.syntax.tags.map(({ tag }) => tag))],
    start: task.start,
    end: task.end,
    provisional: task.provisional,
    written: task.syntax.data.text,
    decidedBy: task.decidingPredecessor,
    dates: dates.span(task),
    reason: reasonsFor(chart, task, plain) || null,
  }));
}
