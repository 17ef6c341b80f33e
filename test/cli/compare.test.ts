import { expect, test } from 'vitest';
import { compareDocuments } from '../../server/cli/diff/compare';
import { matchCharts, matchTasks } from '../../server/cli/diff/match';
import { changeTexts } from '../../server/cli/diff/wording';
import { plain } from '../../server/features/markup';
import { analyze } from '../../server/gantt/analyze';
import { CLOCK, chart, markdown } from './support';

function compared(before: readonly string[], after: readonly string[], timeZone = 'UTC') {
  const clock = { ...CLOCK, timeZone };
  const read = (lines: readonly string[]) => analyze(chart(...lines), 'mermaid', clock);
  return compareDocuments(read(before), read(after));
}

/** What happened, a line a task. */
function checkChanges(
  before: readonly string[],
  after: readonly string[],
  expected: readonly string[],
): void {
  const [diff] = compared(before, after);
  const lines = [
    ...(diff?.added ?? []).map(({ name }) => `+ ${name}`),
    ...(diff?.removed ?? []).map(({ name }) => `- ${name}`),
    ...(diff?.changed ?? []).map(
      (change) => `${change.after.name}: ${changeTexts(change, plain).join('; ')}`,
    ),
  ];
  expect(lines).toEqual(expected);
}

test('nothing differs between equal charts, however they are laid out', () => {
  expect(compared(['A :a, 2026-01-05, 5d'], ['  %% note', '  A : a , 2026-01-05 , 5d'])).toEqual([]);
});

test('tasks come and go', () => {
  checkChanges(
    ['A :a, 2026-01-05, 5d', 'B :b, 2026-01-05, 5d'],
    ['A :a, 2026-01-05, 5d', 'C :c, 2026-01-05, 5d'],
    ['+ C', '- B'],
  );
});

test('a task moves, and what waits for it follows', () => {
  checkChanges(
    ['A :a, 2026-01-05, 5d', 'B :b, after a, 5d', 'C :after b, 1d'],
    ['A :a, 2026-01-12, 5d', 'B :b, after a, 5d', 'C :after b, 1d'],
    ['A: 7 days later', 'B: 7 days later, following “a”', 'C: 7 days later, following “b”'],
  );
});

test('start and end may move apart', () => {
  checkChanges(
    ['A :a, 2026-01-05, 5d', 'B :b, 2026-01-05, 5d', 'C :c, 2026-01-05, 2026-01-10'],
    ['A :a, 2026-01-05, 6d', 'B :b, 2026-01-04, 3d', 'C :c, 2026-01-04, 2026-01-10'],
    ['A: ends 1 day later', 'B: starts 1 day earlier, ends 3 days earlier', 'C: starts 1 day earlier'],
  );
});

test('a clock change is no move', () => {
  const [diff] = compared(['A :a, 2026-03-28, 5d'], ['A :a, 2026-03-30, 5d'], 'Europe/London');
  expect(diff?.changed[0]?.changes).toEqual([{ kind: 'moved', startDays: 2, endDays: 2 }]);
});

test('a task loses its dates, or gets them', () => {
  checkChanges(
    ['A :a, 2026-01-05, 5d', 'B :b, after a, 1d', 'C :c, after x, 1d'],
    ['A :aa, 2026-01-05, 5d', 'B :b, after a, 1d', 'C :c, 2026-01-05, 1d'],
    ['A: id “a” is now “aa”', 'B: no longer scheduled: no task has the id “a”', 'C: now scheduled'],
  );
});

test('a task becomes provisional, or certain', () => {
  checkChanges(
    ['A :a, 2026-01-05, 5d', 'B :b, after a, 1d', 'C :c, after a x, 1d'],
    ['A :a, 2026-01-05, 5d', 'B :b, after a x, 1d', 'C :c, after a, 1d'],
    ['B: now provisional: no task has the id “x”', 'C: no longer provisional'],
  );
});

