import { expect, test } from 'vitest';
import { codeLenses } from '../../../server/features/codeLenses';
import { hierarchyRoots, predecessorsOf, successorsOf } from '../../../server/features/hierarchy';
import { chartOf } from './analysisOf';

/** Predecessors and successors of the task at `$0` by name, with the text that says so. */
function checkNeighbours(lines: string, before: string[], behind: string[]): void {
  const { analysis, offset, text } = chartOf(lines);
  const start = hierarchyRoots(analysis, offset)![0]!.nameSpan.start;
  const told = (links: ReturnType<typeof predecessorsOf>) =>
    links.map(
      ({ item, places }) => `${item.name}: ${places.map((span) => text.slice(span.start, span.end))}`,
    );
  expect(told(predecessorsOf(analysis, start))).toEqual(before);
  expect(told(successorsOf(analysis, start))).toEqual(behind);
}

test('tells predecessors and successors with the references between them', () => {
  checkNeighbours(
    'A: a, 2024-01-01, 1d\nB$0: b, after a, 1d\nC: c, after b a, 1d\nD: d, after b, 1d',
    ['A: a'],
    ['C: b', 'D: b'],
  );
});

test('tells of a task that waits for the one above without saying so', () => {
  checkNeighbours('A: a, 2024-01-01, 1d\nB$0: 1d\nC: 1d', ['A: B'], ['C: C']);
});

test('takes the task that a reference names', () => {
  checkNeighbours('A: a, 2024-01-01, 1d\nB: b, after a$0, 1d', [], ['B: a']);
});

test('goes round a cycle one step at a time', () => {
  checkNeighbours('A$0: a, after b, 1d\nB: b, after a, 1d', ['B: b'], ['B: a']);
});

test('offers every task with a duplicate id', () => {
  const { analysis, offset } = chartOf('A: a, 2024-01-01, 1d\nB: a, 2024-01-02, 1d\nC: c, after a$0, 1d');
  expect(hierarchyRoots(analysis, offset)).toMatchObject([
    { name: 'A', detail: 'a · Mon 1 Jan 2024 – Tue 2 Jan 2024' },
    { name: 'B' },
  ]);
});

test('has no tree where no task is', () => {
  const { analysis, offset } = chartOf('section S$0\nA: a, after gone, 1d');
  expect(hierarchyRoots(analysis, offset)).toBeNull();
});

test('counts neighbours above their task', () => {
  const { analysis } = chartOf(
    'A: a, 2024-01-01, 1d\nB: b, after a, 1d\nC: c, after a b, 1d\nD: d, 2024-01-01, 1d',
  );
  expect(codeLenses(analysis).map(({ text, towards }) => `${text} (${towards})`)).toEqual([
    '2 wait for this (successors)',
    'waits for 1 (predecessors)',
    '1 waits for this (successors)',
    'waits for 2 (predecessors)',
  ]);
});
