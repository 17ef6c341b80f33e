import { expect, test } from 'vitest';
import { scaleFor } from '../../../webview/scale';
import { type BarShape, cutTiles, tileSource } from '../../../webview/tiles';
import { DAY } from '../../../webview/wallDate';

const bars = (count: number): BarShape[] =>
  Array.from({ length: count }, (_, index) => ({ tags: [], start: index * DAY, end: (index + 3) * DAY }));
const keys = (rows: BarShape[]) => cutTiles(rows).map(({ key }) => key);

test('every row is in one tile, in order', () => {
  const tiles = cutTiles(bars(500));
  let next = 0;
  for (const { first, rows } of tiles) {
    expect(first).toBe(next);
    expect(rows.length).toBeLessThanOrEqual(32);
    next += rows.length;
  }
  expect(next).toBe(500);
});

test('no rows make no tiles', () => {
  expect(cutTiles([])).toEqual([]);
});

test('a row put in changes the tiles around it and no others', () => {
  const rows = bars(1000);
  const before = new Set(keys(rows));
  const after = keys([...rows.slice(0, 300), { tags: ['crit'], start: 1, end: 2 }, ...rows.slice(300)]);
  expect(after.filter((key) => !before.has(key)).length).toBeLessThanOrEqual(4);
});

test('whatever Mermaid would draw otherwise makes another key', () => {
  const row = { tags: ['crit'], start: 5 * DAY, end: 9 * DAY };
  const others = [
    { ...row, tags: [] },
    { ...row, tags: ['crit', 'done'] },
    { ...row, start: 6 * DAY },
    { ...row, end: 9 * DAY + 1 },
    { ...row, end: 9 * DAY + 2 ** 32 },
  ];
  expect(new Set([row, ...others].flatMap((each) => keys([each]))).size).toBe(6);
  expect(keys([{ ...row, tags: ['crit', 'unknown'] }])).toEqual(keys([row]));
});

test('a tile is told to Mermaid in milliseconds from the start of the scale, between two pins', () => {
  const scale = scaleFor({ start: -5 * DAY, end: 5 * DAY }, 1040, null);
  const rows = [{ tags: ['vert', 'milestone', 'crit'], start: 0, end: 0 }];
  const zero = -scale.start;
  const last = scale.end - scale.start;
  expect(tileSource(rows, scale).split('\n')).toEqual([
    'gantt',
    'dateFormat x',
    'todayMarker off',
    `- :crit,milestone,t0,${zero},${zero}`,
    '- :vert,first,0,0',
    `- :vert,last,${last},${last}`,
  ]);
});

test('a task that ends before it starts is drawn between the two', () => {
  const scale = { start: 0, end: 10, width: 10 };
  expect(tileSource([{ tags: [], start: 7, end: 2 }], scale)).toContain('- :t0,2,7');
});

test('names and unknown tags have no way into the source', () => {
  const rows = [{ tags: ['x\nclick t0 call alert()', 'done'], start: 0, end: 1 }];
  expect(tileSource(rows, { start: 0, end: 10, width: 10 })).toContain('- :done,t0,0,1\n');
});
