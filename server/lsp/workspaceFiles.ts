import type { DirectoryEntry } from './protocol';

/** The files of the workspace, wherever they are. Nothing here throws: what cannot be read is null. */
export interface WorkspaceFiles {
  /** Directories, and the files that a workspace's roadmaps are found by: see `isWanted`. Links are not followed. */
  list(directories: readonly string[]): Promise<(readonly DirectoryEntry[] | null)[]>;
  /** Texts without byte order mark; empty where a text does not hold `containing`. */
  read(uris: readonly string[], containing?: string): Promise<(string | null)[]>;
}

/** For a client without files and a server without a disk: only open documents are known. */
export const noFiles: WorkspaceFiles = {
  list: async (directories) => directories.map(() => null),
  read: async (uris) => uris.map(() => null),
};
