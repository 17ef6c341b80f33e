import { describe, expect, test } from 'vitest';
import { chartOf } from '../../support/charts';
import { checkChart, checkFix, checkProblems, firstProblem, fixTitles } from './checkProblems';

describe('an id that no task has', () => {
  test('is marked alone, and the message says what is drawn', () => {
    checkProblems('A: a, 2024-01-01, 1d\nB: after a gone, 1d\n           ^^^^ unknown-task');
    const { message } = firstProblem('gantt\nA: after gone, 1d', 'mermaid', 'unknown-task');
    expect(message).toBe(
      'No task has the id `gone`, so Mermaid starts this task on 22 November 2026 (today).',
    );
  });

  test('is changed to the one that was meant, where hardly another can be', () => {
    checkFix(
      'unknown-task',
      'A: api-x, 2024-01-01, 1d\nB: after apix, 1d',
      'A: api-x, 2024-01-01, 1d\nB: after api-x, 1d',
    );
  });

  test('of a job with several parts: each of them, or all', () => {
    const parts = 'A: app-go, 2024-01-01, 1d\nB: app-js, 2024-01-01, 1d\n';
    expect(fixTitles('unknown-task', `${parts}C: after app, 1d`)).toEqual([
      'Change to `app-go`',
      'Change to `app-js`',
      'Change to both: `app-go` and `app-js`',
      'Create the task `app`',
    ]);
  });

  test('that is a task’s name gives the task an id', () => {
    checkFix(
      'unknown-task',
      'Research: 2024-01-01, 1d\nB: after research, 1d',
      'Research: research, 2024-01-01, 1d\nB: after research, 1d',
    );
  });

  test('may be that of one of two twins', () => {
    const lines = 'A: talk-b, 2024-01-01, 1d\nB: talk-b, 2024-01-01, 1d\nC: after talk-b talk-s, 1d';
    expect(fixTitles('unknown-task', lines).slice(0, 2)).toEqual([
      'Rename the `talk-b` to `talk-s`',
      'Rename the `talk-b` to `talk-s`',
    ]);
  });

  test('goes where others stay, and is never the only one to go', () => {
    expect(fixTitles('unknown-task', 'A: a, 2024-01-01, 1d\nB: after a zzz, 1d')).toContain('Remove `zzz`');
    expect(fixTitles('unknown-task', 'A: a, 2024-01-01, 1d\nB: after zzz, 1d')).toEqual([
      'Create the task `zzz`',
    ]);
    checkFix(
      'unknown-task',
      'A: a, 2024-01-01, 1d\nB: b, 2024-01-01, 1d\nC: after a and b, 1d',
      'A: a, 2024-01-01, 1d\nB: b, 2024-01-01, 1d\nC: after a b, 1d',
    );
  });

  test('is found in an earlier chart of the document, too', () => {
    checkChart(
      '```mermaid\ngantt\nA: a, 2024-01-01, 1d\n```\n```mermaid\ngantt\nB: after a, 1d\n         ^ unknown-task\n         ^ leaked-id\n```\n',
      'markdown',
      ['unused-id', 'missing-date-format'],
    );
  });
});

describe('cycles', () => {
  test('name every member in order, at the reference that closes them', () => {
    const lines = 'A: a, after c, 1d\nB: b, after a, 1d\nC: c, after b, 1d';
    checkProblems('A: a, after c, 1d\n            ^ cyclic-dependency\nB: b, after a, 1d\nC: c, after b, 1d');
    const { message, related } = firstProblem(`gantt\n${lines}`, 'mermaid', 'cyclic-dependency');
    expect(message).toMatch('`a`, `c` and `b` wait each for the next, and `b` waits for `a` again');
    expect(related).toHaveLength(3);
  });

  test('a task that waits for itself', () => {
    checkProblems('A: a, after a, 1d\n            ^ cyclic-dependency');
  });

  test('are opened where the list keeps another id', () => {
    const start = 'S: s, 2024-01-01, 1d\n';
    checkFix(
      'cyclic-dependency',
      `${start}A: a, after s b, 1d\nB: b, after a, 1d`,
      `${start}A: a, after s, 1d\nB: b, after a, 1d`,
    );
  });
});

