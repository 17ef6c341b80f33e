import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeFrame } from '../../server/cli/check/codeFrame';
import { colours } from '../../server/cli/text/colours';

/** The frame for the part between `«` and `»`. */
function frame(marked: string): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const document = TextDocument.create('a.md', 'markdown', 0, marked.replace(/[«»]/g, ''));
  return codeFrame(document, { start, end }, colours(false));
}

test('carets stand under the characters of the range', () => {
  expect(frame('one\n  two «three» four\n')).toEqual(['2 |   two three four', '  |       ^^^^^']);
});

test('an empty range gets one caret', () => {
  expect(frame('one «»two')).toEqual(['1 | one two', '  |     ^']);
});

test('an empty range at the end of a line gets a caret behind it', () => {
  expect(frame('one«»\ntwo')).toEqual(['1 | one', '  |    ^']);
});

test('tabs go to the next tab stop', () => {
  expect(frame('\ta\t«b\tc»')).toEqual(['1 |     a   b   c', '  |         ^^^^^']);
});

test('wide characters take two columns and combining ones none', () => {
  expect(frame('設計 :«任務», e\u0301')).toEqual(['1 | 設計 :任務, e\u0301', '  |       ^^^^']);
  expect(frame('🚀👩‍💻 e\u0301 «x»')).toEqual(['1 | 🚀👩‍💻 e\u0301 x', '  |        ^']);
});

test('only the first line of a longer range is marked', () => {
  expect(frame('a «b\r\nc» d')).toEqual(['1 | a b', '  |   ^']);
});

test('control characters are shown as pictures, one column each', () => {
  expect(frame('a\u001b[1m «b»')).toEqual(['1 | a␛[1m b', '  |       ^']);
});

test('of a long line the part around the range is shown', () => {
  const [code = '', carets = ''] = frame(`${'x'.repeat(500_000)}«here»${'y'.repeat(500_000)}`);
  expect(code).toMatch(/^1 \| …x{60}herey{96}…$/);
  expect(carets.indexOf('^')).toBe(code.indexOf('here'));
  expect(carets).toMatch(/^ {2}\| +\^{4}$/);
});

test('line numbers of any length keep the gutter straight', () => {
  expect(frame(`${'\n'.repeat(99)}«x»`)).toEqual(['100 | x', '    | ^']);
});
