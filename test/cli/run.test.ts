import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../server/cli/check/check';
import { diff } from '../../server/cli/diff/diff';
import { schedule } from '../../server/cli/schedule/schedule';
import { chart, cli, markdown } from './support';

test.each([[['--help']], [['-h']], [['help']]])('%j lists the commands', async (args) => {
  const { code, out } = await cli(args);
  expect(code).toBe(0);
  expect(out).toMatch(/ check .*\n.* schedule .*\n.* diff /);
});

test.each(['check', 'schedule', 'diff'])('%s has a help of its own', async (command) => {
  const { code, out, err } = await cli([command, '--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(`Usage: roadmap-gantt ${command} `);
  expect(out).toContain('Exits with 0');
  expect((await cli(['help', command])).out).toBe(out);
  expect((await cli([command, '-h'])).out).toBe(out);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});

test.each([
  [[], 'name a command: check, schedule, diff'],
  [['chekc'], 'there is no command “chekc”; did you mean “check”?'],
  [['README.md'], 'there is no command “README.md”; the commands are check, schedule, diff'],
  [['constructor'], 'there is no command “constructor”; the commands are check, schedule, diff'],
  [['--loud'], 'there is no command “--loud”; the commands are check, schedule, diff'],
])('%j exits with 2 and says what is there', async (args, message) => {
  const { code, out, err } = await cli(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(`roadmap-gantt: ${message}\nTry “roadmap-gantt --help”.\n`);
});

test.each(Object.entries({ check, schedule, diff }))(
  'every option of %s is in its help and in the docs',
  (_, command) => {
    const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
    for (const option of Object.keys(command.options)) {
      expect(command.help).toContain(`--${option}`);
      expect(docs).toContain(`--${option}`);
    }
  },
);

const FORMATS = [
  ...['pretty', 'json', 'sarif', 'github'].map((format) => ['check', '-', '--format', format]),
  ...['table', 'json', 'csv', 'ics', 'mermaid'].map((format) => ['schedule', '-', '--format', format]),
];

const MEANINGFUL = [
  ...'ab :,;#%`$.~-1dw\t\0\ud800\u202e設🚀',
  ' after ',
  'section ',
  '2026-01-05',
  'until ',
  '%%{',
  '---',
];

/** Bytes of any kind, text of any kind in a fence, and lines of what means something in a chart. */
const anyInput = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => markdown(chart(text))),
  fc
    .array(fc.string({ unit: fc.constantFrom(...MEANINGFUL), maxLength: 20 }), { maxLength: 12 })
    .map((lines) => chart(...lines)),
);

test.each(FORMATS)('%s %s %s %s comes to an end with any input', async (...args) => {
  await fc.assert(
    fc.asyncProperty(anyInput, fc.constantFrom('a.md', 'a.mmd'), async (stdin, name) => {
      const { code, err } = await cli([...args, '--stdin-filename', name], { stdin });
      expect(code).toBeLessThanOrEqual(args[0] === 'check' ? 1 : 2);
      expect(err).not.toContain('should not have happened');
    }),
    { numRuns: 100 },
  );
});
