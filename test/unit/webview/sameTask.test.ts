import { expect, test } from 'vitest';
import { sameTask } from '../../../webview/sameTask';
import { chart, task } from './chartOf';

const named = (...names: string[]) => chart(names.map((name) => task({ name })));

test('a task is known by its id', () => {
  const before = chart([task({ id: 'a' }), task({ id: 'b' })]);
  const after = chart([task({ id: 'new' }), task({ id: 'a', name: 'Other' }), task({ id: 'b' })]);
  expect([0, 1].map((index) => sameTask(before, after, index))).toEqual([1, 2]);
});

test('without an id, by its name, and of several by its place', () => {
  expect(sameTask(named('A', 'B', 'C'), named('X', 'A', 'B', 'C'), 2)).toBe(3);
  expect(sameTask(named('A', 'B', 'A'), named('A', 'B', 'X', 'A'), 2)).toBe(3);
});

test('a name that is being typed stays with its line', () => {
  expect(sameTask(named('A', 'B'), named('A', 'Bu'), 1)).toBe(1);
});

test('what is gone is gone', () => {
  expect(sameTask(named('A', 'B'), named('A'), 1)).toBeNull();
  expect(sameTask(named('A'), named('A'), 7)).toBeNull();
});
