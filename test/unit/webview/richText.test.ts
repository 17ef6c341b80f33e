import { expect, test } from 'vitest';
import { runsOf } from '../../../webview/richText';

const runs = (line: string) => runsOf(line).map(({ kind, text }) => `${kind}:${text}`);

test('strong and code are told from text', () => {
  expect(runs('**Store** `id` · done')).toEqual(['strong:Store', 'text: ', 'code:id', 'text: · done']);
});

test('what is escaped is text', () => {
  expect(runs('\\*\\*not strong\\*\\* \\`nor code\\`')).toEqual(['text:**not strong** `nor code`']);
});

test('code may hold backticks and keeps its backslashes', () => {
  expect(runs('`` a`b ``')).toEqual(['code:a`b']);
  expect(runs('`a\\b`')).toEqual(['code:a\\b']);
});

test('markup of any other kind stays text', () => {
  expect(runs('<img src=x onerror=alert(1)> [x](javascript:alert(1))')).toEqual([
    'text:<img src=x onerror=alert(1)> [x](javascript:alert(1))',
  ]);
});

test('a lone backtick or star is text', () => {
  expect(runs('5 * 3 ` 2')).toEqual(['text:5 * 3 ` 2']);
});
