import { describe, expect, test } from 'vitest';
import { checkChart, checkChartFix, checkFix, checkProblems, fixTitles } from './checkProblems';

describe('starts', () => {
  test('a first task without one', () => {
    checkProblems('A: 1d\n   ^^ missing-start');
    checkFix('missing-start', 'A: 1d\nB: 2024-03-01, 1d', 'A: 2024-03-01, 1d\nB: 2024-03-01, 1d');
    checkFix('missing-start', 'A: 1d', 'A: 2026-11-22, 1d');
  });

  test('dates in another format are written in the chart’s', () => {
    checkProblems('A: 24-01-05, 1d\n   ^^^^^^^^ invalid-start-date');
    checkFix('invalid-start-date', 'A: 24-01-05, 1d', 'A: 2024-01-05, 1d');
    checkFix('invalid-start-date', 'A: 25.01.2024, 1d', 'A: 2024-01-25, 1d');
    expect(fixTitles('guessed-date', 'A: 5/1/2024, 1d')).toEqual([
      'Change to `2024-01-05`, 5 January 2024',
      'Change to `2024-05-01`, 1 May 2024',
    ]);
  });

  test('a date that is not known makes the line a comment, with what hangs on it alone', () => {
    checkFix('invalid-start-date', 'A: TBD, TBD', '%% A: TBD, TBD');
    checkFix(
      'invalid-start-date',
      'A: a, TBD, 1d\nB: b, 2024-01-01, 1d\nC: c, after a b, 1d\nD: after a, 1d',
      '%% A: a, TBD, 1d\nB: b, 2024-01-01, 1d\nC: c, after b, 1d\n%% D: after a, 1d',
    );
  });

  test('an empty start points at the comma in front of it', () => {
    checkProblems('A: a, , 1d\n    ^ invalid-start-date');
  });

  test('an id without a start keeps its place and follows the task above', () => {
    checkFix(
      'invalid-start-date',
      'A: a, 2024-01-01, 1d\nB: build, 5d',
      'A: a, 2024-01-01, 1d\nB: build, after a, 5d',
    );
  });

  test('other words for after, and an order of its own', () => {
    checkFix(
      'invalid-start-date',
      'A: a, 2024-01-01, 1d\nB: After a, 1d',
      'A: a, 2024-01-01, 1d\nB: after a, 1d',
    );
    checkFix('invalid-start-date', 'A: 5d, 2024-01-01', 'A: 2024-01-01, 5d');
  });

  test('a day that its month lacks', () => {
    checkProblems('A: 2024-02-30, 1d\n   ^^^^^^^^^^ rolled-date');
    expect(fixTitles('rolled-date', 'A: 2024-02-30, 1d')).toEqual([
      '* Change to `2024-02-29`, 29 February 2024',
      'Change to `2024-03-01`, 1 March 2024',
    ]);
  });

  test('a guess is an error, unless it is what is written', () => {
    checkProblems('A: sprint 3, 1d\n   ^^^^^^^^ guessed-date\nB: 2024-01-05 10:00, 1d');
    checkFix('guessed-date', 'A: 2024-1-5, 1d', 'A: 2024-01-05, 1d');
    checkFix('guessed-date', 'A: api 2024-01-05, 1d', 'A: api, 2024-01-05, 1d');
  });
});

