import { expect, test } from 'vitest';
import { inlayHints } from '../../../server/features/inlayHints';
import { chartOf } from './analysisOf';

/** The hints of the last line. */
function checkHints(lines: string, ...expected: string[]): void {
  const { analysis, text } = chartOf(lines);
  const start = text.lastIndexOf('\n') + 1;
  expect(inlayHints(analysis, { start, end: text.length }).map((hint) => hint.text)).toEqual(expected);
}

const A = 'A: a, 2024-09-01, 2024-09-20\n';

test.each([
  ['a start and an end', 'B: b, 2024-09-20, 2024-10-18'],
  ['a milestone with a date', 'B: milestone, b, 2024-09-20, 0d'],
  ['no task', 'section B'],
])('adds nothing to a line with %s', (_, line) => {
  checkHints(A + line);
});

test('adds what the line leaves open', () => {
  checkHints(`${A}B: b, after a, 4w`, '→ 20 Sep – 18 Oct 2024');
  checkHints(`${A}B: b, 2024-09-20, 4w`, '→ 18 Oct 2024');
  checkHints(`${A}B: b, after a, 2024-10-18`, '→ from 20 Sep 2024');
  checkHints(`${A}B: milestone, b, after a, 0d`, '→ 20 Sep 2024');
  checkHints(`${A}B: 2d`, '→ 20 – 22 Sep 2024');
});

test('says where no date follows, and what Mermaid draws instead', () => {
  checkHints(`${A}B: b, after gone, 4w`, '→ no date', '≠ Mermaid: 22 Nov – 20 Dec 2026');
  checkHints(`${A}B: b, 2024-09-20, until gone`, '→ no end', '≠ Mermaid: 20 Sep 2024 – 22 Nov 2026');
});

test('says where Mermaid draws other dates', () => {
  const { analysis } = chartOf(`${A}B: b, after a c, 1d\nC: c, 2024-10-01, 1d`);
  const hints = inlayHints(analysis, { start: 0, end: analysis.text.length });
  expect(hints.map(({ text, kind }) => `${text} (${kind})`)).toEqual([
    '→ 2 – 3 Oct 2024 (true)',
    '≠ Mermaid: 20 – 21 Sep 2024 (drawn)',
    '→ 2 Oct 2024 (true)',
  ]);
  expect(hints[1]?.tooltip).toContain('12 days too early');
});

test('stands at the end of the line and leads to the deciding predecessor', () => {
  const { analysis, text } = chartOf('A *x*: a, 2024-09-01, 1d\nB: b, after a, 4w   ');
  const [, hint] = inlayHints(analysis, { start: 0, end: text.length });
  expect(hint?.at).toBe(text.trimEnd().length);
  expect(hint?.tooltip).toBe('Starts when A \\*x\\* ends.');
  expect(text.slice(hint!.leadsTo!.start, hint!.leadsTo!.end)).toBe('A *x*');
});

test('shows times where the chart has them', () => {
  checkHints('dateFormat YYYY-MM-DD HH:mm\nA: a, 2024-09-01 09:00, 90m', '→ 1 Sep 2024 10:30');
});
