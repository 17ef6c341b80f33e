import { expect, test } from 'vitest';
import { drawnDates, layOut, runsOf, trueDates } from '../../../webview/rows';
import { chart, task } from './chartOf';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const sections = ['A', 'B', 'A'].map((name) => ({ name, range: nowhere }));
const tasks = [
  task({ section: null }),
  task({ section: 0 }),
  task({ section: 0, start: null, end: null }),
  task({ section: 0, end: null }),
  task({ section: 1, tags: ['vert'] }),
  task({ section: 1 }),
  task({ section: 1 }),
  task({ section: 2 }),
];
const layout = (...folded: string[]) => layOut(chart(tasks, { sections }), trueDates, new Set(folded));
const taskRows = (...folded: string[]) => layout(...folded).rows.map((row) => row?.task ?? null);

test('dated tasks have a row each, in document order', () => {
  expect(taskRows()).toEqual([0, 1, 5, 6, 7]);
});

test('tasks without a start or an end wait apart, and vertical markers take no row', () => {
  expect(layout().undated).toEqual([2, 3]);
  expect(layout().markers).toEqual([4]);
});

test('a folded section has one row, and sections of the same name fold apart', () => {
  expect(taskRows('B')).toEqual([0, 1, null, 7]);
  expect(layout().blocks.map(({ key }) => key)).toEqual(['', 'A', 'B', 'A\n2']);
  expect(taskRows('A\n2')).toEqual([0, 1, 5, 6, null]);
});

test('tiles are cut from the runs between folded sections', () => {
  const runs = runsOf(layout('B').rows);
  expect(runs.map(({ first, rows }) => [first, rows.length])).toEqual([
    [0, 2],
    [3, 1],
  ]);
});

test('a section without a dated task has no block', () => {
  const one = chart([task({ section: 0, start: null, end: null })], { sections });
  expect(layOut(one, trueDates, new Set()).blocks).toEqual([]);
});

test('what only Mermaid can date has a row among what it draws, and is unscheduled all the same', () => {
  const dates = { drawnStart: 0, drawnEnd: 1 };
  const given = chart([task({ ...dates, start: null, end: null }), task(dates), task()]);
  const { rows, undated, unscheduled } = layOut(given, drawnDates, new Set());
  expect(rows.map((row) => row?.task)).toEqual([0, 1]);
  expect([undated, unscheduled]).toEqual([[2], [0, 2]]);
});
