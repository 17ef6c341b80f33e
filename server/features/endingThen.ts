import type { ChartAnalysis, Task } from '../gantt/analysis';
import { reachOf } from './completion/reach';
import { READABLE_ID, tasksWithId } from './place';

/**
 * The tasks that end at an instant (epoch milliseconds) and that another could start after without a cycle: by an id that
 * Mermaid reads whole and that is theirs alone. Those of its own section come first, then the near ones.
 */
export function endingThen(chart: ChartAnalysis, task: Task, time: number): Task[] {
  const reach = reachOf(chart, task.index, task.syntax.id?.text ?? null);
  const fits = ({ syntax, end, index }: Task) => {
    const id = syntax.id?.text ?? '';
    const alone = READABLE_ID.test(id) && tasksWithId(chart, id).length === 1;
    return index !== task.index && end === time && alone && !reach.cycleByAfter(index);
  };
  const away = ({ section, index }: Task) =>
    (section?.index === task.section?.index ? 0 : chart.tasks.length) + Math.abs(index - task.index);
  return chart.tasks.filter(fits).sort((a, b) => away(a) - away(b));
}
