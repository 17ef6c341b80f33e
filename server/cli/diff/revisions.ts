import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { git, tryGit } from '../git';
import { FailedError, UsageError } from '../io';

/** One of the two states compared: a commit, or the files as they lie in the work tree. */
export interface Side {
  /** As people named it. */
  readonly name: string;
  /** Object name of the commit; null is the work tree. */
  readonly commit: string | null;
}

export interface Comparison {
  /** The repository's top folder, absolute. */
  readonly root: string;
  readonly before: Side & { readonly commit: string };
  readonly after: Side;
  /** Relative to `root`, with `/`; empty for the whole repository. */
  readonly paths: readonly string[];
}

const RANGE = /^(?<from>.*?)(?<dots>\.{2,3})(?<to>.*)$/;
const WORK_TREE: Side = { name: 'the work tree', commit: null };

/** Reads `[REV[..REV]] [paths…]`; `beforeDashes` is how many of `words` stand in front of `--`. */
export async function comparisonOf(
  words: readonly string[],
  beforeDashes: number,
  cwd: string,
): Promise<Comparison> {
  const top = await git(
    cwd,
    ['rev-parse', '--show-toplevel'],
    'diff needs a git repository, and this is none',
  );
  const root = path.resolve(top.toString('utf8').replace(/\r?\n$/, ''));
  const [first] = words;
  const dashed = beforeDashes < words.length;
  if (dashed && beforeDashes > 1) throw new UsageError('name at most one revision or range in front of --');
  const named = first !== undefined && beforeDashes > 0 && (dashed || (await isRevision(root, first)));
  const sides = await sidesOf(root, named ? first : 'HEAD');
  const names = named ? words.slice(1) : words;
  const missing = dashed ? undefined : names.find((name) => !existsSync(path.resolve(cwd, name)));
  if (missing !== undefined) throw new FailedError(`“${missing}” is neither a revision nor a path`);
  const paths = await rootPaths(names, root, cwd);
  return { root, ...sides, paths };
}

/** Whether the word names a commit, or is a range with at least one end that does. */
async function isRevision(root: string, word: string): Promise<boolean> {
  const ends = RANGE.exec(word)?.groups;
  const names = ends ? [ends.from, ends.to] : [word];
  const commits = await Promise.all(names.map((name) => commitOf(root, name ?? '')));
  return commits.some((commit) => commit !== null);
}

async function sidesOf(root: string, text: string): Promise<Pick<Comparison, 'before' | 'after'>> {
  const range = RANGE.exec(text)?.groups;
  if (!range) return { before: await side(root, text), after: WORK_TREE };
  const { from, to, dots } = range;
  const [before, after] = [await side(root, from || 'HEAD'), await side(root, to || 'HEAD')];
  if (dots === '..') return { before, after };
  const base = await tryGit(root, ['merge-base', before.commit, after.commit]);
  if (base === null) throw new FailedError(`“${before.name}” and “${after.name}” have no commit in common`);
  return { before: { ...before, commit: base.toString('utf8').trim() }, after };
}

async function side(root: string, name: string): Promise<Side & { commit: string }> {
  const commit = await commitOf(root, name);
  if (commit === null) throw new FailedError(`there is no revision “${name}” in this repository`);
  return { name, commit };
}

async function commitOf(root: string, name: string): Promise<string | null> {
  // A revision never begins with a dash; git would take it for an option.
  if (name.startsWith('-') || name === '') return null;
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  return (await tryGit(root, verify))?.toString('utf8').trim() ?? null;
}

async function rootPaths(names: readonly string[], root: string, cwd: string): Promise<string[]> {
  // git names the top folder without links in its path.
  const folder = await realpath(cwd);
  return names.map((name) => {
    const relative = path.relative(root, path.resolve(folder, name)).split(path.sep).join('/');
    if (relative === '..' || relative.startsWith('../') || path.isAbsolute(relative)) {
      throw new FailedError(`${name}: is outside the repository`);
    }
    return relative === '' ? '.' : relative;
  });
}
