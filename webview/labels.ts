/** A bar's left and right edge and the part of the plot that is in view, all in pixels of the plot. */
export interface LabelRoom {
  readonly left: number;
  readonly right: number;
  /** Diamonds never hold text. */
  readonly milestone: boolean;
  readonly viewLeft: number;
  readonly viewRight: number;
}

export interface LabelPlace {
  readonly side: 'inside' | 'right' | 'left';
  /** Where the text starts, or for `left` where it ends. */
  readonly x: number;
  /** Text wider than this is to be cut; 0 leaves no room for any. */
  readonly room: number;
}

const INSET = 7;
const APART = 6;

/**
 * Inside the part of the bar that is in view, else to its right, else to its left, else wherever most room is, cut
 * short. Never out of view, so never over section names. Null where the bar itself is out of view.
 */
export function placeLabel(bar: LabelRoom, textWidth: number): LabelPlace | null {
  const left = Math.max(bar.left, bar.viewLeft);
  const right = Math.min(bar.right, bar.viewRight);
  if (left > right) return null;
  const inside: LabelPlace = {
    side: 'inside',
    x: left + INSET,
    room: bar.milestone ? 0 : right - left - 2 * INSET,
  };
  const beyond: LabelPlace = { side: 'right', x: right + APART, room: bar.viewRight - right - 2 * APART };
  const before: LabelPlace = { side: 'left', x: left - APART, room: left - bar.viewLeft - 2 * APART };
  const places = [inside, beyond, before];
  return places.find(({ room }) => room >= textWidth) ?? places.reduce((a, b) => (b.room > a.room ? b : a));
}

/**
 * The longest start of `text` that fits `room` with an ellipsis behind it, cut between words where one fits at all;
 * empty where not even three letters do.
 */
export function cutText(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const letters = Array.from(text);
  let [fits, over] = [0, letters.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (widthOf(`${letters.slice(0, middle).join('')}…`) <= room) fits = middle;
    else over = middle;
  }
  if (fits < 3) return '';
  const start = letters.slice(0, fits).join('');
  const words = /\s/.test(letters[fits] ?? ' ') ? start : start.replace(/\s+\S*$/, '');
  return `${words.replace(/[\s,–-]+$/, '') || start}…`;
}
