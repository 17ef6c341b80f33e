import { describe, expect, test } from 'vitest';
import { knownIds, suggestIds } from '../../../server/gantt/problems/suggestIds';
import { chartOf } from '../../support/charts';

/** What is suggested for an id in a chart of tasks with these ids; `!` behind the one that is surely meant. */
function suggested(id: string, ...ids: string[]): string {
  const { tasks } = chartOf(ids.map((known) => `T: ${known}, 2024-01-01, 1d`).join('\n'));
  const read = tasks.map((task) => ({ ...task, id: task.syntax.id!.text }));
  return suggestIds(id, knownIds(read), null, () => true)
    .map((suggestion) => suggestion.id + (suggestion.sure ? '!' : ''))
    .join(' ');
}

describe('what was meant by an id', () => {
  test.each([
    ['a missing hyphen', 'dosreqresn', ['dosreqres-n', 'dosreqres-g'], 'dosreqres-n! dosreqres-g'],
    ['a missing suffix', 'desktop', ['desktop-g', 'desktop-2', 'desktop-n'], 'desktop-g desktop-2 desktop-n'],
    ['a suffix too many', 'desktop-g', ['desktop'], 'desktop!'],
    ['parts in another order', 'se-design', ['design-se'], 'design-se!'],
    ['letters swapped', 'rel-resreq-g', ['rel-reqres-g'], 'rel-reqres-g!'],
    ['a part that is longer now', 'store-r', ['store-n', 'storesync-r'], 'storesync-r store-n'],
    ['the part of another team', 'store-r', ['store-n'], 'store-n'],
    ['other capitals', 'Design', ['design'], 'design!'],
  ])('%s', (_, id, ids, expected) => {
    expect(suggested(id, ...ids)).toBe(expected);
  });

  test.each([
    ['numbers count on', 't9', ['t1', 't2', 't3']],
    ['numbers in parts too', 'phase-4', ['phase-3', 'phase-5']],
    ['three letters, one of them another', 'dev', ['des', 'rev']],
    ['nothing in common', 'telem-review', ['cust-int', 'mvds']],
    ['ids that no list can hold', 'tache', ['tâche', 'ta.che']],
  ])('no nonsense: %s', (_, id, ids) => {
    expect(suggested(id, ...ids)).toBe('');
  });

  test('three at most', () => {
    expect(suggested('app', 'app-a', 'app-b', 'app-c', 'app-d').split(' ')).toHaveLength(3);
  });
});
