import { eastAsianWidth } from 'get-east-asian-width';

/** One character as a person sees it, with the columns it takes in a terminal. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offset into the text it was cut from. */
  readonly offset: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ASCII = /^[\x20-\x7e]*$/;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

export function cellsOf(text: string): Cell[] {
  if (ASCII.test(text))
    return Array.from(text, (character, offset) => ({ text: character, width: 1, offset }));
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    text: segment,
    width: graphemeWidth(segment),
    offset: index,
  }));
}

/** Columns the text takes in a terminal. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2;
  if (NO_WIDTH.test(grapheme)) return 0;
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}

/** At most `width` columns of the text; an ellipsis stands for what is cut. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let used = 1;
  let kept = '';
  for (const cell of cellsOf(text)) {
    used += cell.width;
    if (used > width) break;
    kept += cell.text;
  }
  return `${kept}…`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}
