import { expect, test } from 'vitest';
import { dateTextFor, lengthText } from '../../../server/features/dateText';
import { CLOCK, chartOf } from './analysisOf';

/** The first task's dates in words. */
function checkSpan(lines: string, expected: string | null, clock = CLOCK): void {
  const chart = chartOf(lines).analysis.charts[0]!;
  expect(dateTextFor(chart, clock).span(chart.tasks[0]!)).toBe(expected);
}

test('shows the dates that people write', () => {
  checkSpan('A: a, 2024-08-26, 2024-09-30', 'Mon 26 Aug 2024 – Mon 30 Sep 2024');
  checkSpan('A: a, 2024-08-26, 1w', 'Mon 26 Aug 2024 – Mon 2 Sep 2024');
});

test('shows the last whole day where end dates are inclusive', () => {
  checkSpan('inclusiveEndDates\nA: a, 2024-08-26, 2024-09-30', 'Mon 26 Aug 2024 – Mon 30 Sep 2024');
  checkSpan('inclusiveEndDates\nA: a, 2024-08-26, 1d', 'Mon 26 Aug 2024');
});

test('shows one date for a task without length, and none without a start', () => {
  checkSpan('A: milestone, a, 2025-01-15, 0d', 'Wed 15 Jan 2025');
  checkSpan('A: a, after nothing, 1d', null);
});

test('shows times where any task has one', () => {
  checkSpan('A: a, 2024-08-26, 90m', 'Mon 26 Aug 2024 00:00 – Mon 26 Aug 2024 01:30');
  checkSpan('A: a, 2024-08-26, 1d\nB: b, 2024-08-26, 5s', 'Mon 26 Aug 2024 00:00 – Tue 27 Aug 2024 00:00');
});

test('says which long date is today', () => {
  const chart = chartOf('A: a, 2024-08-26, 1d').analysis.charts[0]!;
  const dates = dateTextFor(chart, CLOCK);
  expect(dates.long(Date.UTC(2026, 10, 22))).toBe('22 November 2026 (today)');
  expect(dates.long(Date.UTC(2026, 10, 23))).toBe('23 November 2026');
});

test('reads dates in the time zone of the clock', () => {
  const chart = chartOf('A: a, 2024-08-26, 1d').analysis.charts[0]!;
  const auckland = dateTextFor(chart, { ...CLOCK, timeZone: 'Pacific/Auckland' });
  expect(auckland.day(Date.UTC(2024, 7, 25, 12))).toBe('Mon 26 Aug 2024 00:00');
});

test.each([
  [35 * 1440, '35 days'],
  [1440, '1 day'],
  [90, '1 hour 30 minutes'],
  [2 * 1440 + 360, '2 days 6 hours'],
  [0, 'no length'],
])('says how long %i minutes are', (minutes, text) => {
  expect(lengthText(minutes * 60_000)).toBe(text);
});
