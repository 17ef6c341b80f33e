import { describe, expect, test } from 'vitest';
import { chartOf, day, rawChart } from '../../support/charts';

/** Expects `name start end` for each task as Mermaid draws it. */
function checkDrawn(lines: string, ...expected: string[]) {
  const found = chartOf(lines).tasks.map(
    ({ syntax, drawnStart, drawnEnd }) => `${syntax.name.text} ${day(drawnStart)} ${day(drawnEnd)}`,
  );
  expect(found).toEqual(expected);
}

describe('what Mermaid draws', () => {
  test('a task that waits for nobody known at today', () => {
    checkDrawn('A: after nobody, 1d', 'A 2026-11-22 2026-11-23');
  });

  test('too early when a predecessor is written further down beside one above', () => {
    checkDrawn(
      `A: a, 2024-01-01, 1d
       B: after a c, 1d
       C: c, 2024-02-01, 1d`,
      'A 2024-01-01 2024-01-02',
      'B 2024-01-02 2024-01-03',
      'C 2024-02-01 2024-02-02',
    );
  });

  test('nothing at the far end of more forward references than it has passes', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `T${i}: t${i}, after t${i + 1}, 1d`);
    const { tasks } = chartOf([...lines, 'L: t12, 2024-01-01, 1d'].join('\n'));
    expect(tasks[0]!.drawnStart).toBeNull();
    expect(day(tasks[2]!.drawnStart)).toBe('2024-01-11');
  });

  test('ends other than YYYY-MM-DD pushed by excluded days', () => {
    const { tasks } = rawChart('gantt\ndateFormat DD.MM.YYYY\nexcludes weekends\nA: 05.01.2024, 07.01.2024');
    expect([day(tasks[0]!.end), day(tasks[0]!.drawnEnd)]).toEqual(['2024-01-07', '2024-01-09']);
  });

  test('an end that cannot be read as no length', () => {
    checkDrawn('A: 2024-01-01, 2 weeks', 'A 2024-01-01 2024-01-01');
  });

  test.each([
    ['a line without a colon', 'A: 2024-01-01, 1d\nno colon'],
    ['too many fields', 'A: a, b, 2024-01-01, 1d'],
    ['a start that is no date', 'A: TBD, 1d'],
    ['a first task without a start', 'A: 1d'],
    ['all days excluded', 'excludes weekends monday tuesday wednesday thursday friday\nA: 2024-01-01, 2d'],
    ['the topAxis statement', 'topAxis\nA: 2024-01-01, 1d'],
    ['tags alone', 'A: crit'],
  ])('no chart at all for %s', (_, lines) => {
    const chart = chartOf(lines);
    expect(chart.rejection).not.toBeNull();
    expect(chart.tasks.every(({ drawnStart, drawnEnd }) => drawnStart === null && drawnEnd === null)).toBe(
      true,
    );
    expect(chart.problems.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
