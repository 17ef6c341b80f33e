import { expect, test } from 'vitest';
import { dateTextFor } from '../../../server/features/dateText';
import { plain } from '../../../server/features/markup';
import { noteFor } from '../../../server/features/note';
import { CLOCK, chartOf } from './analysisOf';

/** The note of the last task. */
function checkNote(lines: string, expected: string | null): void {
  const chart = chartOf(lines).analysis.charts[0]!;
  const dates = dateTextFor(chart, CLOCK);
  expect(noteFor(chart, chart.tasks.at(-1)!, dates, plain)).toBe(expected);
}

const A = 'A: a, 2024-01-01, 1d\n';

test('has nothing to say where all is well', () => {
  checkNote(`${A}B: b, after a, 1d`, null);
});

test('names the unknown id of an unscheduled task', () => {
  checkNote(
    `${A}B: b, after gone, 1d`,
    'Mermaid draws this on 22 November 2026 (today), because no task has the id “gone”.',
  );
  checkNote(
    `${A}B: b, after gone lost away, 1d`,
    'Mermaid draws this on 22 November 2026 (today), because no task has the id “gone”, “lost” or “away”.',
  );
});

test('counts what is too much to name', () => {
  checkNote(
    `${A}B: b, after u1 u2 u3 u4 u5 u6 u7 u8 u9, 1d`,
    'Mermaid draws this on 22 November 2026 (today), because no task has the id “u1”, “u2”, “u3”, “u4”, “u5”, “u6”, “u7” or 2 more.',
  );
});

test('names what an unscheduled task waits for', () => {
  checkNote(
    `${A}B: b, after gone, 1d\nC: c, after b, 1d`,
    'Mermaid draws this on 23 November 2026, because it waits for “b”, which has no date.',
  );
});

test('says that dates are provisional, and why', () => {
  checkNote(
    `${A}B: b, after a gone, 1d`,
    'Provisional, because no task has the id “gone”: the dates can still move.',
  );
});

test('names the others of a cycle', () => {
  checkNote(
    `${A}B: b, after c, 1d\nC: c, after b, 1d`,
    'This has no date, because it waits for itself by way of “b”.',
  );
  checkNote(`${A}B: b, after b, 1d`, 'This has no date, because it waits for itself.');
});

test('says that the end is missing', () => {
  checkNote(
    `${A}B: b, after a, until gone`,
    'Mermaid draws the end on 22 November 2026 (today), because no task has the id “gone”.',
  );
});

test('says where Mermaid starts too early, and why', () => {
  const lines = 'X: x, 2024-01-01, 1d\nLate: late, after x y, 1d\nY: y, 2024-01-10, 1d';
  const chart = chartOf(lines).analysis.charts[0]!;
  expect(noteFor(chart, chart.tasks[1]!, dateTextFor(chart, CLOCK), plain)).toBe(
    'Mermaid draws this on 2 January 2024, 9 days too early, because “y” is written further down and Mermaid does not wait for it.',
  );
});

test('says that Mermaid starts too early because it does so further up', () => {
  checkNote(
    'X: x, 2024-01-01, 1d\nLate: late, after x y, 1d\nY: y, 2024-01-10, 1d\nZ: z, after late, 1d',
    'Mermaid draws this on 3 January 2024, 9 days too early, because it draws “late” elsewhere too.',
  );
});

test('says where Mermaid moves the end', () => {
  checkNote(
    'dateFormat DD.MM.YYYY\nexcludes weekends\nB: b, 26.08.2024, 02.09.2024',
    'Mermaid ends this on 4 September 2024, 2 days too late.',
  );
});

test('explains a first task without a start', () => {
  checkNote('B: 1d', 'This has no date, because it has no start, and no task is written above it.');
});

test('explains a start that is no date', () => {
  checkNote('B: b, TBD, 1d', 'This has no date, because “TBD” is not a date.');
});
