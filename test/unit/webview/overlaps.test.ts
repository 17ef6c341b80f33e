import { expect, test } from 'vitest';
import { overlapsOf } from '../../../webview/overlaps';

const overlaps = (...stretches: [number, number][]) =>
  overlapsOf(stretches.map(([start, end], task) => ({ task, start, end }))).map(({ task, start, end }) => [
    task,
    start,
    end,
  ]);

test('both of two tasks are marked where they overlap', () => {
  expect(overlaps([0, 10], [5, 20])).toEqual([
    [0, 5, 10],
    [1, 5, 10],
  ]);
});

test('tasks that touch, and milestones, overlap nothing', () => {
  expect(overlaps([0, 10], [10, 20], [5, 5])).toEqual([]);
});

test('overlaps with several tasks are merged', () => {
  expect(overlaps([0, 20], [2, 8], [6, 12])).toEqual([
    [0, 2, 12],
    [1, 2, 8],
    [2, 6, 12],
  ]);
});
