import { expect, test } from 'vitest';
import { readSettings } from '../../../server/lsp/settings';

test('takes known codes with known severities', () => {
  const written = {
    severity: { 'unknown-task': 'off', syntax: 'hint', 'duplicate-id': 'loud', gone: 'error' },
  };
  expect(readSettings(written)).toEqual({
    severity: { 'unknown-task': 'off', syntax: 'hint' },
    codeLens: false,
  });
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
  expect(readSettings(written)).toEqual({ severity: {}, codeLens: false });
});
