import type { DirectoryEntry } from '../../../server/lsp/protocol';
import type { WorkspaceFiles } from '../../../server/lsp/workspaceFiles';

export interface FilesInMemory extends WorkspaceFiles {
  /** Texts by path; paths begin with a slash. A test may change them. */
  readonly texts: Map<string, string>;
  /** The paths that have been read, in order. */
  readonly reads: string[];
}

/** A disk with these texts; addresses are `file://` and the path. */
export function filesOf(texts: Readonly<Record<string, string>>): FilesInMemory {
  const stored = new Map(Object.entries(texts));
  const reads: string[] = [];
  const pathOf = (uri: string) => decodeURIComponent(uri.slice('file://'.length));
  return {
    texts: stored,
    reads,
    list: async (uris) => uris.map((uri) => entriesOf(stored, uri, pathOf(uri))),
    read: async (uris, containing = '') =>
      uris.map((uri) => {
        reads.push(pathOf(uri));
        const text = stored.get(pathOf(uri));
        return text === undefined ? null : text.includes(containing) ? text : '';
      }),
  };
}

function entriesOf(texts: ReadonlyMap<string, string>, uri: string, path: string): DirectoryEntry[] {
  const names = new Map<string, boolean>();
  for (const file of texts.keys()) {
    if (!file.startsWith(`${path}/`)) continue;
    const [name = '', ...rest] = file.slice(path.length + 1).split('/');
    names.set(name, rest.length > 0);
  }
  return [...names].map(([name, directory]) => ({
    name,
    uri: `${uri}/${encodeURIComponent(name)}`,
    directory,
  }));
}