describe('ends', () => {
  test.each([
    ['5 d', '5d'],
    ['2 weeks', '2w'],
    ['3days', '3d'],
    ['1 quarter', '3M'],
    ['2024-02-31', '2024-02-29'],
    ['24-01-05', '2024-01-05'],
    ['7', '7d'],
  ])('%s is written %s', (written, meant) => {
    checkFix('invalid-end', `A: 2024-01-01, ${written}`, `A: 2024-01-01, ${meant}`);
  });

  test('one that is not known makes the line a comment, unless others begin there', () => {
    checkFix('invalid-end', 'A: 2024-01-01, TBD', '%% A: 2024-01-01, TBD');
    checkFix('invalid-end', 'A: 2024-01-01, TBD\nB: 1d', 'A: 2024-01-01, 0d\nB: 1d');
  });

  test('a bare zero on a milestone is tidied', () => {
    checkProblems('A: milestone, 2024-01-01, 0\n                          ^ bare-zero');
    checkFix('bare-zero', 'A: milestone, 2024-01-01, 0', 'A: milestone, 2024-01-01, 0d');
  });

  test('before the start: the next year, or the other way round', () => {
    checkFix('end-before-start', 'A: 2024-12-01, 2024-01-15', 'A: 2024-12-01, 2025-01-15');
    expect(fixTitles('end-before-start', 'A: 2024-03-01, 2024-01-15')).toEqual(['Swap start and end']);
  });

  test('moved behind excluded days', () => {
    const chart = (end: string) => `gantt\ndateFormat DD.MM.YYYY\nexcludes weekends\nA: 05.04.2024, ${end}`;
    checkChartFix('moved-end', chart('09.04.2024'), chart('2d'));
    checkProblems('excludes weekends\nA: 2024-04-05, 2024-04-09');
  });

  test('broken numbers and minutes', () => {
    checkFix('fractional-duration', 'A: 2024-01-01, 1.5d', 'A: 2024-01-01, 2d');
    checkProblems('A: 2024-01-01, 2.0d\nB: 1.5h');
    checkFix('minutes-not-months', 'A: 2024-01-01, 3m', 'A: 2024-01-01, 3M');
    checkProblems('A: 2024-01-01, 3h\nB: 30m');
  });
});

describe('dateFormat', () => {
  test('without one, end dates are lost', () => {
    checkChart(
      'gantt\nA: 2024-01-01, 2024-01-05\n               ^^^^^^^^^^ missing-date-format\nB: 2024-01-01, 2024-01-08',
    );
    checkChartFix(
      'missing-date-format',
      'gantt\n  A: 2024-01-01, 2024-01-05',
      'gantt\n  dateFormat YYYY-MM-DD\n  A: 2024-01-01, 2024-01-05',
    );
  });

  test.each([
    ['yyyy-mm-dd', 'YYYY-MM-DD', '2024-01-05'],
    [': YYYY-MM-DD', 'YYYY-MM-DD', '2024-01-05'],
    ['%d.%m.%Y', 'DD.MM.YYYY', '15.01.2024'],
    ['YYYY-MM-DD HH:MM', 'YYYY-MM-DD HH:mm', '2024-01-05 14:30'],
  ])('%s is corrected', (written, meant, date) => {
    const chart = (format: string) => `gantt\ndateFormat ${format}\nA: ${date}, ${date}`;
    checkChartFix('missing-date-format', chart(written), chart(meant));
  });

  test('a dateFormat that reads the dates is not blamed for one of them', () => {
    checkProblems('A: 2024-01-01, 2024-01-05\nB: 2024-01-01, 5.1.2024\n               ^^^^^^^^ invalid-end');
  });
});

test('a year far from the others', () => {
  checkProblems('A: 2024-01-01, 1d\nB: 0204-01-01, 1d\n   ^^^^^^^^^^ far-year\nC: 2024-02-01, 1d');
  checkFix('far-year', 'A: 2024-01-01, 1d\nB: 0204-01-01, 1d', 'A: 2024-01-01, 1d\nB: 2024-01-01, 1d');
  checkFix(
    'invalid-start-date',
    'A: 2024-01-01, 1d\nB: 20244-01-01, 1d',
    'A: 2024-01-01, 1d\nB: 2024-01-01, 1d',
  );
  checkProblems('A: 0100-01-01, 1y\nB: 0140-01-01, 1y\nC: 0144-01-01, 1y');
});

test('a start on a day off, where working days are counted', () => {
  checkProblems(
    'excludes weekends\nA: 2024-04-06, 3d\n   ^^^^^^^^^^ starts-on-excluded-day\nB: 2024-04-06, 2024-04-09',
  );
  checkChart('gantt\ndateFormat HH:mm\nexcludes weekends\nA: 10:00, 30m');
});
