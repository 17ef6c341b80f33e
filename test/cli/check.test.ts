import { expect, test } from 'vitest';
import { chart, cli, folderWith, markdown } from './support';

const CLEAN = markdown(chart('Design :a, 2026-01-05, 5d', 'Build :b, after a, 10d'));
const ERROR = markdown(chart('Design :a, 2026-01-05, 5d', 'Build :b, after aa, 10d'));
const WARNING = markdown(chart('Design :a, 2026-01-05, 5d', 'Build :a, 2026-01-05, 10d'));

async function checkStdin(text: string, ...options: readonly string[]) {
  return cli(['check', '-', ...options], { stdin: text });
}

test('a clean file exits with 0', async () => {
  const { code, out, err } = await checkStdin(CLEAN);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('No problems in 1 gantt chart of 1 file.');
});

test('an error exits with 1', async () => {
  expect((await checkStdin(ERROR)).code).toBe(1);
});

test('a warning exits with 0 unless --fail-on says otherwise', async () => {
  expect((await checkStdin(WARNING)).code).toBe(0);
  expect((await checkStdin(WARNING, '--fail-on', 'warning')).code).toBe(1);
  expect((await checkStdin(WARNING, '--fail-on', 'hint')).code).toBe(1);
});

test('--fail-on never exits with 0 whatever is found', async () => {
  expect((await checkStdin(ERROR, '--fail-on', 'never')).code).toBe(0);
});

test('--severity makes an error a warning, or nothing', async () => {
  const warned = await checkStdin(ERROR, '--severity', 'unknown-task=warning');
  expect(warned.code).toBe(0);
  expect(warned.out).toContain('warning unknown-task');
  const silent = await checkStdin(ERROR, '--severity', 'duplicate-id=hint,unknown-task=off');
  expect(silent.out).toContain('No problems');
});

test.each([
  [['--severity', 'unknwon-task=off'], '“unknwon-task”; did you mean “unknown-task”?'],
  [['--severity', 'unknown-task=fatal'], '“fatal” is none of error, warning, information, hint, off'],
  [['--fail-on', 'anything'], '“anything” is none of error, warning'],
  [['--format', 'xml'], '“xml” is none of pretty, json, sarif, github'],
  [['--now', '2026-02-30'], '“2026-02-30” is no date'],
  [['--now', 'today'], '“today” is no date'],
  [['--time-zone', 'Mars/Olympus'], 'there is no time zone “Mars/Olympus”'],
  [['--loud'], "Unknown option '--loud'"],
])('%j is told on stderr and exits with 2', async (options, message) => {
  const { code, out, err } = await checkStdin(CLEAN, ...options);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('Try “roadmap-gantt check --help”.');
});

test('a file that is not there is told, the others are checked, and it exits with 2', async () => {
  const cwd = folderWith({ 'plan.md': ERROR });
  const { code, out, err } = await cli(['check', 'plan.md', 'none.md'], { cwd });
  expect(code).toBe(2);
  expect(err).toBe('roadmap-gantt: none.md: no such file or folder\n');
  expect(out).toContain('plan.md:7:17 error unknown-task');
});

test('a finding shows its place, the line, the exact range and what to do', async () => {
  const { out } = await checkStdin(ERROR);
  expect(out.split('\n\n')[0]).toBe(
    [
      'stdin.md:7:17 error unknown-task No task has the id `aa`, so Mermaid starts this task on 22 November 2026 (today). Did you mean `a`?',
      '7 | Build :b, after aa, 10d',
      '  |                 ^^',
      '  help: Change to `a`',
    ].join('\n'),
  );
});

test('a finding names related places', async () => {
  const { out } = await checkStdin(WARNING);
  expect(out).toMatch(/stdin\.md:6:9 warning duplicate-id .*\n.*\n.*\n {2}see stdin\.md:7:8 /);
});

test('each chart ends with its true last date and the one Mermaid draws', async () => {
  const { out } = await checkStdin(
    markdown(
      chart('title Plan', 'Design :a, 2026-01-05, 5d', 'Build :b, after aa, 10d', 'Ship :c, after a aa, 1d'),
    ),
  );
  expect(out).toContain(
    'stdin.md:4 Plan: 3 tasks · last date Sun 11 Jan 2026 · Mermaid draws up to Wed 2 Dec 2026 · 1 provisional · 1 unscheduled\n',
  );
  expect(out).toMatch(/\n2 errors in 1 gantt chart of 1 file\./);
});

