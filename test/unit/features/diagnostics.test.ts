import { expect, test } from 'vitest';
import { diagnostics } from '../../../server/features/diagnostics';
import { documentOf } from './analysisOf';

const { analysis } = documentOf(
  '```mermaid\ngantt\nA: after x, 1d\n```\n```mermaid\ngantt\nA: after y, 1d\n```\n',
);

test('lists the problems of every chart with their severity by harm', () => {
  expect(diagnostics(analysis, {})).toMatchObject([
    { code: 'unknown-task', severity: 'error' },
    { code: 'unknown-task', severity: 'error' },
  ]);
});

test('lets the user choose another severity, or none', () => {
  expect(diagnostics(analysis, { 'unknown-task': 'hint' })).toMatchObject([
    { severity: 'hint' },
    { severity: 'hint' },
  ]);
  expect(diagnostics(analysis, { 'unknown-task': 'off' })).toEqual([]);
});
