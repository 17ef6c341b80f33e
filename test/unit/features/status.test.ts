import { expect, test } from 'vitest';
import { statusOf } from '../../../server/features/status';
import { documentOf } from './analysisOf';

function check(text: string, ends: (string | null)[], last: string | null): void {
  const status = statusOf(documentOf(text).analysis, 7, (span) => span);
  expect(status.charts.map((chart) => chart.ends)).toEqual(ends);
  expect([status.version, status.ends]).toEqual([7, last]);
}

const chart = (...lines: string[]) =>
  ['```mermaid', 'gantt', 'dateFormat YYYY-MM-DD', ...lines, '```', ''].join('\n');

test('tells the last true date of each chart and of all', () => {
  const first = chart('A: a, 2024-12-30, 16d', 'B: b, after gone, 9w');
  const second = chart('A: a, 2024-01-01, 2024-03-01');
  check(first + second, ['15 Jan 2025', '1 Mar 2024'], '15 Jan 2025');
});

test('counts the last day as the author does', () => {
  check(chart('inclusiveEndDates', 'A: a, 2024-01-01, 2024-01-05'), ['5 Jan 2024'], '5 Jan 2024');
});

test('knows no date where no task has one', () => {
  check(chart('A: a, after gone, 1d'), [null], null);
  check(chart(), [null], null);
});