test('a chart that Mermaid refuses says so in its summary', async () => {
  const { out } = await checkStdin(markdown(chart('Design a, 2026-01-05, 5d', 'Build :2026-01-05, 2d')));
  expect(out).toContain('· Mermaid refuses to draw it');
});

test('text of the document cannot send escape sequences to the terminal', async () => {
  const { out } = await checkStdin(
    markdown(chart('title \u001b[2JPlan\u202e', 'A\u001b]0;x\u0007 :a, after \u009b31m, 5d')),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test('colours are used on a terminal or when asked for', async () => {
  expect((await cli(['check', '-'], { stdin: ERROR, colour: true })).out).toContain(
    '\u001b[31merror\u001b[0m',
  );
  expect((await checkStdin(ERROR, '--color')).out).toContain('\u001b[31merror');
  expect((await cli(['check', '-', '--no-color'], { stdin: ERROR, colour: true })).out).not.toContain(
    '\u001b',
  );
});

test('a bare chart is read from standard input by its name', async () => {
  const { out } = await checkStdin(chart('Build :b, after aa, 10d'), '--stdin-filename', 'docs/plan.mmd');
  expect(out).toContain('docs/plan.mmd:3:17 error unknown-task');
});

test('--now and --time-zone decide what today is', async () => {
  const late = await checkStdin(ERROR, '--now', '2026-03-01T23:30Z', '--time-zone', 'Asia/Kolkata');
  expect(late.out).toContain('on 2 March 2026 (today)');
  const local = await checkStdin(ERROR, '--now', '2026-03-01T23:30', '--time-zone', 'Asia/Kolkata');
  expect(local.out).toContain('on 1 March 2026 (today)');
});

test('files without a chart are counted and not listed', async () => {
  const cwd = folderWith({ 'a.md': '# Nothing here\n', 'b.md': CLEAN });
  expect((await cli(['check'], { cwd })).out).toContain('No problems in 1 gantt chart of 2 files.');
  expect((await cli(['check', 'a.md'], { cwd })).out).toBe('No gantt chart in 1 file.\n');
});

test('hints are counted, and shown in a line each when asked for', async () => {
  const hint = ['--severity', 'unknown-task=hint'];
  const hidden = await checkStdin(ERROR, ...hint);
  expect(hidden.out).not.toContain('unknown-task');
  expect(hidden.out).toMatch(/\nNo problems in 1 gantt chart of 1 file\. \d hints? more with --hints\.\n$/);
  const shown = await checkStdin(ERROR, ...hint, '--hints');
  expect(shown.code).toBe(0);
  expect(shown.out).toMatch(/(^|\n)stdin\.md:7:17 hint unknown-task No task .*\n\nstdin\.md:/);
  expect((await checkStdin(ERROR, ...hint, '--fail-on', 'hint')).out).toContain('hint unknown-task');
  expect((await checkStdin(ERROR, ...hint, '--format', 'github')).out).toBe('No problems in 1 file.\n');
  expect((await checkStdin(ERROR, ...hint, '--format', 'json')).out).toContain('"unknown-task"');
});

test('--mermaid-version finds what an older Mermaid does not know', async () => {
  const text = markdown(chart('weekend friday', 'A :a, 2026-01-05, 5d'));
  expect((await checkStdin(text)).out).not.toContain('needs-newer-mermaid');
  const old = ['--mermaid-version', '10.9', '--fail-on', 'information'];
  const { code, out } = await checkStdin(text, ...old);
  expect(code).toBe(1);
  expect(out).toMatch(/^stdin\.md:6:1 information needs-newer-mermaid `weekend` needs Mermaid 11\.0;/m);
  const unknown = await checkStdin(text, '--mermaid-version', 'bitbucket');
  expect(unknown.err).toContain(
    '“bitbucket” is neither a version such as 10.9 nor one of latest, github, gitlab, vscode',
  );
});

test('the last date is told once where Mermaid draws the same', async () => {
  const { out } = await checkStdin(CLEAN);
  expect(out).toContain('stdin.md:4: 2 tasks · last date Tue 20 Jan 2026, as Mermaid draws it\n');
});
