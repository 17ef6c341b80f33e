import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { version } from '../../package.json';
import { chart, folderWith, markdown } from './support';

// The command line as a process of its own, bundled the way it ships.

const folder = mkdtempSync(path.join(tmpdir(), 'roadmap-gantt-cli-'));
const program = path.join(folder, 'cli.js');

beforeAll(() =>
  build({
    entryPoints: ['server/cli/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

const ERROR = markdown(chart('Build :b, after aa, 10d'));

function start(
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
    env: { ...process.env, ...options.env },
  });
  return { code: status, out: stdout, err: stderr };
}

test('the exit code and both streams are those of the command', () => {
  const cwd = folderWith({ 'plan.md': ERROR });
  const { code, out, err } = start(['check', 'plan.md', 'none.md'], { cwd });
  expect({ code, err }).toEqual({ code: 2, err: 'roadmap-gantt: none.md: no such file or folder\n' });
  expect(out).toContain('plan.md:6:17 error unknown-task');
  expect(start(['check'], { cwd }).code).toBe(1);
});

test('standard input is read to its end', () => {
  const { code, out } = start(['check', '-', '--format', 'json'], {
    input: `${'x\n'.repeat(200_000)}\n${ERROR}`,
  });
  expect(code).toBe(1);
  expect(JSON.parse(out).files[0].findings[0].range.start.line).toBe(200_007);
});

test('the time zone is that of the machine', () => {
  const env = { TZ: 'Pacific/Auckland' };
  const { out } = start(['schedule', '-', '--format', 'json'], {
    input: markdown(chart('A :2026-01-05, 1d')),
    env,
  });
  expect(JSON.parse(out)[0].tasks[0].start).toBe(Date.parse('2026-01-05T00:00+13:00'));
});

test('large output arrives whole', () => {
  const tasks = Array.from({ length: 20_000 }, (_, index) => `Task ${index} :t${index}, 2026-01-05, 1d`);
  const { code, out } = start(['schedule', '-', '--format', 'csv'], { input: markdown(chart(...tasks)) });
  expect(code).toBe(0);
  expect(out.split('\r\n')).toHaveLength(20_002);
});

test('a reader that closes the pipe ends it quietly', async () => {
  const child = spawn(process.execPath, [program, 'schedule', '-', '--format', 'json']);
  const tasks = Array.from({ length: 20_000 }, (_, index) => `Task ${index} :t${index}, 2026-01-05, 1d`);
  child.stdin.end(markdown(chart(...tasks)));
  let err = '';
  child.stderr.on('data', (data) => {
    err += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test.runIf(existsSync('/dev/full'))('a disk that is full is told', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [program, '--help'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'roadmap-gantt: cannot write: ENOSPC\n' });
});

test('no terminal, no colours', () => {
  expect(start(['check', '-'], { input: ERROR }).out).not.toContain('\u001b');
  expect(start(['check', '-', '--color'], { input: ERROR }).out).toContain('\u001b');
});

test('--version is the version of the package', () => {
  expect(start(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});
