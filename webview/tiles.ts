import type { WallTime } from '../server/lsp/protocol';
import type { TimeScale } from './scale';

/** What Mermaid needs to know of one row. The name is not among it: labels are set as text afterwards. */
export interface BarShape {
  /** `active`, `done`, `crit`, `milestone`; nothing else. */
  readonly tags: readonly string[];
  readonly start: WallTime;
  readonly end: WallTime;
}

/** A run of rows that one Mermaid drawing covers. */
export interface Tile {
  /** Index of its first row among the rows that were cut. */
  readonly first: number;
  readonly rows: readonly BarShape[];
  /** Equal keys draw equal bars. */
  readonly key: string;
}

export const BAR_HEIGHT = 16;
export const BAR_GAP = 4;
export const ROW_HEIGHT = BAR_HEIGHT + BAR_GAP;

const MIN_ROWS = 12;
const MAX_ROWS = 32;
const DRAWN_TAGS = ['active', 'done', 'crit', 'milestone'];

/**
 * Cuts rows into tiles where the rows' own content says so, not at fixed counts: a row put in or taken out then changes
 * the tile it is in, and the tiles behind it stay what they were.
 */
export function cutTiles(rows: readonly BarShape[]): Tile[] {
  const tiles: Tile[] = [];
  let first = 0;
  let key = new RowSum();
  for (const [index, row] of rows.entries()) {
    const count = index + 1 - first;
    const cuts = key.add(row) % 10 === 0;
    if (index < rows.length - 1 && count < MAX_ROWS && !(cuts && count >= MIN_ROWS)) continue;
    tiles.push({ first, rows: rows.slice(first, index + 1), key: key.text });
    first = index + 1;
    key = new RowSum();
  }
  return tiles;
}

function drawnTags(tags: readonly string[]): string[] {
  return DRAWN_TAGS.filter((tag) => tags.includes(tag));
}

/** A sum of 64 bits over what Mermaid draws of some rows: two FNV-1a sums that begin apart. */
class RowSum {
  private one = 0x811c9dc5;
  private other = 0x9e3779b9;
  private count = 0;

  /** Adds a row, and returns a sum of that row alone. */
  add({ tags, start, end }: BarShape): number {
    let kinds = 0;
    for (const tag of tags) kinds |= 1 << (DRAWN_TAGS.indexOf(tag) + 1);
    const own = sum(sum(sum(0x811c9dc5, kinds >>> 1), start), end);
    this.one = sum(this.one, own);
    this.other = sum(sum(sum(this.other, end), start), kinds >>> 1);
    this.count++;
    return (own ^ (own >>> 15)) >>> 0;
  }

  get text(): string {
    return `${this.count} ${this.one} ${this.other}`;
  }
}

/** FNV-1a over both halves of a whole number below 2^53. */
function sum(before: number, part: number): number {
  const low = Math.imul(before ^ part, 0x01000193);
  return Math.imul(low ^ (low >>> 13) ^ Math.floor(part / 2 ** 32), 0x01000193);
}

/**
 * Mermaid's text for one tile: times counted from the scale's start (digits only, whatever the year), ids `t0`, `t1` …
 * in row order, and two pins without a row that stretch the time scale to the whole chart's.
 */
export function tileSource(rows: readonly BarShape[], scale: TimeScale): string {
  const at = (time: WallTime) => Math.max(0, Math.round(time - scale.start));
  const lines = rows.map(({ tags, start, end }, index) => {
    const [from, to] = start <= end ? [start, end] : [end, start];
    return `- :${[...drawnTags(tags), `t${index}`, at(from), at(to)].join(',')}`;
  });
  const last = at(scale.end);
  return [
    'gantt',
    'dateFormat x',
    'todayMarker off',
    ...lines,
    '- :vert,first,0,0',
    `- :vert,last,${last},${last}`,
  ].join('\n');
}
