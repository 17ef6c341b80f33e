import { expect, test } from 'vitest';
import { chartNodes, type FileNode, fileOf, type Node, nodeAt } from '../../../client/src/roadmaps/nodes';
import type { RoadmapChart, RoadmapSection, RoadmapTask } from '../../../server/lsp/protocol';

const at = (line: number, character = 4) => ({
  start: { line, character },
  end: { line, character: character + 3 },
});

function task(index: number, line: number, character = 4): RoadmapTask {
  const flags = { milestone: false, done: false, active: false, critical: false, badges: [], todo: null };
  return { index, id: null, name: `T${index}`, range: at(line, character), when: null, ...flags };
}

function section(index: number | null, name: string, line: number, tasks: RoadmapTask[]): RoadmapSection {
  return { index, name, range: index === null ? null : at(line), when: null, tasks };
}

function nodesOf(...sections: RoadmapSection[]) {
  const entry = { uri: 'file:///a.md', charts: 1, tasks: 0, badges: {}, when: null };
  const file: FileNode = { kind: 'file', id: entry.uri, parent: undefined, entry };
  const chart: RoadmapChart = { index: 0, title: null, range: at(0), when: null, sections };
  return { file, charts: chartNodes(file, [chart]) };
}

const idOf = (node: Node | null) => node?.id ?? null;

test('tasks before the first section hang on the chart', () => {
  const { charts, file } = nodesOf(section(null, '', 0, [task(0, 1)]), section(0, 'Ann', 2, [task(1, 3)]));
  const [chart] = charts;
  expect(chart?.children.map(({ kind }) => kind)).toEqual(['task', 'section']);
  const ann = chart!.children[1]!;
  expect(ann.kind === 'section' && ann.children[0]?.parent).toBe(ann);
  expect(fileOf(ann)).toBe(file);
});

test('sections are told apart by name and order, so that an edit elsewhere leaves them be', () => {
  const { charts } = nodesOf(section(0, 'Ann', 1, []), section(1, 'Bob', 2, []), section(2, 'Ann', 3, []));
  const ids = charts[0]!.children.map(idOf);
  expect(new Set(ids).size).toBe(3);
  const moved = nodesOf(section(0, 'New', 1, []), section(1, 'Ann', 2, []), section(2, 'Bob', 3, []));
  expect(moved.charts[0]!.children.map(idOf)).toEqual(expect.arrayContaining(ids.slice(0, 2)));
});

test('the cursor is on a task, a section, or neither', () => {
  const { charts } = nodesOf(section(0, 'Ann', 2, [task(0, 3), task(1, 4), task(2, 4, 30)]));
  const ann = charts[0]!.children[0];
  const named = (line: number, column: number) => {
    const node = nodeAt(charts, line, column);
    return node?.kind === 'task' ? node.task.name : node;
  };
  expect(named(2, 0)).toBe(ann);
  expect(named(3, 0)).toBe('T0');
  expect([named(4, 0), named(4, 20), named(4, 31)]).toEqual(['T1', 'T1', 'T2']);
  expect(named(5, 0)).toBeNull();
});
