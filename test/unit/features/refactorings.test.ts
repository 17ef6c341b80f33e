import { expect, test } from 'vitest';
import { refactorings } from '../../../server/features/refactor/refactorings';
import { applyEdits } from '../../../server/gantt/problems/edits';
import { chartOf } from './analysisOf';

function offered(lines: string) {
  const { analysis, offset } = chartOf(lines);
  return refactorings(analysis, 'mermaid', offset);
}

/** The refactoring whose title holds `title`, taken at `$0`, makes this of the lines. */
function checkRefactor(lines: string, title: string, expected: string): void {
  const { text } = chartOf(lines);
  const found = offered(lines).find((refactoring) => refactoring.title.includes(title));
  expect(found?.title).toContain(title);
  const written = applyEdits(text, found!.edits);
  expect(written.split('\n').slice(2).join('\n')).toBe(expected);
}

function checkNotOffered(lines: string, title: string): void {
  expect(
    offered(lines)
      .map((refactoring) => refactoring.title)
      .join('\n'),
  ).not.toContain(title);
}

const A = 'A: a, 2024-09-02, 2024-09-20\n';

test('turns a duration into an end date and back', () => {
  checkRefactor('B: b, 2024-09-02, $04w', 'end as a date', 'B: b, 2024-09-02, 2024-09-30');
  checkRefactor('B: b, 2024-09-02, $02024-09-30', 'end as a duration', 'B: b, 2024-09-02, 4w');
  checkRefactor('B: b, 2024-09-02, $02024-09-05', 'end as a duration', 'B: b, 2024-09-02, 3d');
});

test('counts excluded days out of a duration', () => {
  checkRefactor(
    'excludes weekends\nB: b, 2024-09-02, $02024-09-11',
    'end as a duration',
    'excludes weekends\nB: b, 2024-09-02, 1w',
  );
});

test('knows inclusive end dates and hours', () => {
  checkRefactor(
    'inclusiveEndDates\nB: b, 2024-09-02, $01w',
    'end as a date',
    'inclusiveEndDates\nB: b, 2024-09-02, 2024-09-08',
  );
  checkRefactor(
    'dateFormat YYYY-MM-DD HH:mm\nB: b, 2024-09-02 09:00, $02024-09-02 10:30',
    'end as a duration',
    'dateFormat YYYY-MM-DD HH:mm\nB: b, 2024-09-02 09:00, 90m',
  );
});

test('turns a predecessor into a date, and a date into the predecessor that ends then', () => {
  checkRefactor(`${A}B: b, $0after a, 1w`, 'start as a date', `${A}B: b, 2024-09-20, 1w`);
  checkRefactor(`${A}B: $01w`, 'start as a date', `${A}B: 2024-09-20, 1w`);
  checkRefactor(`${A}B: b, $02024-09-20, 1w`, 'Start after “A” (a)', `${A}B: b, after a, 1w`);
});

test('offers no predecessor that waits for the task', () => {
  checkNotOffered(`A: a, after b, until b\nB: b, $02024-09-20, 0d`, 'Start after');
});

test('gives a task an id, and lets the next one use it', () => {
  checkRefactor(
    'Déjà vu, twice$0: 2024-09-02, 1w',
    'Give the task an id',
    'Déjà vu, twice: deja-vu-twice, 2024-09-02, 1w',
  );
  checkRefactor(
    `${A}Some work$0: crit, 1w\nMore: 2d`,
    'and start “More” after it',
    `${A}Some work: crit, some-work, after a, 1w\nMore: after some-work, 2d`,
  );
});

test('keeps the references to an id that Mermaid counted', () => {
  checkRefactor(
    'Some$0: 2024-09-02, 1w\nB: b, after task1, 1w',
    'Give the task an id',
    'Some: some, 2024-09-02, 1w\nB: b, after some, 1w',
  );
  checkNotOffered('Some$0: 2024-09-02, 1w\nOther: 1d\nB: b, after task2, 1w', 'Give the task an id');
});

test('adds a milestone that waits for the last tasks of a section', () => {
  checkRefactor(
    'section Go$0 team\n  A: a, 2024-09-02, 1w\n  B: b, after a, 1w\n  C: c, 2024-09-02, 1d\nsection Next',
    'Add a milestone for “Go team”',
    'section Go team\n  A: a, 2024-09-02, 1w\n  B: b, after a, 1w\n  C: c, 2024-09-02, 1d\n  Go team done: milestone, go-team-done, after b c, 0d\nsection Next',
  );
  checkNotOffered('section Go$0\nA: 2024-09-02, 1w', 'Add a milestone');
});

test('passes on what a milestone waits for', () => {
  checkRefactor(
    `${A}B: b, 2024-09-02, 1w\nM: milestone, $0m, after a b, 0d\nC: c, after b m, 1w\nD: d, after m, 1w`,
    'instead of m',
    `${A}B: b, 2024-09-02, 1w\nM: milestone, m, after a b, 0d\nC: c, after b a, 1w\nD: d, after a b, 1w`,
  );
});

test('moves a task with its comments to the end of another section', () => {
  checkRefactor(
    'section One\nA: a, 2024-09-02, 1w\n%% about B\nB$0: b, after a, 1w\nsection Two\nC: c, 2024-09-02, 1w\n',
    'Move to section “Two”',
    'section One\nA: a, 2024-09-02, 1w\nsection Two\nC: c, 2024-09-02, 1w\n%% about B\nB: b, after a, 1w\n',
  );
});

test('moves no task that others lean on without saying so', () => {
  checkNotOffered('section One\nA$0: a, 2024-09-02, 1w\nB: 1w\nsection Two', 'Move');
  checkNotOffered(
    'section One\nA$0: a, 2024-09-02, 1w\nsection Two\nB: b, 2024-09-02, 1w\nsection Three\nC: 2d',
    'Move to section “Two”',
  );
});

test('sorts a section by start, comments with their tasks', () => {
  checkRefactor(
    'section One$0\nB: b, 2024-09-09, 1w\nX: x, after gone, 1d\n%% first\nA: a, 2024-09-02, 1w',
    'Sort “One” by start',
    'section One\n%% first\nA: a, 2024-09-02, 1w\nB: b, 2024-09-09, 1w\nX: x, after gone, 1d',
  );
  checkNotOffered('section One$0\nA: a, 2024-09-02, 1w\nB: b, 2024-09-09, 1w', 'Sort');
  checkNotOffered('section One$0\nB: b, 2024-09-09, 1w\nC: 2d\nA: a, 2024-09-02, 1w', 'Sort');
});

test('writes all true dates into the chart', () => {
  checkRefactor(
    `title Plan$0\n${A}B: b, after a, 4w\nM: milestone, after b, 0d\nC: 3d\nX: x, after gone, 1d`,
    'Write the dates into the whole chart',
    `title Plan\n${A}B: b, 2024-09-20, 2024-10-18\nM: milestone, 2024-10-18, 0d\nC: 2024-10-18, 2024-10-21\nX: x, after gone, 1d`,
  );
});

test('offers nothing where nothing can be written another way', () => {
  expect(offered('%% comment$0')).toEqual([]);
  expect(offered('X$0: x, after gone, 1d')).toEqual([]);
});
