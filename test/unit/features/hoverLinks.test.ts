import { expect, test } from 'vitest';
import { hover } from '../../../server/features/hover';
import { chartOf } from './analysisOf';

const LINES = `A [1]: a, 2024-01-01, 1d
: b, after a, 1d
C$0: c, after a b, 1d`;

test('neighbours lead to their tasks where somebody can follow, whatever their names', () => {
  const { analysis, offset } = chartOf(LINES);
  const card = hover(analysis, offset, {}, ({ start }) => `go:${start}`);
  const at = (text: string) => analysis.text.indexOf(text);
  expect(card?.text).toContain(`- \`a\` [A \\[1\\]](go:${at('A [1]')}) · Tue 2 Jan 2024`);
  expect(hover(analysis, offset)?.text).toContain('- `a` A \\[1\\] · Tue 2 Jan 2024');
});
