import { cp } from 'node:fs/promises';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from '../../scripts/toolchain.mjs';

export const EXTENSION_ID = 'roadmap-gantt.roadmap-gantt';

/** Copies what the package would hold, and nothing else. */
export async function stageExtension(folder: string): Promise<void> {
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    await cp(path.join(root, file), path.join(folder, file));
  }
}
