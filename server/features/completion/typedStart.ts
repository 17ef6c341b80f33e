import type { ChartAnalysis, Task } from '../../gantt/analysis';
import type { Calendar } from '../../gantt/calendar';
import { tasksWithId } from '../place';

/**
 * When a task starts whose line is being typed, in epoch milliseconds; null while that cannot be told. `field` is what
 * is written of the start, null where there is none and the task follows the one above.
 */
export function typedStart(
  chart: ChartAnalysis,
  task: Task,
  field: string | null,
  calendar: Calendar,
): number | null {
  if (field === null) return chart.tasks[task.index - 1]?.end ?? null;
  const list = /^after\s+([\w\s-]+)/.exec(field)?.[1];
  if (list === undefined) return parsed(field, calendar);
  const ends = list.split(/\s+/).flatMap((id) => tasksWithId(chart, id).at(-1)?.end ?? []);
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Some formats cannot be read without plugins that Mermaid does not load. */
function parsed(text: string, calendar: Calendar): number | null {
  try {
    return calendar.parse(text);
  } catch {
    return null;
  }
}
