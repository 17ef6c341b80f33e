import { describe, expect, test } from 'vitest';
import { CLOCK, rawChart } from '../../support/charts';
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

  test('an id without a start follows no vertical line', () => {
    const lines = (data: string) => `A: a, 2024-01-01, 2d\nV: vert, v, 2024-02-01, 0d\nB: ${data}`;
    checkFix('invalid-start-date', lines('build, 5d'), lines('build, after a, 5d'));
  });

  test('an id and a start without an end are one problem, and nothing is done to them unasked', () => {
    const above = 'A: a, 2024-01-01, 2d\n';
    checkProblems(`${above}B: b, after a\n   ^ invalid-start-date`);
    expect(fixTitles('invalid-start-date', `${above}B: b, after a`)).toEqual([
      'Write a duration',
      'Keep it without a length: `0d`',
      'Make the line a comment until the date is known',
    ]);
    expect(fixTitles('unknown-task', `${above}B: b, after a\nC: after b, 1d`)).toEqual([
      'Create the task `b`',
    ]);
  });

  test('a milestone without an end has no length', () => {
    const lines = (data: string) => `A: a, 2024-01-01, 2d\nB: milestone, ${data}`;
    checkFix('invalid-start-date', lines('now-on, after a'), lines('now-on, after a, 0d'));
    checkFix('invalid-start-date', lines('now-on, 2024-02-01'), lines('now-on, 2024-02-01, 0d'));
    checkFix('invalid-end', lines('after a'), lines('after a, 0d'));
  });

  test('ids of a list have blanks between them', () => {
    const lines = (data: string) => `A: a, 2024-01-01, 2d\nB: b, 2024-01-01, 5d\nC: ${data}`;
    checkFix('invalid-start-date', lines('after a, b, 5d'), lines('after a b, 5d'));
    checkFix('invalid-start-date', lines('2023-12-01, until a, b'), lines('2023-12-01, until a b'));
    checkProblems(lines('2023-12-01, until a, b\n                      ^ invalid-start-date'));
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
    ['1w3d', '10d'],
    ['~5d', '5d'],
    ['0', '0d'],
  ])('%s is written %s', (written, meant) => {
    checkFix('invalid-end', `A: 2024-01-01, ${written}`, `A: 2024-01-01, ${meant}`);
  });

  test('one that is not known makes the line a comment, unless others begin there', () => {
    checkFix('invalid-end', 'A: 2024-01-01, TBD', '%% A: 2024-01-01, TBD');
    checkFix('invalid-end', 'A: 2024-01-01, TBD\nB: 1d', 'A: 2024-01-01, 0d\nB: 1d');
  });

  test.each([' - ', '-', ' to ', ' until ', ' → ', '/', ' '])(
    'two dates in one field, with %j between',
    (between) => {
      const lines = (data: string) => `A: a, 2023-04-01, 2d\nB: ${data}`;
      const [written, meant] = [`2023-04-10${between}2023-04-20`, '2023-04-10, 2023-04-20'];
      checkFix('invalid-end', lines(written), lines(meant));
      checkFix('invalid-start-date', lines(`build, ${written}`), lines(`build, ${meant}`));
      checkFix('missing-start', `A: ${written}`, `A: ${meant}`);
    },
  );

  test('commas of another script become the ones that Mermaid knows', () => {
    const lines = (data: string) => `A: a, 2023-04-01, 2d\n设计: ${data}`;
    checkFix('invalid-end', lines('d1， 2025-01-06， 5d'), lines('d1, 2025-01-06, 5d'));
  });

  test('a start and a duration in one field', () => {
    const lines = (data: string) => `Z: z, 2023-04-01, 2d\nB: ${data}`;
    checkFix('invalid-end', lines('2023-04-10 5d'), lines('2023-04-10, 5d'));
    checkFix('invalid-end', lines('after z 5d'), lines('after z, 5d'));
    checkProblems(lines('build, after z 5d\n   ^^^^^ invalid-start-date'));
  });

  test('what says a date or a duration is not thrown away unasked', () => {
    const titles = [
      'Write a duration',
      'Keep it without a length: `0d`',
      'Make the line a comment until the date is known',
    ];
    for (const end of ['2024-02-01 or later', '5d?', 'two weeks'])
      expect(fixTitles('invalid-end', `A: 2024-01-01, ${end}`)).toEqual(titles);
    expect(fixTitles('invalid-start-date', 'A: 2024-01-01 or later?, 5d')).toEqual(titles.slice(2));
    expect(fixTitles('invalid-start-date', 'A: build, 2024-01-01 - TBD')).toEqual(titles.slice(2));
  });

  test('a comma behind two dates goes', () => {
    checkFix('invalid-end', 'A: 2023-04-10, 2023-04-20,', 'A: 2023-04-10, 2023-04-20');
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

  test.each(['UTC', 'Europe/Berlin', 'America/New_York'])('days are the same slip in %s', (timeZone) => {
    const found = (lines: string) =>
      rawChart(`gantt\n${lines}`, { ...CLOCK, timeZone }).problems.map(({ code, severity }) => [
        code,
        severity,
      ]);
    expect(found('A: 2025-01-06, 1d')).toEqual([['missing-date-format', 'information']]);
    expect(found('dateFormat yyyy-mm-dd\nA: 2025-01-06, 1d')).toEqual([
      ['missing-date-format', 'information'],
    ]);
    expect(found('dateFormat YYYY-MM-DD HH:mm\nA: 2025-01-06, 1d\nB: 2025-01-06 10:00, 1d')).toEqual([
      ['guessed-date', 'warning'],
    ]);
  });

  test('where a day does not begin at midnight, that is said', () => {
    const message = (lines: string) =>
      rawChart(`gantt\n${lines}`, { ...CLOCK, timeZone: 'Europe/Berlin' }).problems[0]?.message;
    expect(message('A: 2025-01-06, 1d')).toContain('which here is 6 January 2025, 01:00.');
    expect(message('dateFormat YYYY-MM-DD HH:mm\nA: 2025-01-06, 1d')).toContain(
      '`2025-01-06` is not written in `YYYY-MM-DD HH:mm`:',
    );
  });

  test('a day gets its time of day', () => {
    const chart = (start: string) => `gantt\ndateFormat YYYY-MM-DD HH:mm\nA: ${start}, 1d`;
    checkChartFix('guessed-date', chart('2025-01-06'), chart('2025-01-06 00:00'));
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

describe('years that are meant', () => {
  const tasks = (years: readonly string[]) => years.map((year) => `A: ${year}-05-01, 1d`).join('\n');

  test.each([
    [['1861', '1914', '1939', '1947', '1991']],
    [['1776', '1914', '1918', '1939', '1945']],
    [['0500', '0800', '1200', '1900']],
    [['0027', '0476', '0330', '1453']],
    [['0476', '1453']],
    [['0027', '0330', '0476', '2024']],
  ])('spread over centuries: %s', (years) => {
    checkProblems(tasks(years));
  });

  test('both ends of a task, or an end that is for ever', () => {
    checkProblems('A: 2022-05-01, 1d\nB: 2022-05-03, 1d\nRome: 0117-01-01, 0138-01-01');
    checkProblems('A: 2022-05-01, 1d\nB: 2022-05-03, 1d\nForever: 2022-05-17, 2099-12-31');
  });

  test.each(['0204', '2204', '1970', '1924'])('but not %s among many near ones', (year) => {
    checkProblems(`${tasks(['2023', '2024', '2025', '2024'])}\nA: ${year}-05-01, 1d\n   ^^^^^^^^^^ far-year`);
  });

  test('a year is not mended to one in which the task ends before it starts', () => {
    const lines = (start: string) => `A: 2023-01-01, 1d\nB: ${start}-06-01, 2023-08-01\nC: 2024-01-01, 1d`;
    checkFix('far-year', lines('0203'), lines('2023'));
    expect(fixTitles('far-year', lines('0204'))).not.toContain('* Change to `2024-06-01`');
    expect(fixTitles('invalid-start-date', lines('20244'))).not.toContain('* Change to `2024-06-01`');
  });
});

test('a start on a day off, where working days are counted', () => {
  checkProblems(
    'excludes weekends\nA: 2024-04-06, 3d\n   ^^^^^^^^^^ starts-on-excluded-day\nB: 2024-04-06, 2024-04-09',
  );
  checkChart('gantt\ndateFormat HH:mm\nexcludes weekends\nA: 10:00, 30m');
});
