import { describe, expect, test } from 'vitest';
import { checkChart, checkChartFix, checkFix, checkProblems, firstProblem, fixTitles } from './checkProblems';

describe('lines that Mermaid refuses', () => {
  test('a missing colon is put as the other tasks have it', () => {
    checkFix(
      'missing-colon',
      'A :2024-01-01, 1d\nB , 2024-02-01, 1d',
      'A :2024-01-01, 1d\nB :2024-02-01, 1d',
    );
    checkFix('missing-colon', 'Notes on this', '%% Notes on this');
  });

  test('the colon and commas of Chinese and Japanese keyboards', () => {
    checkProblems('需求：done, des1, 2025-01-06, 5d\n  ^ missing-colon\nB: after des1, 1d');
    checkFix('missing-colon', '需求：2025-01-06, 5d', '需求:2025-01-06, 5d');
    checkFix('missing-colon', '  测试：done， t1， 2025-01-06， 5d', '  测试:done, t1, 2025-01-06, 5d');
  });

  test('a misspelt statement is marked as a word and corrected', () => {
    checkProblems('timeInterval 1month\n^^^^^^^^^^^^ unknown-statement');
    checkFix('unknown-statement', 'timeInterval 1month', 'tickInterval 1month');
  });

  test('a task without dates becomes a comment', () => {
    checkProblems('A: a, 2024-01-01, 1d\nBridge:\n      ^ missing-fields');
    checkFix('missing-fields', 'A: 2024-01-01, 1d\nBridge:', 'A: 2024-01-01, 1d\n%% Bridge:');
  });

  test('tags go in front and into lower case, commas too many go', () => {
    checkFix('too-many-fields', 'A: a, crit, 2024-01-01, 1d', 'A: crit, a, 2024-01-01, 1d');
    checkFix('too-many-fields', 'A: Done, a, 2024-01-01, 1d', 'A: done, a, 2024-01-01, 1d');
    checkFix('too-many-fields', 'A: a, 2024-01-01, 1d,', 'A: a, 2024-01-01, 1d');
    checkProblems('A: a, 2024-01-01, 1d,\n                    ^ too-many-fields');
  });

  test('of two ids the one that is referred to stays', () => {
    const lines = (ids: string) => `A: ${ids}, 2024-01-01, 1d\nB: after b, 1d`;
    checkFix('too-many-fields', lines('a, b'), lines('b'));
    expect(fixTitles('too-many-fields', 'A: a, b, 2024-01-01, 1d').slice(0, 2)).toEqual([
      '* Remove `b`',
      'Remove `a`',
    ]);
  });

  test.each([
    ['c, after a, b, 5d', 'c, after a b, 5d'],
    ['crit, e, after a,b,z, 5d', 'crit, e, after a b z, 5d'],
    ['d, after a, after b, 5d', 'd, after a b, 5d'],
    ['d, 2023-03-01, until a, b', 'd, 2023-03-01, until a b'],
    ['d, 2023-03-01, until a, until b', 'd, 2023-03-01, until a b'],
  ])('ids of a list have blanks between them: %s', (written, meant) => {
    const lines = (data: string) =>
      `A: a, 2023-04-01, 5d\nB: b, 2023-04-02, 5d\nZ: z, 2023-04-03, 5d\nC: ${data}`;
    checkFix('too-many-fields', lines(written), lines(meant));
  });

  test('the comma of a list is marked', () => {
    checkProblems(
      'A: a, 2024-01-01, 1d\nB: b, 2024-01-01, 1d\nC: c, after a, b, 5d\n             ^ too-many-fields',
    );
  });

  test('a decimal number has a point', () => {
    checkFix('too-many-fields', 'A: a, 2024-01-01, 1,5h', 'A: a, 2024-01-01, 1.5h');
    checkFix('guessed-date', 'A: 2024-01-01, 1,5h', 'A: 2024-01-01, 1.5h');
  });

  test('a tag in other words is no second id', () => {
    checkFix('too-many-fields', 'A: critical, a, 2024-01-01, 1d', 'A: crit, a, 2024-01-01, 1d');
  });

  test('a semicolon in front of the end becomes a comma', () => {
    checkFix('stray-text', 'A: 2023-04-10; 2023-04-20', 'A: 2023-04-10, 2023-04-20');
    checkFix('stray-text', 'A: a, 2023-04-10; 5d', 'A: a, 2023-04-10, 5d');
    checkProblems('A: a, 2023-04-10; 5d\n                ^^^^ stray-text');
  });

  test('a second colon goes', () => {
    checkFix('too-many-fields', 'A:: crit, x, 2024-01-01, 1d', 'A:crit, x, 2024-01-01, 1d');
  });

  test('a name that is a keyword is put in quotation marks, a date to its end', () => {
    checkFix('reserved-name', 'Click counter: a, 2024-01-01, 1d', '"Click counter": a, 2024-01-01, 1d');
    checkFix('reserved-name', 'Click counter :2024-01-01, 5d', '"Click counter" :2024-01-01, 5d');
    checkProblems(
      'A: a, 2024-01-01, 1d\nclick a https://example.org/a,b\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ syntax',
    );
    checkFix(
      'reserved-name',
      '2024-01-01 release: a, 2024-01-01, 1d',
      'release 2024-01-01: a, 2024-01-01, 1d',
    );
  });

  test('a note behind a task goes above it, with the line’s own indentation', () => {
    checkFix('stray-text', '  A: 2024-01-01, 1d # why', '  %% why\n  A: 2024-01-01, 1d');
    checkFix('stray-text', 'A: 2024-01-01, 1d;', 'A: 2024-01-01, 1d');
    checkFix('stray-text', 'A: 2024-01-01, 1d; B: 2d', 'A: 2024-01-01, 1d\nB: 2d');
  });

  test.each([
    ['A: 2024-01-01, 1d # why', 'a task ends at `#` or `;`'],
    ['axisFormat %d # why', '`axisFormat` ends at `#` or `;`'],
    ['click a href "x" # why', 'a `click` ends with its link or call'],
  ])('what ends in front of the note: %s', (line, end) => {
    const { message } = firstProblem(`gantt\n${line}`, 'mermaid', 'stray-text');
    expect(message).toContain(`: ${end}, and it cannot read what follows.`);
  });

  test('what is open to the end of the chart is closed', () => {
    checkProblems('A: a, 2024-01-01, 1d\nclick a call f(x\n^^^^^^^^^^^^^^^^ syntax\nB: 1d');
    checkFix(
      'syntax',
      'A: a, 2024-01-01, 1d\nclick a call f(x\nB: 1d',
      'A: a, 2024-01-01, 1d\nclick a call f(x)\nB: 1d',
    );
  });
});

