import { lineBelow } from '../../gantt/problems/edits';
import { freeId } from '../../gantt/problems/freeId';
import { READABLE_ID } from '../place';
import type { Refactor } from './refactoring';
import { slugOf } from './slug';

/** A milestone at a section's end that waits for all tasks of the section that no other of them waits for. */
export const extractMilestone: Refactor = ({ text, chart, statement }) => {
  if (statement.kind !== 'section') return [];
  const tasks = chart.tasks.filter(({ syntax }) => syntax.section === statement.index);
  const indexes = new Set(tasks.map(({ index }) => index));
  const last = tasks.filter(({ successors }) => !successors.some((index) => indexes.has(index)));
  const ids = last.map(({ syntax }) => syntax.id?.text ?? '');
  const bottom = tasks.at(-1);
  if (!bottom || !ids.every((id) => READABLE_ID.test(id))) return [];
  const name = statement.name.text.replace(/[:#;]/g, ' ').trim();
  const id = freeId(chart, `${slugOf(name)}-done`);
  const line = `${name} done: milestone, ${id}, after ${[...new Set(ids)].join(' ')}, 0d`;
  return [
    {
      title: `Add a milestone for “${statement.name.text}”`,
      kind: 'extract',
      edits: [lineBelow(text, bottom.syntax.span.start, line)],
    },
  ];
};
