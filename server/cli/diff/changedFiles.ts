import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { git, partsOf, tryGit } from '../git';
import { isRoadmapPath, type SourceFile, sourceFile } from '../sourceFile';
import type { Comparison, Side } from './revisions';

/** A roadmap before and after; null where it does not exist. */
export interface FilePair {
  readonly before: SourceFile | null;
  readonly after: SourceFile | null;
}

/** The Markdown and Mermaid files that differ, sorted by their path afterwards. Renamed files stay one. */
export async function changedFiles(comparison: Comparison): Promise<FilePair[]> {
  const { root, before, after } = comparison;
  const changes = [...(await tracked(comparison)), ...(await untracked(comparison))]
    .filter(({ from, to }) => [from, to].some((name) => name !== null && isRoadmapPath(name)))
    .sort((a, b) => ((a.to ?? a.from ?? '') < (b.to ?? b.from ?? '') ? -1 : 1));
  const pairs: FilePair[] = [];
  for (const { from, to } of changes) {
    pairs.push({
      before: from === null ? null : await contentAt(root, before, from),
      after: to === null ? null : await contentAt(root, after, to),
    });
  }
  return pairs;
}

interface Change {
  readonly from: string | null;
  readonly to: string | null;
}

async function tracked({ root, before, after, paths }: Comparison): Promise<Change[]> {
  const commits = after.commit === null ? [before.commit] : [before.commit, after.commit];
  const listing = [
    '--literal-pathspecs',
    'diff',
    '--name-status',
    '-z',
    '--find-renames',
    '--no-ext-diff',
    '--no-relative',
  ];
  const output = await git(root, [...listing, ...commits, '--', ...paths], 'git cannot compare the two');
  const parts = partsOf(output);
  const changes: Change[] = [];
  for (let i = 0; i < parts.length; ) {
    const status = parts[i++] ?? '';
    const from = parts[i++] ?? '';
    if (/^[RC]/.test(status))
      changes.push({ from: status.startsWith('R') ? from : null, to: parts[i++] ?? '' });
    else changes.push({ from: status === 'A' ? null : from, to: status === 'D' ? null : from });
  }
  return changes;
}

async function untracked({ root, after, paths }: Comparison): Promise<Change[]> {
  if (after.commit !== null) return [];
  const listing = ['--literal-pathspecs', 'ls-files', '-z', '--others', '--exclude-standard', '--', ...paths];
  const names = partsOf(await git(root, listing, 'git cannot list the work tree'));
  return names.map((name) => ({ from: null, to: name }));
}

async function contentAt(root: string, { commit }: Side, name: string): Promise<SourceFile | null> {
  if (commit === null) return workTreeFile(root, name);
  const content = await tryGit(root, ['cat-file', 'blob', `${commit}:${name}`]);
  return content && sourceFile(name, content);
}

async function workTreeFile(root: string, name: string): Promise<SourceFile | null> {
  const absolute = path.join(root, name);
  try {
    return (await lstat(absolute)).isFile() ? sourceFile(name, await readFile(absolute)) : null;
  } catch {
    return null;
  }
}
