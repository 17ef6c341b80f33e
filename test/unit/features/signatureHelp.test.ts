import { expect, test } from 'vitest';
import { signatureHelp } from '../../../server/features/signatureHelp';
import { chartOf } from './analysisOf';

/** The field that is typed at `$0`, marked among the others. */
function checkField(line: string, expected: string | null): void {
  const { analysis, offset } = chartOf(line);
  const help = signatureHelp(analysis, offset);
  const fields = help?.signatures[help.activeSignature]?.map(({ name }, index) =>
    index === help.activeField ? `[${name}]` : name,
  );
  expect(fields?.join(' ') ?? null).toBe(expected);
}

test.each([
  ['A: c$0', '[tags] id start end'],
  ['A: crit$0, a, 2024-01-01, 1d', '[tags] id start end'],
  ['A: crit, a$0', 'tags [id] start end'],
  ['A: a, $0', 'tags id [start] end'],
  ['A: crit, a, after b, 1$0', 'tags id start [end]'],
  ['A: after b$0', 'tags [start] end'],
  ['A: 2024-01-01, 1$0', 'tags start [end]'],
  ['A: done, 3d$0', 'tags [end]'],
  ['A: until b$0', 'tags [end]'],
])('knows the field of %j', (line, expected) => {
  checkField(line, expected);
});

test.each(['A$0: a, 2024-01-01, 1d', 'section $0', '%% A: $0', 'A: 1d # $0'])(
  'says nothing in %j',
  (line) => {
    checkField(line, null);
  },
);
