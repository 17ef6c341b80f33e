import { expect, test } from 'vitest';
import { roadmapSummary } from '../../../server/features/roadmapSummary';
import {
  type Roadmap,
  type RoadmapFilter,
  roadmapCharts,
  roadmapEntries,
  sectionNames,
} from '../../../server/features/roadmapTree';
import type { Span } from '../../../server/gantt/span';
import { CLOCK, chartOf, documentOf } from './analysisOf';

const ALL: RoadmapFilter = { text: '', section: null, milestonesOnly: false };

function roadmap(lines: string, path = 'plan.mmd'): Roadmap<Span> {
  return {
    uri: `file:///w/${path}`,
    path,
    summary: roadmapSummary(chartOf(lines).analysis, (span) => span)!,
  };
}

function tree(
  lines: string,
  filter: Partial<RoadmapFilter> = {},
  order: 'written' | 'date' = 'written',
): string[] {
  const charts = roadmapCharts(roadmap(lines), { ...ALL, ...filter }, order, CLOCK.now);
  return charts.flatMap(({ sections }) =>
    sections.flatMap(({ name, tasks }) => [`[${name}]`, ...tasks.map((task) => task.name)]),
  );
}

/** The badges of the last task. */
function checkBadges(lines: string, ...expected: string[]): void {
  const [chart] = roadmapCharts(roadmap(lines), ALL, 'written', CLOCK.now);
  expect(chart?.sections.at(-1)?.tasks.at(-1)?.badges).toEqual(expected);
}

const PLAN = `Kick-off: milestone, k, 2027-02-01, 0d
section Mara
Store: store, 2027-03-01, 2w
Demo: milestone, after store, 0d
section Joon
Radio study: radio, 2027-01-01, 4w
section Empty`;

test('lists sections with their tasks as written, and no empty ones', () => {
  expect(tree(PLAN)).toEqual(['[]', 'Kick-off', '[Mara]', 'Store', 'Demo', '[Joon]', 'Radio study']);
});

test('sorts tasks and sections by their start, those without a date last', () => {
  const lines = `section S\nLost: after gone, 1d\nLate: 2024-05-01, 1d\nEarly: 2024-01-01, 1d\nsection T\nFirst: 2023-01-01, 1d`;
  expect(tree(lines, {}, 'date')).toEqual(['[T]', 'First', '[S]', 'Early', 'Late', 'Lost']);
});

test.each<[string, Partial<RoadmapFilter>, string[]]>([
  ['words of a name', { text: 'STUDY radio' }, ['[Joon]', 'Radio study']],
  ['a section', { section: 'mara' }, ['[Mara]', 'Store', 'Demo']],
  ['milestones only', { milestonesOnly: true }, ['[]', 'Kick-off', '[Mara]', 'Demo']],
  ['milestones of a section', { milestonesOnly: true, section: 'Mara' }, ['[Mara]', 'Demo']],
  ['an id', { text: 'store' }, ['[Mara]', 'Store']],
  ['a section in the text', { text: 'joon' }, ['[Joon]', 'Radio study']],
  ['the file', { text: 'plan demo' }, ['[Mara]', 'Demo']],
  ['nothing', { text: 'store radio' }, []],
])('filters by %s', (_, filter, expected) => {
  expect(tree(PLAN, filter)).toEqual(expected);
});

test('badges say what to look at', () => {
  checkBadges('A: a, 2027-01-01, 1d');
  checkBadges('A: a, after gone, 1d', 'unscheduled');
  checkBadges('A: a, 2027-01-01, 1d\nB: b, after a gone, 1d', 'provisional');
  checkBadges('TBC Radio: a, 2027-01-01, 1d', 'tbc');
  checkBadges('TBCs and others: a, 2027-01-01, 1d');
});

test('overdue is what ended before today and is not done', () => {
  checkBadges('A: a, 2026-11-01, 2026-11-21', 'overdue');
  checkBadges('A: a, 2026-11-01, 2026-11-22');
  checkBadges('A: done, a, 2026-11-01, 2026-11-21');
  checkBadges('A: milestone, a, 2026-11-01, 0d', 'overdue');
  checkBadges('A: vert, a, 2026-11-01, 0d');
  checkBadges('inclusiveEndDates\nA: a, 2026-11-01, 2026-11-21', 'overdue');
});

test('a TODO counts for the task right below it', () => {
  checkBadges('%% TODO: estimate\nA: a, 2027-01-01, 1d', 'todo');
  checkBadges('%% TODO\n%% waits for parts\nA: a, 2027-01-01, 1d', 'todo');
  checkBadges('%% TODO\n\nA: a, 2027-01-01, 1d');
  checkBadges('%% TODO\nA: a, 2027-01-01, 1d\nB: b, 2027-01-01, 1d');
  checkBadges('%% TODO\nsection S\nA: a, 2027-01-01, 1d');
  checkBadges('%% todos are elsewhere\nA: a, 2027-01-01, 1d');
});

test('a TODO is told in its own words', () => {
  const lines = 'A: a, 2027-01-01, 1d\n%% TODO: waits for parts\nB: b, 2027-01-01, 1d';
  const [chart] = roadmapCharts(roadmap(lines), ALL, 'written', CLOCK.now);
  expect(chart?.sections[0]?.tasks.map(({ todo }) => todo)).toEqual([null, 'TODO: waits for parts']);
});

test('entries count the tasks that pass, with their badges and dates', () => {
  const roadmaps = [
    roadmap(PLAN, 'b.mmd'),
    roadmap('Old: milestone, 2026-01-01, 0d', 'a.mmd'),
    roadmap('', 'c.mmd'),
  ];
  const entries = (filter: Partial<RoadmapFilter>, order: 'written' | 'date') =>
    roadmapEntries(roadmaps, { ...ALL, ...filter }, order, CLOCK.now).map(({ uri, tasks, badges, when }) => [
      uri,
      tasks,
      badges,
      when,
    ]);
  expect(entries({ milestonesOnly: true }, 'written')).toEqual([
    ['file:///w/b.mmd', 2, {}, '1 Feb – 15 Mar 2027'],
    ['file:///w/a.mmd', 1, { overdue: 1 }, '1 Jan 2026'],
  ]);
  expect(entries({}, 'date').map(([uri]) => uri)).toEqual([
    'file:///w/a.mmd',
    'file:///w/b.mmd',
    'file:///w/c.mmd',
  ]);
});

test('section names are counted over all roadmaps, in whatever case', () => {
  const roadmaps = [
    roadmap('section Ann\nA: 2024-01-01, 1d\nsection Bob\nB: 1d'),
    roadmap('section ann\nC: 2024-01-01, 1d'),
  ];
  expect(sectionNames(roadmaps)).toEqual([
    { name: 'Ann', tasks: 2 },
    { name: 'Bob', tasks: 1 },
  ]);
});

test('a document without charts is no roadmap', () => {
  expect(roadmapSummary(documentOf('# Plan\n').analysis, (span) => span)).toBeNull();
});
