import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { npm, root } from '../../scripts/toolchain.mjs';

/** Where everything is kept that is downloaded for the editor and its tests. */
export const cache = path.join(root, '.vscode-test');

/**
 * The folder in `cache` that holds what test/host/<name>/package.json asks for, installed on first use.
 * `finish` completes the installation before it is used for the first time.
 * The folder's name carries the lock file's hash and appears in one step, so runs side by side do no harm.
 */
export async function bring(name: string, finish: (folder: string) => Promise<void>): Promise<string> {
  const source = path.join(root, 'test/host', name);
  const lock = await readFile(path.join(source, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 8);
  const folder = path.join(cache, `${name}-${hash}`);
  if (existsSync(folder)) return folder;

  const draft = `${folder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await cp(source, draft, { recursive: true });
  console.log(`[host] bringing ${name} from npm into ${path.relative(root, folder)}…`);
  await npm(['ci', '--omit=dev'], draft);
  await finish(draft);
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true, force: true });
  });
  return folder;
}
