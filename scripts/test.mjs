// npm test: installs and builds what is missing and runs everything. npm test -- unit page: only the stages named.
// Ends with one line, "N passed, N failed", that sums the tests of all stages; lint, types and grammar count as one each.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fail, prepare, root, run, say, tool } from './toolchain.mjs';

await prepare();
const { startTree } = await import('../test/host/processes.ts');

/** Far more than any stage takes: a stage that hangs must not hang everything. Milliseconds. */
const STAGE_LIMIT = 15 * 60_000;
/** What a stage may take to end once it has reported. */
const ENDING_LIMIT = 30_000;

/** Passes or fails as a whole. */
const check = (...args) => ({ args: () => args });

/** A project of vitest.config.mts. */
const vitest = (project) => ({
  args: (report) => [
    tool('vitest'),
    ...['run', '--project', project, '--reporter', 'default'],
    ...['--reporter', 'json', '--outputFile.json', report],
  ],
  count: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
  }),
});

/** The mocha suite inside VS Code; its report is test/editor/report.ts's SuiteResult. */
const editor = (kind) => ({
  args: (report) => ['test/editor/run.ts', '--kind', kind, '--result', report],
  count: ({ passed, failed, pending }) => ({ passed, failed, skipped: pending }),
});

const stages = {
  lint: check(tool('@biomejs/biome'), 'check', '--error-on-warnings', '.'),
  types: check(tool('typescript'), '-b'),
  grammar: check(
    tool('vscode-tmgrammar-test'),
    'test/grammar/*.{mmd,md}',
    ...['-g', 'test/grammar/markdown.tmLanguage.json'],
  ),
  unit: vitest('unit'),
  parity: vitest('parity'),
  cli: vitest('cli'),
  server: vitest('server'),
  package: vitest('package'),
  panel: vitest('panel'),
  'editor-node': editor('node'),
  'editor-worker': editor('worker'),
  page: vitest('page'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0)
  fail(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`);

const reports = mkdtempSync(path.join(tmpdir(), 'roadmap-gantt-reports-'));
const results = [];
try {
  heading('build');
  for (const flags of [['--production'], ['--tests']]) {
    if ((await node(path.join(root, 'esbuild.mjs'), ...flags)) !== 0)
      fail('The build failed.\n0 passed, 1 failed');
  }
  for (const [name, stage] of Object.entries(stages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    heading(name);
    const start = Date.now();
    const report = path.join(reports, `${name}.json`);
    const code = await inTime(stage.args(report), report);
    results.push({ name, seconds: (Date.now() - start) / 1000, ...counted(stage, code, report) });
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

heading('what ran');
for (const { name, seconds, passed, failed, skipped, note } of results) {
  const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
  say(`${name.padEnd(14)} ${`${seconds.toFixed(0)} s`.padStart(6)}  ${counts}${note ? ` (${note})` : ''}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** A stage is green only if it says that tests ran, that none failed, and its process agrees. */
function counted({ count }, code, report) {
  if (!count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!existsSync(report))
    return { passed: 0, failed: 1, note: 'no report: it did not get as far as running tests' };
  const { passed, failed, skipped } = count(JSON.parse(readFileSync(report, 'utf8')));
  if (passed + failed === 0) return { passed, failed: 1, skipped, note: 'no tests ran' };
  if (failed === 0 && code === null) return { passed, failed: 1, skipped, note: 'it did not end by itself' };
  if (failed === 0 && code !== 0) return { passed, failed: 1, skipped, note: `ended with code ${code}` };
  return { passed, failed, skipped };
}

/** Runs a stage with all that it starts; its exit code, null if it had to be ended. */
async function inTime(args, report) {
  const tree = startTree(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const interrupted = async (signal) => {
    await tree.stop();
    rmSync(reports, { recursive: true, force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupted);
  const start = Date.now();
  let reported = Number.POSITIVE_INFINITY;
  let ended = false;
  tree.ended.then(() => {
    ended = true;
  });
  while (!ended && Date.now() < Math.min(start + STAGE_LIMIT, reported + ENDING_LIMIT)) {
    if (reported > Date.now() && existsSync(report)) reported = Date.now();
    await Promise.race([tree.ended, new Promise((resolve) => setTimeout(resolve, 250))]);
  }
  // Also what a stage has left behind.
  await tree.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupted);
  return ended ? tree.child.exitCode : null;
}

function node(...args) {
  return run(process.execPath, args, { cwd: root });
}

function heading(text) {
  say(`\n━━ ${text} ${'━'.repeat(Math.max(0, 76 - text.length))}`);
}
