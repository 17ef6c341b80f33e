import { expect, test } from 'vitest';
import { dragged, partAt, shifted, stepOf } from '../../../webview/drag';
import { scaleFor } from '../../../webview/scale';
import { DAY } from '../../../webview/wallDate';
import { day } from './chartOf';

const span = { start: day('2024-01-01'), end: day('2024-12-31') };
const scale = (pxPerDay: number) => scaleFor(span, 100, pxPerDay);

test('a bar is taken by its edges or by its middle', () => {
  expect([101, 150, 199].map((x) => partAt(x, 100, 200, false))).toEqual(['start', 'all', 'end']);
});

test('the name beside a bar takes hold of all of it', () => {
  expect([60, 240].map((x) => partAt(x, 100, 200, false))).toEqual(['all', 'all']);
});

test('diamonds and slivers can only be moved', () => {
  expect(partAt(101, 100, 120, true)).toBe('all');
  expect(partAt(101, 100, 110, false)).toBe('all');
});

test('a drag goes by whole days until hours can be told apart', () => {
  expect([2, 100, 480, 5000].map((pxPerDay) => stepOf(scale(pxPerDay), 60_000))).toEqual([
    DAY,
    DAY,
    DAY / 24,
    DAY / 96,
  ]);
});

test('a drag goes by no less than the chart’s dates can say', () => {
  expect(stepOf(scale(5000), DAY)).toBe(DAY);
});

test('a move shifts both ends by as many days as were passed', () => {
  const dates = [day('2024-08-01'), day('2024-08-11')] as const;
  const to = (text: string) => day(text);
  expect(dragged('all', dates, 62, scale(20), DAY)).toEqual({
    part: 'all',
    start: to('2024-08-04'),
    end: to('2024-08-14'),
  });
  expect(dragged('all', dates, 9, scale(20), DAY)).toEqual({ part: 'all', start: dates[0], end: dates[1] });
});

test('an edge moves alone and stops at the other', () => {
  expect(shifted('end', [0, 10 * DAY], -3 * DAY)).toEqual({ part: 'end', start: 0, end: 7 * DAY });
  expect(shifted('start', [0, 10 * DAY], 99 * DAY)).toEqual({
    part: 'start',
    start: 10 * DAY,
    end: 10 * DAY,
  });
});
