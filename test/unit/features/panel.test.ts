import { expect, test } from 'vitest';
import { panelCard, panelOf } from '../../../server/features/panel';
import { chartOf, documentOf } from './analysisOf';

function panelChart(lines: string, choices = {}) {
  return panelOf(chartOf(lines).analysis, 7, choices, (span) => span).charts[0]!;
}

test('carries the version and every chart', () => {
  const chart = '```mermaid\ngantt\nA: 2024-01-01, 1d\n```\n\n';
  const { analysis } = documentOf(chart + chart);
  const panel = panelOf(analysis, 7, {}, (span) => span);
  expect([panel.version, panel.charts.length]).toEqual([7, 2]);
});

test('gives wall times, so that a panel elsewhere shows the same dates', () => {
  const { analysis } = chartOf('A: a, 2024-08-26, 1d');
  const kolkata = { ...analysis, clock: { ...analysis.clock, timeZone: 'Asia/Kolkata' } };
  const [task] = panelOf(kolkata, 1, {}, (span) => span).charts[0]!.tasks;
  expect(task?.start).toBe(Date.UTC(2024, 7, 26, 5, 30));
  expect(panelChart('A: a, 2024-08-26, 1d').today).toBe(Date.UTC(2026, 10, 22, 12));
});

test('explains unscheduled tasks in the same words as the hover', () => {
  const lines = 'A: a, 2024-08-26, 1d\nB: b, after gone, 1d';
  const [, task] = panelChart(lines).tasks;
  expect(task).toMatchObject({ start: null, end: null, provisional: true });
  expect(task?.note).toBe(
    'Mermaid draws this on 22 November 2026 (today), because no task has the id “gone”.',
  );
  expect(panelCard(chartOf(lines).analysis, 0, 1, {})).toContain('no task has the id `gone`');
  expect(panelCard(chartOf(lines).analysis, 0, 2, {})).toBeNull();
});

test('merges excluded days inside the chart', () => {
  const { excluded } = panelChart('excludes weekends\nA: a, 2024-08-26, 2024-09-09');
  expect(excluded).toEqual([
    [Date.UTC(2024, 7, 31), Date.UTC(2024, 8, 2)],
    [Date.UTC(2024, 8, 7), Date.UTC(2024, 8, 9)],
  ]);
});

test('shades nothing without excludes, and nothing in a chart of many years', () => {
  expect(panelChart('A: a, 2024-08-26, 2024-09-09').excluded).toEqual([]);
  expect(panelChart('excludes weekends\nA: a, 2014-08-26, 2024-09-09').excluded).toEqual([]);
  expect(panelChart('excludes weekends').excluded).toEqual([]);
});

test('lists errors and warnings by the severities that the user chose', () => {
  const lines = 'A: a, 2024-08-26, 1d\nB: b, after gone, 1d';
  expect(panelChart(lines).problems).toMatchObject([{ code: 'unknown-task', severity: 'error' }]);
  expect(panelChart(lines, { 'unknown-task': 'warning' }).problems).toMatchObject([{ severity: 'warning' }]);
  expect(panelChart(lines, { 'unknown-task': 'hint' }).problems).toEqual([]);
});

test('says why Mermaid refuses the chart', () => {
  const { rejection, tasks } = panelChart('A: a, 2024-08-26, 1d\nB: b, c, d, e, f');
  expect(rejection?.message).toMatch(/\w+ \w+/);
  expect(tasks[0]).toMatchObject({ drawnStart: null, start: Date.UTC(2024, 7, 26) });
});
