import { expect, test } from 'vitest';
import type { PanelTask } from '../../../server/lsp/protocol';
import { readQuery } from '../../../webview/find';
import { search } from '../../../webview/search';
import { chart, day, task } from './chartOf';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const roadmap = chart(
  [
    task({ name: 'Store v3 (sync)', id: 'store-n', section: 0, critical: true }),
    task({ name: 'Measure bandwidth', section: 1, tags: ['milestone', 'done'] }),
    task({ name: 'Follow-up', section: 1, start: null, end: null, provisional: true }),
    task({ name: 'Is: odd', section: 0, end: day('2024-09-01') }),
  ],
  { sections: ['Nim.Ivansete', 'Go'].map((name) => ({ name, range: nowhere })), today: day('2024-08-20') },
);
const found = (query: string) => {
  const match = readQuery(query);
  return match && roadmap.tasks.flatMap((each: PanelTask, index) => (match(each, roadmap) ? index : []));
};

test('words are looked for in names, ids and sections, in any case, and all must occur', () => {
  expect(found('STORE')).toEqual([0]);
  expect(found('store-n')).toEqual([0]);
  expect(found('ivan sync')).toEqual([0]);
  expect(found('go')).toEqual([1, 2]);
});

test('quoted words stay together, also while the quote is open', () => {
  expect(found('"v3 (sync"')).toEqual([0]);
  expect(found('"sync v3"')).toEqual([]);
  expect(found('"Measure b')).toEqual([1]);
});

test('states are asked for with is:', () => {
  expect(found('is:critical')).toEqual([0]);
  expect(found('is:unscheduled')).toEqual([2]);
  expect(found('is:provisional')).toEqual([2]);
  expect(found('is:milestone')).toEqual([1]);
  expect(found('IS:Late')).toEqual([0]);
  expect(found('is:nonsense')).toEqual([]);
  expect(found('"is:" odd')).toEqual([3]);
});

test('a state that is still being typed counts by its beginning', () => {
  expect(found('is:mile')).toEqual([1]);
});

test('nothing typed asks for nothing', () => {
  expect([found(''), found('  '), found('""')]).toEqual([null, null, null]);
});

const filter = { query: '', onlyMatches: false, section: null, milestonesOnly: false };
const shown = (change: object) => {
  const { shows } = search([roadmap], { ...filter, ...change });
  return roadmap.tasks.flatMap((_, index) => (shows(0, index) ? index : []));
};

test('filters leave out the rest, a query alone does not', () => {
  expect(shown({ section: 'Go' })).toEqual([1, 2]);
  expect(shown({ milestonesOnly: true })).toEqual([1]);
  expect(shown({ query: 'store' })).toEqual([0, 1, 2, 3]);
  expect(shown({ query: 'store', onlyMatches: true })).toEqual([0]);
});

test('matches are those that pass the filters too', () => {
  const { matches } = search([roadmap], { ...filter, query: 'o', section: 'Go' });
  expect(matches).toEqual([
    { chart: 0, task: 1 },
    { chart: 0, task: 2 },
  ]);
});
