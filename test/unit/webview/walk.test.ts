import { expect, test } from 'vitest';
import { layOut, trueDates } from '../../../webview/rows';
import { taskAfter } from '../../../webview/walk';
import { chart, day, task } from './chartOf';

/** Three sections of two; the middle one is folded. Task 5 waits for 0 and 4, which ends later. */
const tasks = [0, 0, 1, 1, 2, 2].map((section) => task({ section }));
tasks[4] = task({ section: 2, end: day('2024-08-20'), successors: [5] });
tasks[5] = task({ section: 2, predecessors: [0, 4] });
tasks[0] = task({ section: 0, successors: [3, 5] });
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const given = chart(tasks, { sections: ['A', 'B', 'C'].map((name) => ({ name, range: nowhere })) });
const layout = layOut(given, trueDates, new Set(['B']));

function check(from: number, key: string, to: number | null | undefined): void {
  expect(taskAfter(given, layout, from, key)).toBe(to);
}

test('up and down go from row to row', () => {
  check(0, 'ArrowDown', 1);
  check(5, 'ArrowUp', 4);
});

test('folded sections are passed over', () => {
  check(1, 'ArrowDown', 4);
  check(4, 'ArrowUp', 1);
});

test('the ends are the ends', () => {
  check(4, 'Home', 0);
  check(0, 'End', 5);
  check(0, 'ArrowUp', null);
  check(5, 'ArrowDown', null);
});

test('left goes to the predecessor that ends last, right to a successor that has a row', () => {
  check(5, 'ArrowLeft', 4);
  check(0, 'ArrowRight', 5);
  check(1, 'ArrowLeft', null);
});

test('other keys lead nowhere', () => check(0, 'x', undefined));
