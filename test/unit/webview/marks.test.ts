import { expect, test } from 'vitest';
import { focusOf, type Marks, marksOf, NO_MARKS } from '../../../webview/marks';
import { chart, day, task } from './chartOf';

const options = { mode: 'true', criticalPath: false, dependencies: false, overlaps: false } as const;
const given = chart([
  task({ successors: [1] }),
  task({ predecessors: [0], critical: true }),
  task({ drawnStart: day('2026-11-22'), drawnEnd: day('2026-11-23') }),
]);

function check(
  marks: Partial<Marks>,
  classes: string[],
  chosen: Partial<typeof options> | object = {},
): void {
  const all = { ...NO_MARKS, ...marks };
  const of = marksOf(given, { ...options, ...chosen }, all, focusOf(given, all)?.chain ?? null);
  expect(given.tasks.map((_, index) => of(index))).toEqual(classes);
}

test('the task at the cursor', () => check({ current: 1 }, ['', 'current', '']));

test('the task in focus dims what is not of its chain', () => check({ focus: 0 }, ['current', '', 'dim']));

test('what was looked for dims the rest', () => check({ matches: new Set([2]) }, ['dim', 'dim', 'match']));

test('the critical path and what Mermaid draws elsewhere, on demand', () => {
  check({}, ['', 'critical', ''], { criticalPath: true });
  check({}, ['', '', 'elsewhere'], { mode: 'drawn' });
});

test('a focus on a task that is no more is none', () => {
  expect(focusOf(given, { ...NO_MARKS, focus: 3 })).toBeNull();
});