test('names, ids, sections and tags change', () => {
  checkChanges(
    ['section S', 'A :a, 2026-01-05, 5d', 'B :2026-01-05, 5d', 'C :active, c, 2026-01-05, 5d'],
    [
      'section S',
      'AA :a, 2026-01-05, 5d',
      'B :b, 2026-01-05, 5d',
      'section T',
      'C :done, crit, c, 2026-01-05, 5d',
    ],
    ['AA: renamed from A', 'B: now has an id', 'C: moved from section S; now done, crit, no longer active'],
  );
});

test('a task without an id is known by its line when its name changes', () => {
  checkChanges(
    ['section S', 'A :milestone, after x, 0d', 'B :milestone, after y, 0d'],
    ['section S', 'TBC A :milestone, after x, 0d', 'C :milestone, after z, 0d'],
    ['+ C', '- B', 'TBC A: renamed from A'],
  );
});

test('the last date moves with the tasks', () => {
  const [diff] = compared(['title P', 'A :a, 2026-01-05, 5d'], ['title P', 'A :a, 2026-01-05, 2w']);
  expect(diff).toMatchObject({
    status: 'changed',
    title: 'P',
    lastDate: { before: { text: 'Sat 10 Jan 2026' }, after: { text: 'Mon 19 Jan 2026' }, days: 9 },
  });
});

test('whole charts come and go', () => {
  const one = analyze(markdown(chart('A :a, 2026-01-05, 5d')), 'markdown', CLOCK);
  const two = analyze(
    markdown(chart('X :x, 2026-01-05, 5d'), chart('A :a, 2026-01-06, 5d')),
    'markdown',
    CLOCK,
  );
  const kinds = (diffs: ReturnType<typeof compareDocuments>) =>
    diffs.map(({ status, added, removed, changed }) => [
      status,
      added.length,
      removed.length,
      changed.length,
    ]);
  expect(kinds(compareDocuments(one, two))).toEqual([
    ['added', 1, 0, 0],
    ['changed', 0, 0, 1],
  ]);
  expect(kinds(compareDocuments(two, one))).toEqual([
    ['changed', 0, 0, 1],
    ['removed', 0, 1, 0],
  ]);
  expect(kinds(compareDocuments(null, one))).toEqual([['added', 1, 0, 0]]);
  expect(kinds(compareDocuments(one, null))).toEqual([['removed', 0, 1, 0]]);
});

const task = (id: string | null, name: string, section: string | null = null) => ({
  id,
  name,
  section,
  written: `${id ?? ''}, after ${name}`,
});

test('tasks match by id, then by name and section', () => {
  const before = [task('a', 'A'), task('b', 'B', 'S'), task(null, 'C', 'S')];
  const after = [task(null, 'C', 'S'), task('bb', 'B', 'S'), task('a', 'Other')];
  expect(matchTasks(before, after)).toEqual([
    [2, 0],
    [1, 1],
    [0, 2],
  ]);
});

test('tasks of one name stay with their ids', () => {
  const before = [task('a', 'Same', 'S'), task('b', 'Same', 'T')];
  expect(matchTasks(before, [task('b', 'Same', 'T'), task('c', 'Same', 'U')])).toEqual([[1, 0]]);
});

test('tasks with one id are told apart by their names, then by their order', () => {
  const before = [task('a', 'A'), task('a', 'B'), task('a', 'C')];
  expect(matchTasks(before, [task('a', 'B'), task('a', 'X'), task('a', 'C')])).toEqual([
    [1, 0],
    [0, 1],
    [2, 2],
  ]);
});

test('charts match by what they have in common, not by their place', () => {
  const [one, two] = [[task('a', 'A'), task('b', 'B')], [task('x', 'X')]];
  expect(matchCharts([one, two], [two, one])).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(matchCharts([one], [two])).toEqual([]);
  expect(matchCharts([[]], [two])).toEqual([[0, 0]]);
});
