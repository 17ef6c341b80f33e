import { execFile } from 'node:child_process';
import { FailedError } from './io';

const LARGEST_OUTPUT = 1 << 30;

// A repository's own settings can name programs that git runs; none of them is wanted here.
const SAFE = ['-c', 'core.fsmonitor=false'];
const ENVIRONMENT = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };

/** What git prints, as bytes; null where it fails or is not installed. Never through a shell. */
export function tryGit(folder: string, args: readonly string[]): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: ENVIRONMENT, encoding: 'buffer', maxBuffer: LARGEST_OUTPUT } as const;
    execFile('git', [...SAFE, ...args], options, (error, stdout) => resolve(error ? null : stdout));
  });
}

/** What git prints, as bytes; a FailedError with `failure` where it fails. */
export async function git(folder: string, args: readonly string[], failure: string): Promise<Buffer> {
  const output = await tryGit(folder, args);
  if (output === null) throw new FailedError(failure);
  return output;
}

/** The parts of a list that git prints with `-z`. */
export function partsOf(output: Buffer): string[] {
  return output.toString('utf8').split('\0').slice(0, -1);
}
