import { expect, test } from 'vitest';
import {
  fileDescription,
  fileTooltip,
  filterText,
  taskDescription,
  taskLabel,
  taskTooltip,
} from '../../../client/src/roadmaps/words';
import type { RoadmapTask } from '../../../server/lsp/protocol';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
const task: RoadmapTask = {
  index: 0,
  id: 'radio',
  name: 'TBC Radio',
  range,
  when: '1 – 8 Jan 2027',
  milestone: true,
  done: false,
  active: false,
  critical: true,
  badges: ['overdue', 'tbc', 'todo'],
  todo: 'TODO: waits for parts',
};

test('a task has its dates and badges behind its name', () => {
  expect(taskDescription(task)).toBe('1 – 8 Jan 2027 · overdue · TBC · TODO');
  expect(taskDescription({ ...task, when: null, badges: ['unscheduled'] })).toBe('unscheduled');
});

test('the tooltip explains them', () => {
  expect(taskTooltip(task).split('\n')).toEqual([
    'TBC Radio (radio)',
    '1 – 8 Jan 2027 · milestone · crit',
    'It ended before today and is not done.',
    'Its name says that it is to be confirmed.',
    'A TODO is written above it.',
    'TODO: waits for parts',
  ]);
});

test('a screen reader hears what the icons show', () => {
  expect(taskLabel(task)).toBe('TBC Radio, milestone, 1 – 8 Jan 2027 · overdue · TBC · TODO');
  expect(taskLabel({ ...task, milestone: false, done: true, badges: [] })).toBe(
    'TBC Radio, task, done, 1 – 8 Jan 2027',
  );
});

test('a file tells its folder, dates and counts', () => {
  const entry = {
    uri: '',
    charts: 1,
    tasks: 78,
    badges: { unscheduled: 11, tbc: 2 },
    when: '1 – 8 Jan 2027',
  };
  expect(fileDescription('team', entry)).toBe('team · 1 – 8 Jan 2027');
  expect(fileDescription('', { ...entry, when: null })).toBe('');
  expect(fileTooltip('team/a.md', entry)).toBe(
    'team/a.md\n78 tasks · 1 – 8 Jan 2027\n11 unscheduled · 2 TBC',
  );
});

test('the filter is told in the view’s title', () => {
  expect(filterText({ text: 'store', section: 'Mara', milestonesOnly: true })).toBe(
    '“store” · Mara · milestones',
  );
  expect(filterText({ text: '', section: null, milestonesOnly: false })).toBe('');
});
