import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../server/cli/run';

export const CLOCK = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'UTC' };

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly colour?: boolean;
  readonly columns?: number;
  readonly timeZone?: string;
}

/** Runs the command line in this process; today is 22 November 2026 in UTC. */
export async function cli(args: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(args, {
    cwd: around.cwd ?? tmpdir(),
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    stdin: async () => {
      const { stdin = '' } = around;
      return typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
    },
    terminal: { colour: around.colour ?? false, columns: around.columns ?? null },
    clock: { ...CLOCK, timeZone: around.timeZone ?? CLOCK.timeZone },
  });
  return { code, out, err };
}

/** A folder with these files, gone when the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'roadmap-gantt-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

export function git(folder: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository with one commit, `main`, of these files. */
export function repositoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderWith(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder, 'first');
  return folder;
}

export function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
}

/** A bare chart from its lines behind `gantt` and `dateFormat YYYY-MM-DD`. */
export function chart(...lines: readonly string[]): string {
  return ['gantt', 'dateFormat YYYY-MM-DD', ...lines, ''].join('\n');
}

export function markdown(...charts: readonly string[]): string {
  return charts.map((text) => `# Plan\n\n\`\`\`mermaid\n${text}\`\`\`\n`).join('\n');
}
