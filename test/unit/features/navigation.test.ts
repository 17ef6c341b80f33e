import { expect, test } from 'vitest';
import { definition } from '../../../server/features/definition';
import { references } from '../../../server/features/references';
import { chartOf, documentOf } from './analysisOf';

/** `$0` leads to the marked places, and only there. */
function checkDefinition(lines: string): void {
  const { analysis, offset, marks } = chartOf(lines);
  expect(definition(analysis, offset)?.targets.map(({ name }) => name) ?? []).toEqual(
    marks.map(({ span }) => span),
  );
}

function checkReferences(lines: string, includeDefinitions: boolean): void {
  const { analysis, offset, marks } = chartOf(lines);
  expect(references(analysis, offset, includeDefinitions)).toEqual(marks.map(({ span }) => span));
}

test('leads from a reference to the task', () => {
  checkDefinition(`A: crit, mvds, 2024-01-01, 1d
         ^^^^
B: b, after x mv$0ds, 1d`);
});

test.each([['after a$0'], ['after $0a']])('counts both edges of an id: %s', (start) => {
  const { analysis, offset } = chartOf(`A: a, 2024-01-01, 1d\nB: b, ${start}, 1d`);
  expect(definition(analysis, offset)?.targets).toHaveLength(1);
});

test('leads to every definition of a duplicate id', () => {
  checkDefinition(`A: a, 2024-01-01, 1d
   ^
B: b, 2024-01-01, until a$0
C: a, 2024-01-01, 1d
   ^`);
});

test('leads from a click line to the task', () => {
  checkDefinition(`A: a, 2024-01-01, 1d
   ^
click b,a$0 href "https://example.org"`);
});

test('leads from an id to its references', () => {
  checkDefinition(`A: $0a, 2024-01-01, 1d
B: b, after a, 1d
            ^
click a href "https://example.org"
      ^`);
});

test('leads from an id without references to itself', () => {
  checkDefinition('A: $0alone, 2024-01-01, 1d\n   ^^^^^^^');
});

test('leads to the line of a task whose id Mermaid made up', () => {
  checkDefinition('Some work: 2024-01-01, 1d\n^^^^^^^^^\nB: b, after task$01, 1d');
});

test.each([
  ['an unknown id', 'A: a, after nothing$0, 1d'],
  ['a name', 'A$0: a, 2024-01-01, 1d'],
  ['a date', 'A: a, 2024-01$0-01, 1d'],
  ['a comment', '%% after a$0'],
])('leads nowhere from %s', (_, lines) => {
  const { analysis, offset } = chartOf(lines);
  expect(definition(analysis, offset)).toBeNull();
});

test('stays within the chart', () => {
  const chart = '```mermaid\ngantt\ndateFormat YYYY-MM-DD\nA: a, 2024-01-01, 1d\n```\n';
  const { analysis, offset } = documentOf(`${chart}after a\n${chart.replace('a, 20', 'b, after a$0, 20')}`);
  expect(definition(analysis, offset)?.targets ?? []).toEqual([]);
});

test('finds references with and without the definitions', () => {
  const uses = 'B: b, after a$0, until a\n            ^          ^';
  checkReferences(`A: a, 2024-01-01, 1d\n   ^\n${uses}`, true);
  checkReferences(`A: a, 2024-01-01, 1d\n${uses}`, false);
});

test('finds the references of an id that no task has', () => {
  checkReferences('A: a, after gone$0, 1d\n            ^^^^\nB: b, after gone, 1d\n            ^^^^', true);
});

test('finds ids named like parts of every object', () => {
  checkDefinition('A: constructor, 2024-01-01, 1d\n   ^^^^^^^^^^^\nB: b, after constructor$0, 1d');
  checkDefinition('B: b, after toString$0, 1d');
});

test('has no references where no id is', () => {
  const { analysis, offset } = chartOf('A$0: a, 2024-01-01, 1d');
  expect(references(analysis, offset, true)).toBeNull();
});
