import type { ChartAnalysis, DocumentAnalysis, Task } from '../../gantt/analysis';
import type { Edit } from '../../gantt/problems/edits';
import { type DateText, dateTextFor } from '../dateText';
import { READABLE_ID, tasksWithId } from '../place';
import { type IdList, idListAt } from './idList';
import type { CompletionItem } from './item';
import { reachOf } from './reach';

/** Ids for a list behind `after`, `until` or `click`; null where no list of ids is. */
export function idItems(
  { text, clock }: DocumentAnalysis,
  chart: ChartAnalysis,
  offset: number,
): CompletionItem[] | null {
  const list = idListAt(chart, text, offset);
  if (!list) return null;
  const dates = dateTextFor(chart, clock);
  const atNeighbour = list.word.start === list.word.end && /[^\s,#;]/.test(text[offset] ?? ' ');
  const separator = atNeighbour ? (list.role === 'click' ? ',' : ' ') : '';
  return candidates(chart, list).map((task) => {
    const id = task.syntax.id?.text ?? '';
    return item(chart, task, id, { span: list.word, text: id + separator }, dates);
  });
}

function candidates(chart: ChartAnalysis, { role, others, task, taskId }: IdList): Task[] {
  const reach = task && reachOf(chart, task.index, taskId);
  const closesCycle = (other: Task) =>
    reach !== null && (role === 'until' ? reach.cycleByUntil(other.index) : reach.cycleByAfter(other.index));
  const taken = new Set(others);
  const tasks = [...chart.symbols.tasksById.keys()]
    .filter((id) => READABLE_ID.test(id) && id !== taskId && !taken.has(id))
    .map((id) => tasksWithId(chart, id))
    .filter((definitions) => !definitions.some((other) => other === task || closesCycle(other)))
    .map((definitions) => definitions.at(-1)!)
    .filter(({ syntax }) => syntax.id !== null);
  return task ? byFitness(task, tasks) : tasks.sort((a, b) => a.index - b.index);
}

/** Same section first, then those that end before the task starts, then the nearest. */
function byFitness(task: Task, others: readonly Task[]): Task[] {
  return others
    .map((other) => ({
      other,
      section: other.section?.index === task.section?.index ? 0 : 1,
      order: other.end === null ? 2 : task.start !== null && other.end > task.start ? 1 : 0,
      // Mermaid reads from the top, so of two neighbours the one above is the safer.
      distance: Math.abs(other.index - task.index) + (other.index > task.index ? 0.5 : 0),
    }))
    .sort((a, b) => a.section - b.section || a.order - b.order || a.distance - b.distance)
    .map(({ other }) => other);
}

function item(chart: ChartAnalysis, task: Task, id: string, edit: Edit, dates: DateText): CompletionItem {
  const name = task.syntax.name.text;
  return {
    label: id,
    kind: task.milestone ? 'milestone' : 'task',
    description: `${name} · ${dates.end(task) ?? 'no date'}`,
    detail: [name, task.section?.name.text, dates.span(task) ?? 'no date'].filter(Boolean).join(' · '),
    filterText: `${id} ${name}`,
    edit,
    task: { chart: chart.index, index: task.index },
  };
}
