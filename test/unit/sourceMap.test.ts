import { expect, test } from 'vitest';
import { MappedText } from '../../server/gantt/sourceMap';

/** Where every offset of the text lies, its end included. */
const places = (mapped: MappedText) =>
  Array.from({ length: mapped.length + 1 }, (_, offset) => mapped.toDocument(offset));

test('maps a whole text to itself', () => {
  expect(places(MappedText.whole('abc'))).toEqual([0, 1, 2, 3]);
  expect(places(MappedText.whole(''))).toEqual([0]);
});

test('keeps the places of a slice, and of a slice of a slice', () => {
  const slice = MappedText.whole('0123456789').slice(3, 8).slice(1, 3);
  expect([slice.text, places(slice)]).toEqual(['45', [4, 5, 6]]);
});

test('gives an empty slice the place it was cut from', () => {
  const text = MappedText.whole('0123456789').slice(2);
  expect(places(text.slice(3, 3))).toEqual([5]);
  expect(places(text.slice(8, 8))).toEqual([10]);
});

test('keeps every place when a replacement is as long as its match', () => {
  const replaced = MappedText.whole('a="b" c').replaceAll(/="(.)"/g, (match) => `='${match[1]}'`);
  expect([replaced.text, places(replaced)]).toEqual(["a='b' c", [0, 1, 2, 3, 4, 5, 6, 7]]);
});

test('puts all of a longer or shorter replacement at its match', () => {
  const replaced = MappedText.whole('a\r\nb').replaceAll(/\r\n/g, () => '\n');
  expect([replaced.text, places(replaced)]).toEqual(['a\nb', [0, 1, 3, 4]]);
  const grown = MappedText.whole('a\tb').replaceAll(/\t/g, () => '   ');
  expect([grown.text, places(grown)]).toEqual(['a   b', [0, 1, 1, 1, 2, 3]]);
});

test('drops what is replaced by nothing', () => {
  const cut = MappedText.whole('ab%%x\ncd%%y').replaceAll(/%%./g, () => '');
  expect([cut.text, places(cut)]).toEqual(['ab\ncd', [0, 1, 5, 6, 7, 8]]);
  expect(places(MappedText.whole('xyz').replaceAll(/./g, () => ''))).toEqual([0]);
});

test('matches empty strings without end', () => {
  const dotted = MappedText.whole('ab').replaceAll(/(?:)/g, () => '.');
  expect([dotted.text, places(dotted)]).toEqual(['.a.b.', [0, 0, 1, 1, 2, 2]]);
});

test('trims the start', () => {
  const trimmed = MappedText.whole(' \n a ').trimStart();
  expect([trimmed.text, places(trimmed)]).toEqual(['a ', [3, 4, 5]]);
  expect(places(MappedText.whole('  ').trimStart())).toEqual([2]);
});

test('places appended text at the end', () => {
  const longer = MappedText.whole('0123').slice(1, 3).concat('\n\n');
  expect([longer.text, places(longer)]).toEqual(['12\n\n', [1, 2, 3, 3, 3]]);
  expect(places(MappedText.whole('').concat('ab'))).toEqual([0, 0, 0]);
});

test('joins pieces, and closes the gap where they are neighbours', () => {
  const text = MappedText.whole('0123456789');
  const joined = MappedText.join([text.slice(0, 2), text.slice(2, 3), text.slice(6, 8)], 0);
  expect([joined.text, places(joined)]).toEqual(['01267', [0, 1, 2, 6, 7, 8]]);
  expect(places(MappedText.join([], 7))).toEqual([7]);
});

test('ends a span behind its last character, not before what was cut out after it', () => {
  const text = MappedText.whole('> ab\n> cd');
  const quoted = MappedText.join([text.slice(2, 5), text.slice(7)], 0);
  expect(quoted.span(0, 3)).toEqual({ start: 2, end: 5 });
  expect(quoted.span(1, 4)).toEqual({ start: 3, end: 8 });
  expect(quoted.span(3, 3)).toEqual({ start: 7, end: 7 });
  expect(quoted.span(5, 5)).toEqual({ start: 9, end: 9 });
});

test('covers the whole of a replaced piece', () => {
  const text = MappedText.whole('a\r\nb').replaceAll(/\r\n/g, () => '\n');
  expect(text.span(0, 2)).toEqual({ start: 0, end: 3 });
});

test('replaces in what was replaced before', () => {
  const once = MappedText.whole('--ab--').replaceAll(/--/g, () => '');
  const twice = once.replaceAll(/b/g, () => 'bb');
  expect([twice.text, places(twice)]).toEqual(['abb', [2, 3, 3, 4]]);
});

test('takes a regular expression that is not global for the mistake it is', () => {
  expect(() => MappedText.whole('a').replaceAll(/a/, () => '')).toThrow(TypeError);
});
