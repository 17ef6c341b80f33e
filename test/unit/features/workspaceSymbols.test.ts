import { expect, test } from 'vitest';
import { roadmapSummary } from '../../../server/features/roadmapSummary';
import { workspaceSymbols } from '../../../server/features/workspaceSymbols';
import { chartOf } from './analysisOf';

const { analysis } = chartOf(`title Plan
Unnamed: 2024-01-01, 1d
section Ann
Message store: store, 2024-01-01, 1d
Store v3: milestone, st3, 2024-01-01, 0d
Restore: r, 2024-01-01, 1d`);
const summary = roadmapSummary(analysis, (span) => span)!;
const roadmaps = [{ uri: 'file:///plan.mmd', path: 'plan.mmd', summary }];

const names = (query: string, limit = 10) => workspaceSymbols(roadmaps, query, limit).map(({ name }) => name);

test('finds tasks by id and by name, the closest first', () => {
  expect(names('store')).toEqual(['Message store (store)', 'Store v3 (st3)', 'Restore (r)']);
  expect(names('ST3')).toEqual(['Store v3 (st3)']);
  expect(names('message st')).toEqual(['Message store (store)']);
  expect(names('mgst')).toEqual(['Message store (store)']);
  expect(names('nobody')).toEqual([]);
});

test('an empty query asks for everything, up to a limit', () => {
  expect(names('')).toHaveLength(4);
  expect(names('', 2)).toEqual(['Unnamed', 'Message store (store)']);
});

test('a symbol says where it is', () => {
  const [symbol] = workspaceSymbols(roadmaps, 'st3', 10);
  expect(symbol).toMatchObject({ container: 'Plan › Ann', kind: 'milestone', uri: 'file:///plan.mmd' });
  expect(analysis.text.slice(symbol!.range.start, symbol!.range.end)).toBe('Store v3');
});
