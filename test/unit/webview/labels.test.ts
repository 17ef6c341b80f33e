import { expect, test } from 'vitest';
import { cutText, placeLabel } from '../../../webview/labels';

const place = (
  left: number,
  right: number,
  width: number,
  view: [number, number] = [0, 1000],
  milestone = false,
) => {
  const found = placeLabel({ left, right, milestone, viewLeft: view[0], viewRight: view[1] }, width);
  return found && [found.side, found.x, found.room >= width];
};

test('a label that fits stands inside its bar', () => {
  expect(place(100, 300, 150)).toEqual(['inside', 107, true]);
});

test('one that does not stands to its right, or to its left where the view ends', () => {
  expect(place(100, 200, 150)).toEqual(['right', 206, true]);
  expect(place(800, 900, 150)).toEqual(['left', 794, true]);
});

test('a diamond never holds its label', () => {
  expect(place(400, 420, 5, [0, 1000], true)).toEqual(['right', 426, true]);
});

test('the label of a bar that begins out of view stands where the bar comes into view', () => {
  expect(place(100, 900, 150, [400, 1000])).toEqual(['inside', 407, true]);
});

test('a bar out of view has no label', () => {
  expect(place(100, 200, 50, [300, 1000])).toBeNull();
});

test('where nothing fits, the label goes where most room is, to be cut', () => {
  expect(place(300, 400, 900)).toEqual(['right', 406, false]);
  expect(place(600, 700, 900)).toEqual(['left', 594, false]);
});

const letters = (text: string) => text.length * 10;

test('text is cut to its room with an ellipsis', () => {
  expect(cutText('Roadmap', 70, letters)).toBe('Roadmap');
  expect(cutText('Roadmap of 2024', 110, letters)).toBe('Roadmap of…');
  expect(cutText('Roadmap of 2024', 105, letters)).toBe('Roadmap…');
  expect(cutText('Roadmap - 2024', 105, letters)).toBe('Roadmap…');
  expect(cutText('Roadmapping', 60, letters)).toBe('Roadm…');
  expect(cutText('Roadmap', 25, letters)).toBe('');
});

test('a cut never halves a character', () => {
  expect(cutText('🙂🙂🙂🙂🙂🙂', 90, letters)).toBe('🙂🙂🙂🙂…');
});
