import { expect, test } from 'vitest';
import { completion, completionDocumentation } from '../../../server/features/completion/completion';
import { chartOf, documentOf } from './analysisOf';

/** The ids offered at `$0`, best first; null where nothing is. */
function checkCompletion(lines: string, ids: string[] | null): void {
  const { analysis, offset } = chartOf(lines);
  expect(completion(analysis, offset)?.map(({ label }) => label) ?? null).toEqual(ids);
}

/** The text after the item with this id is taken at `$0`. */
function checkTaken(lines: string, id: string, expected: string): void {
  const { analysis, offset, text } = chartOf(lines);
  const { span, text: inserted } = completion(analysis, offset)!.find(({ label }) => label === id)!.edit;
  const taken = text.slice(0, span.start) + inserted + text.slice(span.end);
  expect(taken.split('\n').slice(2).join('\n')).toBe(expected);
}

const AB = 'A: a, 2024-01-01, 1d\nB: b, 2024-01-01, 1d\n';

test.each([
  ['behind after', 'C: c, after $0'],
  ['behind after, before the end', 'C: c, after $0, 3d'],
  ['behind until', 'C: c, 2024-01-01, until $0'],
  ['without an id', 'C: after $0'],
  ['behind tags', 'C: crit, milestone, after $0, 0d'],
])('offers ids %s', (_, line) => {
  checkCompletion(AB + line, ['b', 'a']);
});

test.each([
  ['a name', 'Look after $0'],
  ['a name with data', 'Look after $0: c, 2024-01-01, 1d'],
  ['a comment', '%% C: c, after $0'],
  ['stray text', 'C: c, after a, 1d # after $0'],
  ['a setting', 'title after $0'],
])('offers nothing in %s', (_, line) => {
  checkCompletion(AB + line, null);
});

test('offers nothing outside charts', () => {
  const { analysis, offset } = documentOf(`Look after $0\n\n\`\`\`mermaid\ngantt\n${AB}\`\`\`\n`);
  expect(completion(analysis, offset)).toBeNull();
});

test('leaves out the ids that are in the list, on both sides of the cursor', () => {
  checkCompletion(`${AB}C: c, 2024-01-01, 1d\nD: d, after a $0 b, 3d`, ['c']);
});

test('goes on offering the id that is being typed', () => {
  checkCompletion(`${AB}C: c, after a$0, 3d`, ['b', 'a']);
});

test('leaves out the task itself, complete or half typed', () => {
  checkCompletion('A: a, after $0, 3d', []);
  checkCompletion('A: a, after $0', []);
});

test('leaves out what waits for the task, however far away', () => {
  checkCompletion(`${AB}C: c, after a, 1d\nD: d, after c, 1d\nA2: a, after $0, 3d`, ['b']);
});

test('leaves out what waits for the id that the half-typed line will have', () => {
  checkCompletion('B: b, 2024-01-01, 1d\nC: c, after x, 1d\nD: d, after c, 1d\nX: x, after $0', ['b']);
});

test('leaves out what follows the task without a start of its own', () => {
  checkCompletion('A: a, after $0, 3d\nB: b, 3d\nC: c, 2024-01-01, 3d', ['c']);
});

test('leaves out what ends when the task starts', () => {
  checkCompletion('A: a, 2024-01-01, until b\nB: b, after $0, 3d\nC: c, 2024-01-01, 3d', ['c']);
});

test('offers to end when a task starts that waits only for something else', () => {
  checkCompletion('A: a, 2024-01-01, until $0\nB: b, 2024-02-01, 3d\nC: c, after a, 3d', ['b']);
});

test('puts the same section first, then what ends before, then the nearest', () => {
  checkCompletion(
    [
      'section One',
      'Far: far, 2024-01-01, 1d',
      'section Two',
      'Late: late, 2025-01-01, 1d',
      'Undated: undated, after nothing, 1d',
      'Second: second, 2024-01-01, 1d',
      'Nearest: nearest, 2024-01-01, 1d',
      'Task: task, after nearest $0, 1d',
    ].join('\n'),
    ['second', 'late', 'undated', 'far'],
  );
});

test('replaces the whole hyphenated word', () => {
  const tasks = 'A: telem-d-msg-rel-1, 2024-01-01, 1d\n';
  checkTaken(
    `${tasks}B: b, after telem-d$0, 1d`,
    'telem-d-msg-rel-1',
    `${tasks}B: b, after telem-d-msg-rel-1, 1d`,
  );
  checkTaken(
    `${tasks}B: b, after te$0lem-d, 1d`,
    'telem-d-msg-rel-1',
    `${tasks}B: b, after telem-d-msg-rel-1, 1d`,
  );
});

test('keeps the id behind the cursor where none is begun', () => {
  checkTaken(`${AB}C: c, after $0b, 1d`, 'a', `${AB}C: c, after a b, 1d`);
  checkTaken(`${AB}click $0b href "x"`, 'a', `${AB}click a,b href "x"`);
});

test('offers ids in a click line, complete or not', () => {
  checkCompletion(`${AB}click $0`, ['a', 'b']);
  checkCompletion(`${AB}click a,$0`, ['b']);
  checkCompletion(`${AB}click $0b href "https://x"`, ['a']);
  checkCompletion(`${AB}click a href $0`, null);
});

test('offers no id that after cannot read, and none that Mermaid made up', () => {
  checkCompletion('A: a.b, 2024-01-01, 1d\nB: 2024-01-01, 1d\nC: é, 2024-01-01, 1d\nD: d, after $0', []);
});

test('treats __proto__, constructor and toString as any other id', () => {
  checkCompletion('A: constructor, 2024-01-01, 1d\nB: toString, 2024-01-01, 1d\nC: c, after $0, 1d', [
    'toString',
    'constructor',
  ]);
});

test('says name, section and dates', () => {
  const { analysis, offset } = chartOf('section Go\nTidy up: t, 2024-08-26, 2024-09-30\nX: x, after $0, 1d');
  expect(completion(analysis, offset)).toMatchObject([
    {
      label: 't',
      description: 'Tidy up · Mon 30 Sep 2024',
      detail: 'Tidy up · Go · Mon 26 Aug 2024 – Mon 30 Sep 2024',
      filterText: 't Tidy up',
      kind: 'task',
    },
  ]);
  expect(completionDocumentation(analysis, { chart: 0, index: 0 })).toContain('**Tidy up**');
  expect(completionDocumentation(analysis, { chart: 0, index: 7 })).toBeNull();
});

test('works in a block quote', () => {
  const { analysis, offset } = documentOf(
    '> ```mermaid\n> gantt\n> A: a, 2024-01-01, 1d\n> B: b, after $0\n> ```\n',
  );
  expect(completion(analysis, offset)?.map(({ label }) => label)).toEqual(['a']);
});
