import { describe, expect, test } from 'vitest';
import { rawChart } from '../../support/charts';
import { parseMarks } from '../../support/marks';

/** The marked pieces of a chart must be what the parser takes as `label: text`, in document order. */
function checkPieces(fixture: string) {
  const { text, marks } = parseMarks(fixture);
  const pieces = rawChart(text).statements.flatMap(
    (statement): [string, { start: number; end: number } | undefined][] => {
      if (statement.kind === 'task') {
        return [
          ['name', statement.name.span],
          ...statement.tags.map(({ span }): [string, typeof span] => ['tag', span]),
          ['id', statement.id?.span],
          ['start', statement.startField?.span],
          ['end', statement.endField?.span],
        ];
      }
      if (statement.kind === 'section') return [['section', statement.name.span]];
      if (statement.kind === 'setting') return [[statement.name, statement.value.span]];
      if (statement.kind === 'click') return statement.ids.map(({ span }) => ['click', span]);
      return [[statement.kind, statement.span]];
    },
  );
  const found = pieces.flatMap(([label, span]) => (span ? [{ label, span }] : []));
  for (const mark of marks) expect(found).toContainEqual(mark);
}

describe('a chart is read into statements with their places', () => {
  test('tasks down to their fields', () => {
    checkPieces(`gantt
  Store v3: crit, done, store , after a b, 3w
  ^^^^^^^^ name
            ^^^^ tag
                  ^^^^ tag
                        ^^^^^ id
                                ^^^^^^^^^ start
                                           ^^ end`);
  });

  test('sections, settings, comments and clicks', () => {
    checkPieces(`gantt
  title  A plan
         ^^^^^^ title
  section  Ann
           ^^^ section
  %% TODO estimate
  ^^^^^^^^^^^^^^^^ comment
  click a,b href "https://example.com"
        ^ click
          ^ click`);
  });

  test('a value over two lines, as Mermaid takes it', () => {
    checkPieces('gantt\nsection\n  A: a, 2024-01-01, 1d\n  ^^^^^^^^^^^^^^^^^^^^ section');
  });

  test('accessible descriptions over several lines', () => {
    const chart = rawChart('gantt\naccDescr {\n  one\n  two\n}\nA: 2024-01-01, 1d');
    expect(chart.statements.find(({ kind }) => kind === 'setting')).toMatchObject({ name: 'accDescr' });
    expect(chart.tasks).toHaveLength(1);
    expect(chart.rejection).toBeNull();
  });

  test('an entity in a name does not end the data', () => {
    const chart = rawChart('gantt\nTask #35;1: a, 2024-01-01, 1d');
    expect(chart.rejection).toBeNull();
    expect(chart.tasks[0]!.syntax.name.text).toBe('Task #35;1');
  });
});

describe('a refused line is read for what it most likely means', () => {
  test.each([
    ['Click counter: c, 2024-01-01, 1d', 'reserved-name', 'c'],
    ['2024-01-01 release: r, 2024-01-01, 1d', 'reserved-name', 'r'],
    ['Call the bank: b, 2024-01-01, 1d', 'reserved-name', 'b'],
    ['WebRTC , w, 2023-04-01, 2023-07-31', 'missing-colon', 'w'],
    ['Done: d, Done, 2024-01-01, 1d', 'too-many-fields', 'd'],
    ['Comma: c, 2024-01-01, 1d,', 'too-many-fields', 'c'],
  ])('%s', (line, code, id) => {
    const chart = rawChart(`gantt\ndateFormat YYYY-MM-DD\n${line}\nAfter: after ${id}, 1d`);
    expect(chart.problems.map((problem) => problem.code)).toEqual([code]);
    expect(chart.tasks.map(({ syntax }) => syntax.id?.text)).toEqual([id, undefined]);
    expect(chart.tasks[1]!.start).not.toBeNull();
  });

  test.each([
    ['timeInterval 1month', 'unknown-statement'],
    ['weekday foo', 'invalid-setting'],
    ['weekend sunday', 'invalid-setting'],
    ['inclusiveEndDates true', 'invalid-setting'],
    ['topAxis', 'invalid-setting'],
    ['SNT Bridge:', 'missing-fields'],
    ['A: 2024-01-01, 1d # note', 'stray-text'],
    ['just words', 'missing-colon'],
    ['accDescr { never closed', 'syntax'],
    ['click a', 'syntax'],
  ])('%s', (line, code) => {
    const { problems, rejection } = rawChart(
      `gantt\ndateFormat YYYY-MM-DD\nFirst: 2024-01-01, 1d\n${line}\n`,
    );
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(rejection).not.toBeNull();
  });

  test('what is broken before the gantt line does not hide the chart', () => {
    for (const head of ['---\ntitle: x\n', '---\n[\n---\n', '%%{init: {"theme": "dark"}\n']) {
      const chart = rawChart(`${head}gantt\nA: a, 2024-01-01, 1d`);
      expect(chart.rejection).not.toBeNull();
      expect(chart.tasks).toHaveLength(1);
    }
  });
});
