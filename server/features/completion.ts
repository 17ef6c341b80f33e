import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import type { Edit } from '../gantt/problems/problem';
import { type DateText, dateTextFor } from './dateText';
import { reachOf } from './dependencies';
import { datedChart, hoverCard } from './hoverCard';
import { type IdList, idListAt } from './idList';
import { chartAt, READABLE_ID, tasksWithId } from './place';

export interface CompletionItem {
  readonly label: string;
  /** Behind the label: the task's name and its end. */
  readonly description: string;
  /** Name, section and dates. */
  readonly detail: string;
  readonly kind: 'task' | 'milestone';
  /** What the typed prefix is compared with: the id, or words of the name. */
  readonly filterText: string;
  /** Replaces the whole word, hyphens included. */
  readonly edit: Edit;
  /** Where to find the task again for the documentation, which is written when the item is looked at. */
  readonly chart: number;
  readonly task: number;
}

/** Ids for the list at `offset`, best first; null where no list of ids is. */
export function completion(analysis: DocumentAnalysis, offset: number): CompletionItem[] | null {
  const chart = chartAt(analysis, offset);
  const list = chart && idListAt(chart, analysis.text, offset);
  if (!chart || !list) return null;
  const dates = dateTextFor(chart, analysis.clock);
  const atNeighbour = list.word.start === list.word.end && /[^\s,#;]/.test(analysis.text[offset] ?? ' ');
  const separator = atNeighbour ? (list.role === 'click' ? ',' : ' ') : '';
  return candidates(chart, list).map((task) => {
    const text = (task.syntax.id?.text ?? '') + separator;
    return item(chart, task, { span: list.word, text }, dates);
  });
}

function candidates(chart: ChartAnalysis, { role, others, task, taskId }: IdList): Task[] {
  const reach = task && reachOf(chart, task.index, taskId);
  const closesCycle = (other: Task) =>
    reach !== null && (role === 'until' ? reach.cycleByUntil(other.index) : reach.cycleByAfter(other.index));
  return [...chart.symbols.tasksById.keys()]
    .filter((id) => READABLE_ID.test(id) && id !== taskId && !others.includes(id))
    .map((id) => tasksWithId(chart, id))
    .filter((definitions) => !definitions.some((other) => other === task || closesCycle(other)))
    .map((definitions) => definitions.at(-1)!)
    .filter(({ syntax }) => syntax.id !== null)
    .sort(task ? byFitness(task) : (a, b) => a.index - b.index);
}

/** Same section first, then those that end before this task starts, then the nearest. */
function byFitness(task: Task): (a: Task, b: Task) => number {
  const fitness = (other: Task) => [
    other.section?.index === task.section?.index ? 0 : 1,
    other.end === null ? 2 : task.start !== null && other.end > task.start ? 1 : 0,
    // Mermaid reads from the top, so of two neighbours the one above is the safer.
    Math.abs(other.index - task.index) + (other.index > task.index ? 0.5 : 0),
  ];
  return (a, b) => {
    const [ours, theirs] = [fitness(a), fitness(b)];
    const decisive = ours.findIndex((value, index) => value !== theirs[index]);
    return decisive < 0 ? 0 : ours[decisive]! - theirs[decisive]!;
  };
}

function item(chart: ChartAnalysis, task: Task, edit: Edit, dates: DateText): CompletionItem {
  const id = task.syntax.id?.text ?? '';
  const name = task.syntax.name.text;
  return {
    label: id,
    description: `${name} · ${dates.end(task) ?? 'no date'}`,
    detail: [name, task.section?.name.text, dates.span(task) ?? 'no date'].filter(Boolean).join(' · '),
    kind: task.milestone ? 'milestone' : 'task',
    filterText: `${id} ${name}`,
    edit,
    chart: chart.index,
    task: task.index,
  };
}

/** A completion item's documentation in Markdown: the task's card. Null when the document has no such task any more. */
export function completionDocumentation(
  analysis: DocumentAnalysis,
  chartIndex: number,
  taskIndex: number,
): string | null {
  const chart = analysis.charts[chartIndex];
  const task = chart?.tasks[taskIndex];
  return chart && task ? hoverCard(datedChart(chart, analysis.clock), task) : null;
}
