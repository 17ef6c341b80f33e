import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import { analyze, type Language } from '../gantt/analyze';
import { applyEdits, type Edit } from '../gantt/problems/edits';
import { timeZone, type WallTime } from '../gantt/timeZone';

/** A task's index with the true dates it would have. */
export type NewDates = readonly [task: number, start: WallTime | null, end: WallTime | null];

/** The tasks of a chart whose true dates edits would change, with the new ones. */
export function datesAfter(
  analysis: DocumentAnalysis,
  language: Language,
  chart: ChartAnalysis,
  edits: readonly Edit[],
): NewDates[] {
  const { clock } = analysis;
  const zone = timeZone(clock.timeZone);
  const edited = analyze(applyEdits(analysis.text, edits), language, clock);
  const wall = (time: number | null) => (time === null ? null : zone.toWall(time));
  const tasks = edited.charts[chart.index]?.tasks ?? [];
  return chart.tasks.flatMap((task): NewDates[] => {
    const after = tasks[task.index];
    if (!after || sameDates(task, after)) return [];
    return [[task.index, wall(after.start), wall(after.end)]];
  });
}

function sameDates(one: Task, other: Task): boolean {
  return one.start === other.start && one.end === other.end;
}
