import { expect, test } from 'vitest';
import { arrow } from '../../../webview/arrows';
import { drawnElsewhere } from '../../../webview/ghosts';
import { legendOf } from '../../../webview/legend';
import { wayTo } from '../../../webview/viewport';
import { chart, day, task } from './chartOf';

const place = (row: number, left: number, right: number, milestone = false) => ({
  row,
  left,
  right,
  top: row * 20 + 2,
  bottom: row * 20 + 18,
  milestone,
});

test('an arrow leaves below its bar, runs between the rows, and enters from above', () => {
  expect(arrow(place(0, 0, 100), place(3, 200, 300)).line).toBe('M96 18V20H206V62');
});

test('an arrow upwards leaves above its bar and enters from below', () => {
  expect(arrow(place(3, 0, 100), place(1, 200, 220, true)).line).toBe('M96 62V60H210V38');
});

test('a task counts as drawn elsewhere only where Mermaid draws it at all', () => {
  const dates = { start: 1, end: 2 };
  expect(drawnElsewhere(task({ ...dates, drawnStart: 1, drawnEnd: 2 }))).toBe(false);
  expect(drawnElsewhere(task({ ...dates, drawnStart: 1, drawnEnd: 3 }))).toBe(true);
  expect(drawnElsewhere(task({ start: null, end: null, drawnStart: 1, drawnEnd: 3 }))).toBe(true);
  expect(drawnElsewhere(task(dates))).toBe(false);
});

test('nothing scrolls to a bar that is in view', () => {
  const view = { left: 0, right: 800, top: 100, bottom: 500 };
  expect(wayTo(place(10, 100, 300), view)).toEqual({ top: 0, left: 0 });
  expect(wayTo(place(100, 2000, 2100), view)).toEqual({ top: 1700, left: 1800 });
});

const options = { mode: 'true', criticalPath: false, dependencies: false, overlaps: false } as const;

test('the legend explains what the chart uses and nothing else', () => {
  const words = (...tasks: Parameters<typeof task>[0][]) =>
    legendOf([chart(tasks.map((each) => task(each)))], options).map(({ mark }) => mark);
  expect(words({})).toEqual(['bar']);
  expect(words({ tags: ['crit', 'milestone'], provisional: true })).toEqual([
    'bar crit',
    'bar milestone',
    'bar provisional',
  ]);
  expect(words({ start: null, end: null, tags: ['done'] })).toEqual([]);
});

test('the legend follows the switches', () => {
  const moved = task({ drawnStart: day('2026-11-22'), drawnEnd: day('2026-11-22'), slack: 5 });
  const marks = legendOf([chart([moved])], { ...options, mode: 'drawn', criticalPath: true });
  expect(marks.map(({ mark }) => mark)).toEqual(['bar', 'bar critical', 'slack', 'bar elsewhere', 'ghost']);
});
