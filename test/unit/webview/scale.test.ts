import { expect, test } from 'vitest';
import { EDGE, fitZoom, pxPerDay, scaleFor, spanOf, timeAt, xOf } from '../../../webview/scale';
import { DAY } from '../../../webview/wallDate';
import { day } from './chartOf';

const span = { start: day('2024-01-01'), end: day('2024-04-10') };

test('a fitted chart is as wide as the view and leaves room at its edges', () => {
  const scale = scaleFor(span, 1040, null);
  expect([scale.width, xOf(scale, span.start), xOf(scale, span.end)]).toEqual([1040, EDGE, 1040 - EDGE]);
});

test('a zoomed chart is as wide as its days', () => {
  const scale = scaleFor(span, 500, 30);
  expect(scale.width).toBe(100 * 30 + 2 * EDGE);
  expect(xOf(scale, span.start + 10 * DAY)).toBe(EDGE + 300);
  expect(pxPerDay(scale)).toBeCloseTo(30, 2);
});

test('a chart is never zoomed out beyond the view, and never wider than a browser can draw', () => {
  expect(scaleFor(span, 1040, 0.5).width).toBe(1040);
  expect(scaleFor(span, 1040, 1e9).width).toBeLessThan(3_000_000);
});

test('a pixel leads back to its instant', () => {
  const scale = scaleFor(span, 900, null);
  expect(xOf(scale, timeAt(scale, 321))).toBe(321);
});

test('years before 1970 and far apart are mapped like any other', () => {
  const far = { start: day('0204-01-01'), end: day('2024-01-01') };
  const scale = scaleFor(far, 800, null);
  expect([xOf(scale, far.start), xOf(scale, far.end)]).toEqual([EDGE, 800 - EDGE]);
});

test('the span covers every task, written backwards or not', () => {
  expect(
    spanOf([
      [5, 3],
      [4, 9],
    ]),
  ).toEqual({ start: 3, end: 9 });
  expect(spanOf([])).toBeNull();
});

test('a chart of one instant gets days around it', () => {
  const { start, end } = spanOf([[0, 0]])!;
  expect([start, end]).toEqual([-3.5 * DAY, 3.5 * DAY]);
  expect(fitZoom({ start, end }, 7 * 50 + 2 * EDGE)).toBe(50);
});
