import { describe, expect, test } from 'vitest';
import { isOlder, readMermaidVersion } from '../../../server/gantt/mermaidVersion';
import { newerMermaidProblems } from '../../../server/gantt/problems/hosts';
import { chartOf } from '../../support/charts';
import { checkChart, checkFix, checkProblems } from './checkProblems';

describe('swallowed lines', () => {
  test('a task that is read as a title, and titles that are none', () => {
    checkProblems('Title page: a, 2024-01-01, 1d\n^^^^^ swallowed-line\nA: 2024-01-01, 1d');
    checkFix(
      'swallowed-line',
      'Section lead: 2024-01-01, 1d\nA: 2024-01-01, 1d',
      '"Section lead": 2024-01-01, 1d\nA: 2024-01-01, 1d',
    );
    checkProblems('title Plan: 2024\nsection Phase 1: Design\nA: 2024-01-01, 1d');
  });

  test('say all there is to say about their line', () => {
    checkProblems(
      'DateFormat bug :2023-04-10, 5d\n^^^^^^^^^^ swallowed-line\nA: 2023-04-10, 2023-04-12\nB: 2023-04-11, 1d',
    );
    checkProblems(
      'axisFormat %d\ntitle Plan\nAxisFormat cleanup :2023-04-10, 5d\n^^^^^^^^^^ swallowed-line\nTitle page :2023-04-10, 5d\n^^^^^ swallowed-line',
    );
    checkProblems(
      'Includes docs :2023-04-10, 5d\n^^^^^^^^ swallowed-line\nExcludes list :2023-04-10, 5d\n^^^^^^^^ swallowed-line',
    );
  });

  test('settings with a colon', () => {
    checkChart(
      'gantt\ntitle: Plan\n^^^^^ swallowed-line\ndateFormat: YYYY-MM-DD\n^^^^^^^^^^ swallowed-line\nexcludes: weekends, 2024-01-01, 2024-01-02, 2024-01-03\n^^^^^^^^ swallowed-line\nsection: A\n^^^^^^^ swallowed-line\nA: 2024-01-08, 2024-01-10',
    );
    checkFix('swallowed-line', 'axisFormat: %d\nA: 2024-01-01, 1d', 'axisFormat %d\nA: 2024-01-01, 1d');
    checkFix(
      'swallowed-line',
      'excludes:2024-01-01\nA: 2024-01-02, 1d',
      'excludes 2024-01-01\nA: 2024-01-02, 1d',
    );
    checkProblems('Section: a, 2024-01-01, 1d\nTitle: 5d\nWeekend: 2024-01-06, 2024-01-08');
  });

  test('a bare keyword that takes the next line', () => {
    checkProblems('A: 2024-01-01, 1d\nsection\n^^^^^^^ swallowed-line\nB: 1d');
    checkFix('swallowed-line', 'A: 2024-01-01, 1d\nsection\nB: 1d', 'A: 2024-01-01, 1d\nB: 1d');
  });

  test('a percent sign as second character', () => {
    checkFix('swallowed-line', 'A: 2024-01-01, 1d\n5% rollout: 1d', 'A: 2024-01-01, 1d\n5 % rollout: 1d');
    checkProblems('A: 2024-01-01, 1d\n%% 5% rollout: 1d');
  });

  test('a note behind data', () => {
    checkProblems('A: 2024-01-01, 1d %% why\n                  ^^^^^^ swallowed-line');
    checkFix('swallowed-line', '  A: 2024-01-01, 1d %% why', '  %% why\n  A: 2024-01-01, 1d');
  });
});

describe('settings', () => {
  test('days that are none', () => {
    checkFix('unknown-exclude', 'excludes weekend', 'excludes weekends');
    checkFix('unknown-exclude', 'excludes mon, 2024-01-01', 'excludes monday, 2024-01-01');
    checkFix('unknown-exclude', 'excludes weekdays 2024-01-10', 'excludes 2024-01-10');
    checkFix('unknown-exclude', 'excludes 25.12.2024', 'excludes 2024-12-25');
    checkProblems('excludes the days between the years\n         ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-exclude');
  });

  test('intervals', () => {
    checkFix('invalid-tick-interval', 'tickInterval 2 weeks', 'tickInterval 2week');
    checkFix('invalid-tick-interval', 'tickInterval 1quarter', 'tickInterval 3month');
  });

  test('the same twice', () => {
    checkProblems('axisFormat %d\n^^^^^^^^^^^^^ duplicate-setting\naxisFormat %m');
    checkProblems('axisFormat %d\naxisFormat %d');
    checkFix('ineffective-weekday', 'weekday monday\nA: 2024-01-01, 1d', 'A: 2024-01-01, 1d');
  });
});