describe('what Mermaid passes over', () => {
  const lines = (list: string) =>
    `A: a, 2024-01-01, 1d\nB: b, after ${list}, 1d\nC: c, 2024-03-01, 1d\nD: after b, 1d`;

  test('is mended by the order of the ids', () => {
    checkProblems(lines('a c').replace('a c, 1d', 'a c, 1d\n              ^ ignored-predecessor'));
    checkFix('ignored-predecessor', lines('a c'), lines('c a'));
  });

  test('or by moving the line, with its comments, or by the date', () => {
    const before = 'A: a, 2024-01-01, 1d\n%% why\nB: after a c, 1d\nC: c, 2024-03-01, 1d';
    expect(fixTitles('ignored-predecessor', before)).toEqual([
      '* Write `c` first, so that Mermaid waits for it',
      'Move the task below `c`',
      'Write the date, 2024-03-02, instead',
    ]);
  });

  test('a long chain of references downwards', () => {
    const chain = Array.from({ length: 12 }, (_, i) => `T${i}: t${i}, after t${i + 1}, 1d`).join('\n');
    const end = 'T12: t12, 2024-01-01, 1d';
    const [first, second] = chain.split('\n');
    checkFix(
      'unresolved-chain',
      `${chain}\n${end}`,
      [second, first, ...chain.split('\n').slice(2), end].join('\n'),
    );
  });
});

describe('lists of ids that Mermaid does not read to the end', () => {
  test('an id with a dot or an accent', () => {
    checkProblems('A: tâche, 2024-01-01, 1d\nB: after tâche, 1d\n         ^^^^^ truncated-id');
    checkFix(
      'truncated-id',
      'A: tâche, 2024-01-01, 1d\nB: after tâche, 1d',
      'A: tache, 2024-01-01, 1d\nB: after tache, 1d',
    );
  });

  test('an id with a sign in it, whose parts are ids as well', () => {
    const lines = (id: string) =>
      `A: a, 2024-01-01, 1d\nB: b, 2024-01-01, 5d\nAB: ${id}, 2024-01-01, 9d\nC: after ${id}, 1d\nD: after a ${id}, 1d`;
    checkFix('truncated-id', lines('a/b'), lines('a-b'));
  });

  test('signs between the ids', () => {
    const before = 'A: a, 2024-01-01, 1d\nB: b, 2024-01-01, 5d\n';
    checkFix('truncated-id', `${before}C: after a & b, 1d`, `${before}C: after a b, 1d`);
  });

  test('a lag, forward or backward', () => {
    checkProblems(
      'A: a, 2024-01-01, 1d\nB: after a + 2d, 1d\n           ^^^^ dropped-lag\nC: after a - 2d, 1d\n           ^^^^ dropped-lag',
    );
    expect(fixTitles('dropped-lag', 'A: a, 2024-01-01, 1d\nB: after a + 2d, 1d')).toEqual([
      'Change to the date, `2024-01-04`',
      'Remove `+ 2d`',
    ]);
  });
});

describe('ids that two tasks have', () => {
  test('are a warning where both say the same, an error where dates hang on it', () => {
    const severity = (second: string) =>
      firstProblem(
        `gantt\ndateFormat YYYY-MM-DD\nA: x, 2024-01-01, 1d\nB: x, ${second}, 1d\nC: after x, 1d`,
        'mermaid',
        'duplicate-id',
      ).severity;
    expect([severity('2024-01-01'), severity('2024-02-01')]).toEqual(['warning', 'error']);
  });

  test('are renamed one by one, and references keep their meaning', () => {
    const chart = (...ids: string[]) =>
      ids
        .map((id) => `A: ${id}, 2024-01-01, 1d`)
        .join('\n')
        .concat('\nB: after x, 1d');
    checkFix('duplicate-id', chart('x', 'x', 'x'), chart('x-2', 'x', 'x'));
    checkFix('duplicate-id', chart('x', 'x-2', 'x'), chart('x-3', 'x-2', 'x'));
  });

  test('thousands of them in no time', () => {
    const { problems } = chartOf('A: a, 2024-01-01, 1d\n'.repeat(4000));
    const titles = problems
      .filter(({ code }) => code === 'duplicate-id')
      .map(({ fixes }) => fixes()[0]?.title);
    expect(new Set(titles).size).toBe(4000);
  });

  test('one of them by Mermaid’s own count', () => {
    checkProblems(
      'A: task1, 2024-01-01, 1d\n   ^^^^^ implicit-id-collision\nB: 2024-02-01, 1d\nC: after task1, 1d',
    );
  });
});

test('a task below a vertical line', () => {
  checkProblems('A: a, 2024-01-01, 1d\nV: vert, 2024-06-01, 0d\nB: 3d\n   ^^ vert-as-previous');
  expect(fixTitles('vert-as-previous', 'A: a, 2024-01-01, 1d\nV: vert, 2024-06-01, 0d\nB: 3d')).toEqual([
    'Start after `a`',
    'Write the start as it is, 2024-06-01',
  ]);
});
