import { expect, test } from 'vitest';
import { hover } from '../../../server/features/hover';
import { chartOf, documentOf } from './analysisOf';

/** The card at `$0` holds each of these texts. */
function checkHover(lines: string, ...texts: string[]): void {
  const { analysis, offset } = chartOf(lines);
  const card = hover(analysis, offset)?.text;
  for (const text of texts) expect(card).toContain(text);
}

test('shows name, id, section, tags, dates, length and working days', () => {
  checkHover(
    'section Team\nTidy$0 up: crit, t, 2024-08-26, 2024-09-30',
    '**Tidy up**',
    '`t` · Team · crit',
    'Mon 26 Aug 2024 – Mon 30 Sep 2024 · 35 days · 25 working days',
  );
});

test('shows what it waits for and what waits for it', () => {
  checkHover(
    'A: a, 2024-08-26, 1d\nB$0: b, after a, 1d\nC: c, after b, 1d',
    'Waits for\n- `a` A · Tue 27 Aug 2024',
    'Waited for by\n- `c` C · Wed 28 Aug 2024',
  );
});

test('shows slack, or the critical path', () => {
  checkHover('A: a, 2024-08-26, 1d\nB$0: b, after a, 10d\nC: c, after a, 3d', 'on the critical path');
  checkHover('A: a, 2024-08-26, 1d\nB: b, after a, 10d\nC$0: c, after a, 3d', '7 days of slack');
});

test('counts working days by the excludes of the chart', () => {
  checkHover('excludes friday\nA$0: a, 2024-08-26, 2024-09-02', '7 days · 6 working days');
});

test('says what is wrong in plain words', () => {
  checkHover(
    'Store: 2024-08-01, 8w\nFollow-up$0: f, after storev3-r, 8w',
    'Mermaid draws this on 22 November 2026 (today), because no task has the id `storev3-r`.',
  );
});

test('shows the referenced task on a reference', () => {
  const { analysis, offset, text } = chartOf('A: aaa, 2024-08-26, 1d\nB: b, after a$0aa, 1d');
  const found = hover(analysis, offset)!;
  expect(found.text).toContain('**A**');
  expect(text.slice(found.span.start, found.span.end)).toBe('aaa');
});

test('shows every task that a duplicate id names', () => {
  checkHover('A: a, 2024-08-26, 1d\nOther: a, 2024-08-26, 1d\nB: b, after a$0, 1d', '**A**', '**Other**');
});

test('shows the waiting task on an id that no task has', () => {
  checkHover('A: a, 2024-08-26, 1d\nB: b, after gone$0, 1d', '**B**', 'no task has the id `gone`');
  checkHover('A: a, 2024-08-26, 1d\nclick gone$0 href "x"', 'No task has the id `gone`');
});

test.each([
  ['stars and underscores', 'A *bold* _it_', '**A \\*bold\\* \\_it\\_**'],
  ['HTML', '<img src=x onerror=alert(1)>', '**\\<img src=x onerror=alert(1)\\>**'],
  ['links', '[x](y)', '**\\[x\\](y)**'],
  ['code', 'run `rm`', '**run \\`rm\\`**'],
  ['entities', '&lt;b&gt;', '**\\&lt'],
])('shows %s in a name as they are written', (_, name, shown) => {
  checkHover(`${name}$0: a, 2024-08-26, 1d`, shown);
});

test.each([
  ['the text around charts', 'Text$0\n\n```mermaid\ngantt\nA: 2024-01-01, 1d\n```\n'],
  ['the fence', '``$0`mermaid\ngantt\nA: 2024-01-01, 1d\n```\n'],
  ['other diagrams', '```mermaid\nflowchart\nA$0: a, 2024-01-01, 1d\n```\n'],
  ['other code', '```js\ngantt\nA$0: a, 2024-01-01, 1d\n```\n'],
  ['settings', '```mermaid\ngantt\ndateFormat$0 YYYY-MM-DD\n```\n'],
  ['an empty document', '$0'],
])('says nothing in %s', (_, fixture) => {
  const { analysis, offset } = documentOf(fixture);
  expect(hover(analysis, offset)).toBeNull();
});

test('keeps quiet about problems that are turned off', () => {
  const lines = 'A: a, 2024-08-26, 1d\nB$0: b, 2024-08-26, 5 d';
  const { analysis, offset } = chartOf(lines);
  expect(hover(analysis, offset)?.text).toContain('without any length');
  expect(hover(analysis, offset, { 'invalid-end': 'off' })?.text).not.toContain('without any length');
});