describe('tidiness', () => {
  test('ids are unused only where tasks wait for each other', () => {
    checkChart('gantt\ndateFormat YYYY-MM-DD\nA: a, 2024-01-01, 1d\nB: b, 2024-01-01, 1d', 'mermaid', []);
    checkChart(
      'gantt\ndateFormat YYYY-MM-DD\nA: a, 2024-01-01, 1d\nB: b, after a, 1d\n   ^ unused-id',
      'mermaid',
      [],
    );
  });

  test('a section with a note is kept for later', () => {
    checkProblems(
      'section One\n%% later\nsection Two\n^^^^^^^^^^^ empty-section\nsection Three\nA: 2024-01-01, 1d',
    );
  });

  test('tags with a slip', () => {
    checkFix('unknown-tag', 'A: Done, 2024-01-01, 1d', 'A: done, 2024-01-01, 1d');
    checkFix('unknown-tag', 'A: mileston, 2024-01-01, 0d', 'A: milestone, 2024-01-01, 0d');
    checkProblems('A: milestones, 2024-01-01, 1d\nB: after milestones, 1d');
  });

  test('click on no task', () => {
    checkFix(
      'unknown-click-target',
      'A: a-b, 2024-01-01, 1d\nclick ab href "x"',
      'A: a-b, 2024-01-01, 1d\nclick a-b href "x"',
    );
  });

  test('a milestone of two days is off, one of a day is not', () => {
    checkProblems(
      'A: milestone, 2024-01-01, 1d\nB: milestone, 2024-01-01, 4d\n                          ^^ off-centre-milestone',
    );
  });
});

describe('comments that silence', () => {
  test('the next line, for the codes they name', () => {
    checkProblems(
      '%% roadmap-gantt-ignore invalid-end still open\nA: 2024-01-01, TBD\nB: 2024-01-01, TBD\n               ^^^ invalid-end',
    );
    checkProblems(
      '%% roadmap-gantt-ignore invalid-end still open\n%% another note\n\nA: 2024-01-01, TBD\nB: 2024-01-01, 3m\n               ^^ minutes-not-months',
    );
  });

  test('the whole chart, from anywhere in it', () => {
    checkProblems('A: 2024-01-01, TBD\n%% roadmap-gantt-ignore-chart invalid-end\nB: 2024-01-01, TBD');
  });

  test('are themselves found where they silence nothing', () => {
    checkProblems(
      '%% roadmap-gantt-ignore unknown-task\n                        ^^^^^^^^^^^^ unused-ignore\nA: 2024-01-01, 1d',
    );
    checkProblems(
      '%% roadmap-gantt-ignore unknown-tusk\n                        ^^^^^^^^^^^^ unused-ignore\nA: after gone, 1d\n         ^^^^ unknown-task',
    );
    checkFix('unused-ignore', '%% roadmap-gantt-ignore unknown-task\nA: 2024-01-01, 1d', 'A: 2024-01-01, 1d');
    checkProblems('%% roadmap-gantt-ignore needs-newer-mermaid\nA: 2024-01-01, 1d');
  });
});

describe('older versions of Mermaid', () => {
  const problems = (lines: string, version: string) =>
    newerMermaidProblems(
      `gantt\ndateFormat YYYY-MM-DD\n${lines}`,
      chartOf(lines),
      readMermaidVersion(version)!,
    );

  test('miss what is newer, each thing once', () => {
    const lines = 'A: a, 2024-01-01, until b\nB: b, 2024-02-01, until c\nC: c, 2024-03-01, 1d';
    expect(problems(lines, 'gitlab').map(({ message }) => message)).toEqual([
      '`until` needs Mermaid 10.9; version 10.7 draws the task without any length.',
    ]);
    expect(problems(lines, '10.9')).toEqual([]);
    expect(problems(`%% roadmap-gantt-ignore needs-newer-mermaid\n${lines}`, 'gitlab')).toEqual([]);
  });

  test('are named by number or by host', () => {
    expect(readMermaidVersion('latest')).toBeNull();
    expect(readMermaidVersion('10.9')).toEqual([10, 9, 0]);
    expect(readMermaidVersion('soon')).toBeUndefined();
    expect(isOlder([10, 9, 0], [10, 10, 0])).toBe(true);
    expect(isOlder([11, 0, 0], [10, 10, 0])).toBe(false);
  });
});

test('a chart longer than Mermaid’s limit', () => {
  checkChart(
    `gantt\n^^^^^ text-too-long\n%% ${'x'.repeat(50_000)}\ndateFormat YYYY-MM-DD\nA: 2024-01-01, 1d`,
  );
});
