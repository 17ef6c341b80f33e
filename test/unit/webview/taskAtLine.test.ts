import { expect, test } from 'vitest';
import { taskAtLine } from '../../../webview/taskAtLine';
import { chart, task } from './chartOf';

const lines = (start: number, end: number) => ({
  start: { line: start, character: 0 },
  end: { line: end, character: 0 },
});
const document = {
  version: 1,
  charts: [
    chart([task({ range: lines(2, 2) }), task({ range: lines(4, 4) })], { range: lines(1, 6) }),
    chart([task({ range: lines(11, 11) })], { range: lines(10, 12) }),
  ],
};

test('finds the task on a line, in any chart', () => {
  expect(taskAtLine(document, 4)).toEqual({ chart: 0, task: 1 });
  expect(taskAtLine(document, 11)).toEqual({ chart: 1, task: 0 });
});

test('finds none between tasks and outside charts', () => {
  expect([3, 8, 0, 99].map((line) => taskAtLine(document, line))).toEqual([null, null, null, null]);
});
