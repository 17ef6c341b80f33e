import type { ChartAnalysis } from '../../gantt/analysis';
import { type Edit, insert, lineAt, lineEnding, remove } from '../../gantt/problems/edits';
import type { SectionStatement } from '../../gantt/syntax';
import type { Refactor } from './refactoring';
import { isMovable, taskLines } from './taskLines';

/** The nearest ones; a menu has no room for more. */
const MOST_SECTIONS = 10;

/** Puts a task, with the comments above it, at the end of another section. */
export const moveToSection: Refactor = ({ text, chart, task }) => {
  const lines = task && isMovable(chart, task) ? taskLines(text, chart, task) : null;
  if (!task || !lines) return [];
  const own = task.section?.index ?? -1;
  const moved = lineEnding(text) + text.slice(lines.start, lines.end);
  const taken = remove(lines.start, lineAt(text, lines.end).next);
  return chart.sections
    .filter(({ index }) => index !== own && !leansBack(chart, index))
    .sort((a, b) => Math.abs(a.index - own) - Math.abs(b.index - own))
    .slice(0, MOST_SECTIONS)
    .map((section) => {
      const edits: Edit[] = [taken, insert(endOf(text, chart, section), moved)];
      return { title: `Move to section “${section.name.text}”`, kind: 'move', edits };
    });
};

/** Behind the section's last task, or behind its own line. */
function endOf(text: string, { tasks }: ChartAnalysis, { index, span }: SectionStatement): number {
  const last = tasks.findLast(({ syntax }) => syntax.section === index);
  return lineAt(text, (last?.syntax.span ?? span).start).end;
}

/** Whether the task behind a section starts where the section's last one ends. */
function leansBack({ tasks }: ChartAnalysis, section: number): boolean {
  const next = tasks.find(({ syntax }) => (syntax.section ?? -1) > section);
  return next?.startExpression.kind === 'previous';
}
