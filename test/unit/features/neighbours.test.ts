import { expect, test } from 'vitest';
import { neighboursOf } from '../../../server/features/neighbours';
import { chartOf } from './analysisOf';

/** `marks` labels the names of the neighbours expected, in order, each with its `when`. */
function check(direction: 'predecessors' | 'successors', lines: string): void {
  const { analysis, offset, marks } = chartOf(lines);
  const found = neighboursOf(analysis, offset, direction, (span) => span);
  expect(found?.neighbours.map(({ range, when }) => ({ span: range, label: when ?? 'no date' }))).toEqual(
    marks,
  );
}

test('finds what a task waits for, the one above included', () => {
  check(
    'predecessors',
    `A: a, 2024-01-01, 3d
^ 1 – 4 Jan 2024
B: b, 2024-01-01, 1w
^ 1 – 8 Jan 2024
C: c, after a$0 b, 1d`,
  );
  check(
    'predecessors',
    `A: a, 2024-01-01, 3d
^ 1 – 4 Jan 2024
$0B: 1d`,
  );
});

test('finds what waits for a task, with and without dates', () => {
  check(
    'successors',
    `A$0: a, 2024-01-01, 3d
B: b, after a, 1d
^ 4 – 5 Jan 2024
C: c, after a gone, soon
^ 4 Jan 2024
D: d, 2024-01-01, 1d`,
  );
});

test('an unscheduled neighbour has no date', () => {
  check(
    'predecessors',
    `A: a, after gone, 3d
^ no date
B: b, after a, 1d$0`,
  );
});

test('says nothing where no task is', () => {
  const { analysis, offset } = chartOf('section S$0\nA: a, 2024-01-01, 1d');
  expect(neighboursOf(analysis, offset, 'successors', (span) => span)).toBeNull();
  expect(neighboursOf(analysis, 0, 'successors', (span) => span)).toBeNull();
});
