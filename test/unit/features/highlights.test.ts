import { expect, test } from 'vitest';
import { highlights } from '../../../server/features/highlights';
import { chartOf } from './analysisOf';

test('highlights definitions as writes and references as reads', () => {
  const { analysis, offset, marks } = chartOf(
    'A: a$0, 2024-01-01, 1d\n   ^ write\nB: b, after a, 1d\n            ^ read\nclick a href "x"\n      ^ read',
  );
  expect(highlights(analysis, offset)).toEqual(marks.map(({ span, label }) => ({ span, kind: label })));
});

test('leaves other words to the editor', () => {
  const { analysis, offset } = chartOf('A$0: a, 2024-01-01, 1d');
  expect(highlights(analysis, offset)).toBeNull();
});
