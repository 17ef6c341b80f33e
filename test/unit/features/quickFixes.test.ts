import { expect, test } from 'vitest';
import { fixAll, quickFixes } from '../../../server/features/quickFixes';
import { applyEdits } from '../../../server/gantt/problems/edits';
import { chartOf } from './analysisOf';

const LINES = 'A: first-task, 2024-01-01, 1d\nB: b, after frst-task$0, 1d\nC: c, after first-tsk, 1d';

test('offers the fixes of the problem at the cursor, the preferred one first', () => {
  const { analysis, offset, text } = chartOf(LINES);
  const [fix] = quickFixes(analysis, { start: offset, end: offset }, {});
  expect(fix).toMatchObject({ preferred: true, problem: { code: 'unknown-task' } });
  expect(applyEdits(text, fix!.edits)).toContain('B: b, after first-task, 1d\nC: c, after first-tsk');
});

test('offers to fix the whole chart where that is more', () => {
  const { analysis, offset, text } = chartOf(LINES);
  const all = quickFixes(analysis, { start: offset, end: offset }, {}).at(-1)!;
  expect([all.title, all.problem]).toEqual(['Fix all in chart (2)', null]);
  const fixed = applyEdits(text, all.edits);
  expect(fixed).toContain('B: b, after first-task, 1d\nC: c, after first-task, 1d');
  expect(applyEdits(text, fixAll(analysis, {}))).toBe(fixed);
});

test('offers nothing away from problems, and nothing for those that are turned off', () => {
  const { analysis, offset } = chartOf(LINES);
  expect(quickFixes(analysis, { start: 0, end: 5 }, {})).toEqual([]);
  expect(quickFixes(analysis, { start: offset, end: offset }, { 'unknown-task': 'off' })).toEqual([]);
  expect(fixAll(analysis, { 'unknown-task': 'off' })).toEqual([]);
});

test('a line that becomes a comment is not changed otherwise', () => {
  const { analysis, text } = chartOf('A: a, 2024-01-01, 1d\nB: x, TBD, 2 weeks');
  expect(applyEdits(text, fixAll(analysis, {}))).toMatch(/\n%% B: x, TBD, 2 weeks$/);
});
