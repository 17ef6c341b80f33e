import { expect, test } from 'vitest';
import { markdown, messageInMarkdown } from '../../../server/features/markup';

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['a\nb', '`a b`'],
])('sets off %j as code', (text, expected) => {
  expect(markdown.code(text)).toBe(expected);
});

test.each([
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['a - b', 'a - b'],
  ['www.example.org', 'www\\.example.org'],
  ['https://example.org', 'https\\://example.org'],
  ['me@example.org', 'me\\@example.org'],
  ['# title', '\\# title'],
  ['a\n\nb', 'a b'],
])('takes the markup out of %j', (text, expected) => {
  expect(markdown.text(text)).toBe(expected);
});

test('keeps the code in a message and escapes the rest', () => {
  expect(messageInMarkdown('No task has the id `a_b`, *so* it is today')).toBe(
    'No task has the id `a_b`, \\*so\\* it is today',
  );
  expect(messageInMarkdown('one ` alone')).toBe('one \\` alone');
});
