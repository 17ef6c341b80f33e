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

const MIN_ROWS = 16;
const MAX_ROWS = 48;
const DRAWN_TAGS = ['active', 'done', 'crit', 'milestone'];

/**
 * Cuts rows into tiles where the rows' own content says so, not at fixed counts: a row put in or taken out then changes
 * the tile it is in, and the tiles behind it stay what they were.
 */
export function cutTiles(rows: readonly BarShape[]): Tile[] {
  const tiles: Tile[] = [];
  let first = 0;
  let keys: string[] = [];
  for (const [index, row] of rows.entries()) {
    const key = rowKey(row);
    keys.push(key);
    const ends = keys.length === MAX_ROWS || (keys.length >= MIN_ROWS && hash(key) % 12 === 0);
    if (!ends && index < rows.length - 1) continue;
    tiles.push({ first, rows: rows.slice(first, index + 1), key: keys.join('\n') });
    first = index + 1;
    keys = [];
  }
  return tiles;
}

function rowKey({ tags, start, end }: BarShape): string {
  return `${drawnTags(tags).join(' ')} ${start} ${end}`;
}

function drawnTags(tags: readonly string[]): string[] {
  return DRAWN_TAGS.filter((tag) => tags.includes(tag));
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
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
