import { expect, test } from 'vitest';
import { levelsFor, ticksBetween } from '../../../webview/ticks';
import { day } from './chartOf';

const labels = (pxPerDay: number, line: 'upper' | 'lower', from: string, to: string, weekday = 'monday') =>
  ticksBetween(levelsFor(pxPerDay)[line], day(from), day(to), weekday).map(({ label }) => label);

test('years stand over months where a month has room for its name', () => {
  expect(labels(2, 'upper', '2024-11-20', '2025-01-15')).toEqual(['2024', '2025']);
  expect(labels(2, 'lower', '2024-11-20', '2025-01-15')).toEqual(['Nov', 'Dec', 'Jan']);
});

test('months with their year stand over weeks, which begin on the weekday asked for', () => {
  expect(labels(8, 'upper', '2024-09-20', '2024-10-05')).toEqual(['September 2024', 'October 2024']);
  expect(labels(8, 'lower', '2024-09-20', '2024-10-05')).toEqual(['16', '23', '30']);
  expect(labels(8, 'lower', '2024-09-20', '2024-10-05', 'sunday')).toEqual(['15', '22', '29']);
});

test('days stand under months, hours under days, quarters under years', () => {
  expect(labels(60, 'lower', '2024-02-28', '2024-03-02')).toEqual(['Wed 28', 'Thu 29', 'Fri 1']);
  expect(labels(300, 'upper', '2024-02-28', '2024-02-29')).toEqual(['Wed 28 Feb 2024']);
  expect(labels(300, 'lower', '2024-02-28', '2024-02-29')).toEqual(['00:00', '06:00', '12:00', '18:00']);
  expect(labels(0.5, 'lower', '2024-02-01', '2024-08-01')).toEqual(['Jan', 'Apr', 'Jul']);
});

test('centuries are counted through, the first one included', () => {
  expect(labels(0.002, 'lower', '0020-01-01', '0400-01-01')).toEqual(['0', '100', '200', '300']);
});

test('ticks meet without gaps', () => {
  const ticks = ticksBetween(levelsFor(8).lower, day('2024-01-01'), day('2025-01-01'), 'monday');
  for (const [index, tick] of ticks.slice(1).entries()) expect(tick.time).toBe(ticks[index]!.end);
});
