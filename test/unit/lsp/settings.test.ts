import { expect, test } from 'vitest';
import { readSettings } from '../../../server/lsp/settings';

test('takes known codes with known severities', () => {
  const written = {
    severity: { 'unknown-task': 'off', syntax: 'hint', 'duplicate-id': 'loud', gone: 'error' },
  };
  expect(readSettings(written).severity).toEqual({ 'unknown-task': 'off', syntax: 'hint' });
});

test.each([
  undefined,
  null,
  'x',
  [],
  { severity: 'error' },
  { severity: ['off'] },
  { severity: { toString: 'off' } },
])('falls back to the defaults for %j', (written) => {
  expect(readSettings(written)).toEqual({
    severity: {},
    mermaidVersion: null,
    codeLens: false,
    format: { alignColumns: false },
  });
});

test('reads what is turned on', () => {
  expect(readSettings({ codeLens: true, format: { alignColumns: true } })).toMatchObject({
    codeLens: true,
    format: { alignColumns: true },
  });
});

test.each([
  ['10.9', [10, 9, 0]],
  ['latest', null],
  ['yesterday', null],
  [10.9, null],
])('reads the Mermaid version %j', (mermaidVersion, expected) => {
  expect(readSettings({ mermaidVersion }).mermaidVersion).toEqual(expected);
});