describe('settings that Mermaid refuses', () => {
  test('the value alone is marked, and the nearest one written', () => {
    checkProblems('weekend sunday\n        ^^^^^^ invalid-setting');
    checkFix('invalid-setting', 'weekend sunday', 'weekend saturday');
    checkFix('invalid-setting', 'weekday Mon\ntickInterval 1week', 'weekday monday\ntickInterval 1week');
    checkFix('invalid-setting', 'weekday foo', '%% weekday foo');
    checkFix('invalid-setting', 'inclusiveEndDates true', 'inclusiveEndDates');
    checkFix(
      'invalid-setting',
      'weekday monday # note\ntickInterval 1week',
      '%% note\nweekday monday\ntickInterval 1week',
    );
  });

  test('text behind gantt becomes the title', () => {
    checkChartFix(
      'invalid-setting',
      'gantt Roadmap\n  dateFormat x',
      'gantt\n  title Roadmap\n  dateFormat x',
    );
  });

  test('topAxis goes to the front matter, at the chart’s indentation', () => {
    checkChartFix(
      'invalid-setting',
      '> ```mermaid\n> gantt\n> topAxis\n> ```\n',
      '> ```mermaid\n> ---\n> config:\n>   gantt:\n>     topAxis: true\n> ---\n> gantt\n> ```\n',
      'markdown',
    );
    checkChartFix(
      'invalid-setting',
      '---\ntitle: T\n---\ngantt\ntopAxis\n',
      '---\ntitle: T\nconfig:\n  gantt:\n    topAxis: true\n---\ngantt\n',
    );
  });

  test('days that leave none to work on', () => {
    checkFix(
      'excludes-everything',
      'excludes weekends\nexcludes monday tuesday wednesday thursday friday\nA: 2024-01-01, 0d\nB: 1d',
      'excludes weekends\nA: 2024-01-01, 0d\nB: 1d',
    );
  });
});

describe('front matter and directives', () => {
  const chart = (head: string) => `${head}\ngantt\ndateFormat YYYY-MM-DD`;

  test('the line that is no YAML is marked and mended', () => {
    checkChart(chart('---\ntitle: A: b\n^^^^^^^^^^^ invalid-front-matter\n---'));
    checkChartFix('invalid-front-matter', chart('---\ntitle: A: b\n---'), chart('---\ntitle: "A: b"\n---'));
    checkChartFix('invalid-front-matter', chart('---\ntitle: A\ntitle: B\n---'), chart('---\ntitle: A\n---'));
  });

  test('the closing dashes are added or indented', () => {
    checkChartFix('invalid-front-matter', chart('---\ntitle: A'), chart('---\ntitle: A\n---'));
    checkChartFix('invalid-front-matter', chart('  ---\n  title: A\n---'), chart('  ---\n  title: A\n  ---'));
  });

  test('a directive is closed; one that is no JSON is only a warning', () => {
    checkChartFix(
      'invalid-directive',
      chart('%%{init: {"theme": "dark"}'),
      chart('%%{init: {"theme": "dark"}}%%'),
    );
    checkChartFix(
      'invalid-directive',
      chart('%%{init: {theme: dark}}%%'),
      chart('%%{init: {"theme":"dark"}}%%'),
    );
  });
});
