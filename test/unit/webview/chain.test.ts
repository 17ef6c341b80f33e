import { expect, test } from 'vitest';
import { chainOf } from '../../../webview/chain';

const links = (predecessors: number[], successors: number[]) => ({ predecessors, successors });

test('a chain reaches up and down, and not to the side', () => {
  // 0 → 1 → 2, 0 → 3, 4 → 2
  const tasks = [links([], [1, 3]), links([0], [2]), links([1, 4], []), links([0], []), links([], [2])];
  expect([...chainOf(tasks, 1)].sort()).toEqual([0, 1, 2]);
  expect([...chainOf(tasks, 2)].sort()).toEqual([0, 1, 2, 4]);
});

test('a cycle is gone round once', () => {
  const tasks = [links([1], [1]), links([0], [0])];
  expect([...chainOf(tasks, 0)].sort()).toEqual([0, 1]);
});
