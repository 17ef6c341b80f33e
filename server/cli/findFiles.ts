import { type Dirent, existsSync } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { partsOf, tryGit } from './git';
import { isRoadmapPath, reasonOf } from './sourceFile';

export interface FoundFiles {
  /** Absolute paths, each once, and `-` for standard input; in the order asked for, each folder's files sorted. */
  readonly files: readonly string[];
  /** One sentence for each path that cannot be read. */
  readonly failures: readonly string[];
}

const NEVER_ENTERED = new Set(['node_modules', '.git']);

/** The Markdown and Mermaid files of `paths`: files as named, folders with all that git does not ignore. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const failures: string[] = [];
  for (const named of paths) {
    if (named === '-') {
      files.add(named);
      continue;
    }
    const absolute = path.resolve(cwd, named);
    try {
      if (!(await stat(absolute)).isDirectory()) files.add(absolute);
      else for (const file of await filesIn(absolute, failures)) files.add(file);
    } catch (error) {
      failures.push(`${named}: ${reasonOf(error)}`);
    }
  }
  return { files: [...files], failures };
}

/** Absolute paths, sorted alike on every machine. Links are not followed. */
async function filesIn(folder: string, failures: string[]): Promise<string[]> {
  const files = (await listedByGit(folder, failures)) ?? (await walked(folder, failures));
  return files.sort((a, b) => compareParts(a.split(path.sep), b.split(path.sep)));
}

/** Null where git does not know the folder or ignores all of it: whoever names an ignored folder means it. */
async function listedByGit(folder: string, failures: string[]): Promise<string[] | null> {
  if ((await tryGit(folder, ['check-ignore', '--quiet', '--', '.'])) !== null) return null;
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '.'];
  const output = await tryGit(folder, listing);
  if (output === null) return null;
  const files: string[] = [];
  for (const name of new Set(partsOf(output))) {
    if (name.split('/').some((part) => NEVER_ENTERED.has(part))) continue;
    const absolute = path.join(folder, name);
    // A repository inside the repository is listed as a folder.
    if (name.endsWith('/')) files.push(...(await filesIn(absolute, failures)));
    else if (isRoadmapPath(name) && (await isFile(absolute))) files.push(absolute);
  }
  return files;
}

async function isFile(absolute: string): Promise<boolean> {
  try {
    return (await lstat(absolute)).isFile();
  } catch {
    // Deleted, but not yet for git.
    return false;
  }
}

async function walked(folder: string, failures: string[]): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await entriesOf(folder, failures)) {
    const absolute = path.join(folder, entry.name);
    if (entry.isFile() && isRoadmapPath(entry.name)) files.push(absolute);
    if (!entry.isDirectory() || NEVER_ENTERED.has(entry.name)) continue;
    const repository = existsSync(path.join(absolute, '.git'));
    files.push(...(await (repository ? filesIn : walked)(absolute, failures)));
  }
  return files;
}

/** A folder that cannot be read is reported, and the others are read all the same. */
async function entriesOf(folder: string, failures: string[]): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    failures.push(`${folder}: ${reasonOf(error)}`);
    return [];
  }
}

/** Folder by folder, by UTF-16 code units, so that no locale changes the order. */
function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [left, right] = [a[i] ?? '', b[i] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
