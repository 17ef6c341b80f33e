import { expect, test } from 'vitest';
import { parseMarks } from '../support/marks';

test('takes the cursor out of the text', () => {
  expect(parseMarks('gantt\n  a: $0a1, 1d')).toEqual({ text: 'gantt\n  a: a1, 1d', cursor: 11, marks: [] });
});

test('reads each run of carets as a range of the line above, with its label', () => {
  const { text, marks } = parseMarks('a: after x, until y\n         ^ one ^^^ two\nb');
  expect(text).toBe('a: after x, until y\nb');
  expect(marks).toEqual([
    { span: { start: 9, end: 10 }, label: 'one' },
    { span: { start: 15, end: 18 }, label: 'two' },
  ]);
});

test('lets ranges overlap on several mark lines', () => {
  const { marks } = parseMarks('abc\n^^^ outer\n ^ inner');
  expect(marks).toEqual([
    { span: { start: 0, end: 3 }, label: 'outer' },
    { span: { start: 1, end: 2 }, label: 'inner' },
  ]);
});

test('counts columns as the fixture shows them, the cursor included', () => {
  const { text, cursor, marks } = parseMarks('x\nab$0cd ef\n^^^^^^ ^^');
  expect([text, cursor]).toEqual(['x\nabcd ef', 4]);
  expect(marks.map(({ span }) => text.slice(span.start, span.end))).toEqual(['abcd', 'ef']);
});

test('marks the end of a line with one caret behind it', () => {
  expect(parseMarks('a:\n  ^ missing').marks).toEqual([{ span: { start: 2, end: 2 }, label: 'missing' }]);
});

test('refuses a fixture that contradicts itself', () => {
  expect(() => parseMarks('a$0b$0')).toThrow('one cursor');
  expect(() => parseMarks('^^^')).toThrow('line above');
  expect(() => parseMarks('ab\n^^^')).toThrow('beyond the line');
});
