import { describe, expect, test } from 'vitest';
import { chartOf, day } from '../../support/charts';

/** The true end of a task of `duration` from `start` under the given settings. */
function checkEnd(settings: string, start: string, duration: string, expected: string) {
  const { tasks } = chartOf(`${settings}\nA: ${start}, ${duration}`);
  expect(day(tasks[0]!.end)).toBe(expected);
}

describe('excluded days push the end', () => {
  test('weekends', () => checkEnd('excludes weekends', '2024-01-05', '1d', '2024-01-08'));
  test('weekends that begin on Friday', () =>
    checkEnd('excludes weekends\nweekend friday', '2024-01-04', '1d', '2024-01-07'));
  test('weekdays by name, in any case', () =>
    checkEnd('excludes Monday, TUESDAY', '2024-01-07', '2d', '2024-01-11'));
  test('dates', () => checkEnd('excludes 2024-01-06 2024-01-07', '2024-01-05', '1d', '2024-01-08'));
  test('but not those that are included', () =>
    checkEnd('excludes weekends\nincludes 2024-01-06', '2024-01-05', '1d', '2024-01-06'));
  test('two lines add up', () =>
    checkEnd('excludes saturday\nexcludes sunday', '2024-01-05', '1d', '2024-01-08'));
  test('the start day is never looked at', () =>
    checkEnd('excludes weekends', '2024-01-06', '1d', '2024-01-08'));
  test('dates in the chart’s own format', () => {
    const { tasks } = chartOf('dateFormat DD-MM-YYYY\nexcludes 06-01-2024\nA: 05-01-2024, 1d');
    expect(day(tasks[0]!.end)).toBe('2024-01-07');
  });
});

describe('far ends take no time', () => {
  test('a century', () => checkEnd('excludes sunday', '2024-01-01', '100y', '2140-08-31'));

  test('until the end of time', () => {
    const { rejection } = chartOf('dateFormat x\nexcludes sunday\nA: 1704067200000, 8600000000000000');
    expect(rejection).not.toBeNull();
  });
});
