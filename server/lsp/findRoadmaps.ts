import { GitIgnore } from './gitIgnore';
import { type DirectoryEntry, isRoadmapName } from './protocol';
import type { WorkspaceFiles } from './workspaceFiles';

export interface FoundFile {
  readonly uri: string;
  /** Inside its workspace folder, with slashes. */
  readonly path: string;
}

/** How many directories are asked for at once. */
const BATCH = 200;
/** More files than this are not looked at: nobody reads such a list, and memory is not to grow without end. */
const MOST_FILES = 20_000;

const NEVER_ENTERED = new Set(['node_modules', '.git']);

interface Folder {
  readonly uri: string;
  /** From the top of the repository, as git's rules want it. */
  readonly path: readonly string[];
  /** How many names of it lead to the workspace folder. */
  readonly top: number;
  readonly ignored: GitIgnore;
}

/**
 * The Markdown and Mermaid files of the folders, level by level, without those that git ignores. What a repository
 * tracks although its rules ignore it counts as ignored, for only git itself could tell.
 */
export async function findRoadmaps(files: WorkspaceFiles, folders: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  let level = await Promise.all(folders.map((uri) => workspaceFolder(files, uri)));
  while (level.length > 0 && found.length < MOST_FILES) {
    const next: Folder[] = [];
    for (let first = 0; first < level.length; first += BATCH) {
      const batch = level.slice(first, first + BATCH);
      for (const { folder, entries } of await withRules(files, batch)) {
        for (const { name, uri, directory } of entries) {
          const path = [...folder.path, name];
          if (directory ? NEVER_ENTERED.has(name) : !isRoadmapName(name)) continue;
          if (folder.ignored.ignores(path, directory)) continue;
          if (directory) next.push({ ...folder, uri, path });
          else found.push({ uri, path: path.slice(folder.top).join('/') });
        }
      }
    }
    level = next;
  }
  return found.slice(0, MOST_FILES);
}

/** The folders with their entries and with what their own rules add; a repository inside another one begins anew. */
async function withRules(
  files: WorkspaceFiles,
  folders: readonly Folder[],
): Promise<{ folder: Folder; entries: readonly DirectoryEntry[] }[]> {
  const listings = await files.list(folders.map(({ uri }) => uri));
  const sources = listings.map((entries) => (entries ?? []).flatMap(ruleFiles).sort());
  const texts = await files.read(sources.flat());
  let next = 0;
  return folders.map((folder, index) => {
    const entries = listings[index] ?? [];
    let ignored = entries.some(({ name }) => name === '.git') ? GitIgnore.nothing : folder.ignored;
    for (const _ of sources[index] ?? []) {
      const text = texts[next++];
      if (text) ignored = ignored.with(folder.path, text);
    }
    return { folder: { ...folder, ignored }, entries };
  });
}

/** In alphabetical order, which these are to be read in: the later ones have the last word. */
function ruleFiles({ name, uri, directory }: DirectoryEntry): string[] {
  if (name === '.git' && directory) return [`${uri}/info/exclude`];
  return name === '.gitignore' && !directory ? [uri] : [];
}

/** A folder may lie inside a repository whose rules hold for it too, unless they ignore it: who opens it means it. */
async function workspaceFolder(files: WorkspaceFiles, folder: string): Promise<Folder> {
  const uri = folder.replace(/\/$/, '');
  const parents = parentsOf(uri);
  const texts = await files.read(
    parents.flatMap((parent) => [
      `${parent}/.git/HEAD`,
      `${parent}/.git`,
      `${parent}/.git/info/exclude`,
      `${parent}/.gitignore`,
    ]),
  );
  const text = (parent: number, source: number) => texts[parent * 4 + source] ?? null;
  const top = parents.findLastIndex((_, parent) => text(parent, 0) !== null || text(parent, 1) !== null);
  if (top < 0) return { uri, path: [], top: 0, ignored: GitIgnore.nothing };
  const path = [...parents.slice(top + 1), uri].map(nameOf);
  let ignored = GitIgnore.nothing;
  for (let parent = top; parent < parents.length; parent++) {
    const above = path.slice(0, parent - top);
    for (const rules of [text(parent, 2), text(parent, 3)]) if (rules) ignored = ignored.with(above, rules);
    if (ignored.ignores(path.slice(0, parent - top + 1), true)) {
      return { uri, path: [], top: 0, ignored: GitIgnore.nothing };
    }
  }
  return { uri, path, top: path.length, ignored };
}

/** The folders above, the outermost first, without slashes at their ends. */
function parentsOf(uri: string): string[] {
  const root = /^[^:]*:(?:\/\/[^/]*)?/.exec(uri)?.[0] ?? '';
  const names = uri.slice(root.length).split('/').slice(1, -1);
  return names.map((_, index) => `${root}/${names.slice(0, index + 1).join('/')}`);
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
