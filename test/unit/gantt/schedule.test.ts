import { describe, expect, test } from 'vitest';
import { chartOf, day } from '../../support/charts';

/** Expects `name start end` for each task of the true schedule, with ` ?` behind provisional ones. */
function checkSchedule(lines: string, ...expected: string[]) {
  const { tasks } = chartOf(lines);
  const found = tasks.map(({ syntax, start, end, provisional }) =>
    [syntax.name.text, day(start), day(end), ...(provisional ? ['?'] : [])].join(' '),
  );
  expect(found).toEqual(expected);
}

describe('the true schedule', () => {
  test('starts after the latest predecessor, wherever that is written', () => {
    checkSchedule(
      `Early: e, after late first, 1d
       First: first, 2024-01-01, 2d
       Late: late, after first, 3d`,
      'Early 2024-01-06 2024-01-07',
      'First 2024-01-01 2024-01-03',
      'Late 2024-01-03 2024-01-06',
    );
  });

  test('follows the task above when no start is written, even past a duplicate id', () => {
    checkSchedule(
      `A: a, 2024-01-01, 1d
       B: 2d
       C: a, 2024-02-01, 1d
       D: 1d`,
      'A 2024-01-01 2024-01-02',
      'B 2024-01-02 2024-01-04',
      'C 2024-02-01 2024-02-02',
      'D 2024-02-02 2024-02-03',
    );
  });

  test('an unknown id gives no date, and what hangs on it alone has none', () => {
    checkSchedule(
      `A: a, after nobody, 1d
       B: b, after a, 1d
       C: c, 2024-01-01, 1d
       D: after a c, 1d`,
      'A - - ?',
      'B - - ?',
      'C 2024-01-01 2024-01-02',
      'D 2024-01-02 2024-01-03 ?',
    );
  });

  test('until an unknown id keeps the start and gives no end', () => {
    checkSchedule(
      `A: a, 2024-01-01, until nobody
       B: 1d
       C: 2024-01-05, until a`,
      'A 2024-01-01 - ?',
      'B - - ?',
      'C 2024-01-05 2024-01-01 ?',
    );
  });

  test('until ends at the earliest start', () => {
    checkSchedule(
      `A: 2024-01-01, until c b
       B: b, 2024-01-09, 1d
       C: c, 2024-01-05, 1d`,
      'A 2024-01-01 2024-01-05',
      'B 2024-01-09 2024-01-10',
      'C 2024-01-05 2024-01-06',
    );
  });

  test('tasks on a cycle have no dates, nor what hangs on them alone', () => {
    checkSchedule(
      `A: a, after b, 1d
       B: b, after a, 1d
       C: after b, 1d
       D: d, after d, 1d`,
      'A - - ?',
      'B - - ?',
      'C - - ?',
      'D - - ?',
    );
  });

  test('excluded days push durations and leave written ends alone', () => {
    checkSchedule(
      `excludes weekends
       A: a, 2024-01-05, 2d
       B: 2024-01-05, 2024-01-07
       C: 2024-01-05, until d
       D: d, 2024-01-07, 1d`,
      'A 2024-01-05 2024-01-09',
      'B 2024-01-05 2024-01-07',
      'C 2024-01-05 2024-01-07',
      'D 2024-01-07 2024-01-08',
    );
  });

  test('a chain of thousands of forward references is followed to its end', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `T: t${i}, after t${i + 1}, 1d`);
    const { tasks } = chartOf([...lines, 'Last: t5000, 2024-01-01, 1d'].join('\n'));
    expect(day(tasks[0]!.start)).toBe('2037-09-09');
  });

  test('names the predecessors, the one that decides, and the successors', () => {
    const { tasks } = chartOf(
      `A: a, 2024-01-01, 1d
       B: b, 2024-01-01, 5d
       C: after a b, 1d
       D: 1d`,
    );
    expect(tasks[2]).toMatchObject({ predecessors: [0, 1], decidingPredecessor: 1, successors: [3] });
    expect(tasks[3]).toMatchObject({ predecessors: [2], decidingPredecessor: 2 });
  });

  test('ids that every object has are ids like any other', () => {
    checkSchedule(
      `A: constructor, 2024-01-01, 1d
       B: after constructor, 1d
       C: after toString, 1d
       D: __proto__, 2024-01-01, 1d
       E: after __proto__, 1d`,
      'A 2024-01-01 2024-01-02',
      'B 2024-01-02 2024-01-03',
      'C - - ?',
      'D 2024-01-01 2024-01-02',
      'E - - ?',
    );
  });
});
