import { replace } from '../../gantt/problems/edits';
import type { Refactor } from './refactoring';
import { isMovable, taskLines } from './taskLines';

/** Orders a section's tasks by their true start, those without a date last; comments go with the task below them. */
export const sortSection: Refactor = ({ text, chart, statement, task }) => {
  const section = statement.kind === 'section' ? statement : task?.section;
  if (!section) return [];
  const tasks = chart.tasks.filter(({ syntax }) => syntax.section === section.index);
  const sorted = tasks.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || 0);
  if (sorted.every((other, index) => other === tasks[index])) return [];
  if (!tasks.every((other) => isMovable(chart, other))) return [];
  const lines = new Map(tasks.map((other) => [other, taskLines(text, chart, other)]));
  const edits = tasks.flatMap((other, index) => {
    const [from, to] = [lines.get(sorted[index]!), lines.get(other)];
    return from && to ? [replace(to, text.slice(from.start, from.end))] : [];
  });
  if (edits.length < tasks.length) return [];
  return [{ title: `Sort “${section.name.text}” by start`, kind: 'rewrite', edits }];
};
