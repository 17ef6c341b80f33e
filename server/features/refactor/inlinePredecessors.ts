import { replace } from '../../gantt/problems/edits';
import type { Refactor } from './refactoring';

/** Whoever waits for a milestone comes to wait for what the milestone waits for. */
export const inlinePredecessors: Refactor = ({ chart, task }) => {
  const id = task?.syntax.id?.text;
  if (!task?.milestone || id === undefined || task.startExpression.kind !== 'after') return [];
  const awaited = [...new Set(task.startExpression.ids.map((reference) => reference.id))];
  const edits = chart.tasks.flatMap(({ startExpression }) => {
    const ids = startExpression.kind === 'after' ? startExpression.ids : [];
    const others = new Set(ids.map((reference) => reference.id));
    const fresh = awaited.filter((other) => !others.has(other)).join(' ');
    return ids.filter((reference) => reference.id === id).map(({ span }) => replace(span, fresh));
  });
  if (edits.length === 0 || edits.some(({ text }) => text === '')) return [];
  return [{ title: `Wait for ${awaited.join(' and ')} instead of ${id}`, kind: 'inline', edits }];
};
