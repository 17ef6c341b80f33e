import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
// Imported for its place in the order: what runs in a folder is ended before the folder goes.
import './processes.ts';

const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) remove(folder);
});

/** A folder that is gone, at the latest, when this process ends. */
export function temporaryFolder(what: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `roadmap-gantt-${what}-`));
  folders.add(folder);
  return folder;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  folders.delete(folder);
}
