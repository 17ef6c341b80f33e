import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../../scripts/toolchain.mjs';
import { codeServer } from '../../host/codeServer.ts';
import { remove, temporaryFolder } from '../../host/temporary.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the extension is installed for every workbench of the run. */
    extensionsDir: string;
  }
}

/** Packs the extension and installs the package, once for the whole run: what is looked at is what people get. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = temporaryFolder('installed');
  const extensionsDir = path.join(folder, 'extensions');
  const vsix = path.join(folder, 'roadmap-gantt.vsix');
  const { script } = await codeServer();
  node(path.join(root, 'scripts/package.mjs'), vsix);
  node(script, '--install-extension', vsix, '--extensions-dir', extensionsDir, '--server-data-dir', folder);
  project.provide('extensionsDir', extensionsDir);
  return () => remove(folder);
}

function node(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with code ${status}\n${stdout}${stderr}`);
}
