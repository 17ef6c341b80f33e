import { expect, test } from 'vitest';
import { linkedEditing } from '../../../server/features/linkedEditing';
import { prepareRename, rename } from '../../../server/features/rename';
import { chartOf } from './analysisOf';

/** Renaming at `$0` changes exactly the marked places. */
function checkRename(lines: string, remark: string | null = null): void {
  const { analysis, offset, marks } = chartOf(lines);
  const renaming = rename(analysis, offset, 'fresh-id');
  if (!renaming || 'refusal' in renaming) throw new Error(JSON.stringify(renaming));
  const spans = renaming.edits.map(({ span }) => span).sort((a, b) => a.start - b.start);
  expect(spans).toEqual(marks.map(({ span }) => span));
  expect(renaming.remark).toBe(remark);
}

function checkRefused(lines: string, newId: string, reason: string): void {
  const { analysis, offset } = chartOf(lines);
  expect(rename(analysis, offset, newId)).toEqual({ refusal: expect.stringContaining(reason) });
}

test('renames an id with its references and click lines', () => {
  checkRename(`A: $0a-b, 2024-01-01, 1d
     ^^^
B: b, after x a-b, until a-b
              ^^^        ^^^
click b,a-b href "https://example.org"
        ^^^`);
});

test('renames from a reference', () => {
  checkRename('A: a, 2024-01-01, 1d\n   ^\nB: b, after a$0, 1d\n            ^');
});

test('renames duplicates as one, and says so', () => {
  checkRename(
    'A: a$0, 2024-01-01, 1d\n   ^\nB: a, 2024-01-01, 1d\n   ^',
    '2 tasks had the id “a”; all of them now have “fresh-id”.',
  );
});

test('renames references to an id that no task has, even to one that is taken', () => {
  checkRename('B: b, after gone$0, 1d\n            ^^^^');
  const { analysis, offset } = chartOf('A: a, 2024-01-01, 1d\nB: b, after gone$0, 1d');
  expect(rename(analysis, offset, 'a')).toMatchObject({ edits: [{ text: 'a' }] });
});

test.each([
  ['', 'letters without accents'],
  ['a b', 'letters without accents'],
  ['tâche', 'letters without accents'],
  ['a,b', 'letters without accents'],
  ['crit', 'as a tag'],
  ['__proto__', 'cannot find'],
  ['b', '“Second” has the id “b” already'],
  ['task1', '“Third” has the id “task1” already'],
])('refuses %j with the reason', (id, reason) => {
  checkRefused('First: a$0, 2024-01-01, 1d\nSecond: b, 2024-01-01, 1d\nThird: 1d', id, reason);
});

test('keeps an id by its own name', () => {
  const { analysis, offset } = chartOf('First: a$0, 2024-01-01, 1d');
  expect(rename(analysis, offset, 'a')).toMatchObject({ edits: [{ text: 'a' }] });
});

test('refuses to rename an id that Mermaid made up', () => {
  checkRefused('First: 2024-01-01, 1d\nB: b, after task1$0, 1d', 'x', 'Give the task an id first');
});

test('prepares with the id under the cursor', () => {
  const { analysis, offset, text } = chartOf('A: telem-d-msg, 2024-01-01, 1d\nB: b, after telem$0-d-msg, 1d');
  const prepared = prepareRename(analysis, offset);
  if (!prepared || 'refusal' in prepared) throw new Error('Refused');
  expect([prepared.id, text.slice(prepared.span.start, prepared.span.end)]).toEqual([
    'telem-d-msg',
    'telem-d-msg',
  ]);
});

test.each(['A$0: a, 2024-01-01, 1d', 'section S$0', 'A: a, 2024-$001-01, 1d'])(
  'does not rename %j',
  (lines) => {
    const { analysis, offset } = chartOf(lines);
    expect(prepareRename(analysis, offset)).toBeNull();
    expect(rename(analysis, offset, 'x')).toBeNull();
  },
);

test('links an id with its references while it is typed', () => {
  const { analysis, offset, marks } = chartOf(
    'A: a$0, 2024-01-01, 1d\n   ^\nB: b, after a, 1d\n            ^',
  );
  expect(linkedEditing(analysis, offset)).toEqual(marks.map(({ span }) => span));
});

test.each(['A: a$0, 2024-01-01, 1d', 'A$0: a, 2024-01-01, 1d\nB: b, after a, 1d'])(
  'links nothing in %j',
  (lines) => {
    const { analysis, offset } = chartOf(lines);
    expect(linkedEditing(analysis, offset)).toBeNull();
  },
);
