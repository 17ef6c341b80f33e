import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';
import { root } from '../../scripts/toolchain.mjs';

export const EXTENSION_ID = 'roadmap-gantt.roadmap-gantt';

/** A copy of what the package would hold, and of nothing else, in a folder of its own that the caller removes. */
export async function stageExtension(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roadmap-gantt-extension-'));
  for (const file of await listFiles({ cwd: root, packagedDependencies: [] })) {
    await cp(path.join(root, file), path.join(folder, file));
  }
  return folder;
}
