import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DirectoryEntry } from './protocol';
import type { WorkspaceFiles } from './workspaceFiles';

/** The disk of this machine, for editors that leave reading to the server. */
export const diskFiles: WorkspaceFiles = {
  list: (directories) => Promise.all(directories.map(entriesOf)),
  read: (uris, containing) => Promise.all(uris.map((uri) => textOf(uri, containing))),
};

async function entriesOf(uri: string): Promise<DirectoryEntry[] | null> {
  try {
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
    const base = uri.endsWith('/') ? uri : `${uri}/`;
    return entries
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => ({
        name: entry.name,
        uri: base + encodeURIComponent(entry.name),
        directory: entry.isDirectory(),
      }));
  } catch {
    return null;
  }
}

/** Text without the byte order mark, as editors show it; null for whatever is no file that can be read. */
async function textOf(uri: string, containing = ''): Promise<string | null> {
  try {
    const path = fileURLToPath(uri);
    if (!(await stat(path)).isFile()) return null;
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    return text.includes(containing) ? text : '';
  } catch {
    return null;
  }
}
