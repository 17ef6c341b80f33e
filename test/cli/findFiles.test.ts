import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findFiles } from '../../server/cli/findFiles';
import { folderWith, git, repositoryWith, writeFiles } from './support';

async function found(folder: string, ...paths: readonly string[]): Promise<string[]> {
  const { files, failures } = await findFiles(paths.length === 0 ? ['.'] : paths, folder);
  expect(failures).toEqual([]);
  return files.map((file) => path.relative(folder, file).split(path.sep).join('/'));
}

test('a folder gives its Markdown and Mermaid files, sorted, folder by folder', async () => {
  const names = [
    'b.md',
    'a/z.mmd',
    'a/B.MARKDOWN',
    'a.mdx',
    'a/c/d.mermaid',
    'a/notes.txt',
    'node_modules/x/y.md',
  ];
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
  expect(await found(folder)).toEqual(['a/B.MARKDOWN', 'a/c/d.mermaid', 'a/z.mmd', 'a.mdx', 'b.md']);
});

test('files are taken as named, each once, in the order asked for', async () => {
  const folder = folderWith({ 'b.md': '', 'a.md': '', 'plan.txt': '' });
  expect(await found(folder, 'plan.txt', 'b.md', '.', './b.md')).toEqual(['plan.txt', 'b.md', 'a.md']);
});

test('links are not followed', async () => {
  const folder = folderWith({ 'a/plan.md': '' });
  symlinkSync(path.join(folder, 'a'), path.join(folder, 'b'));
  symlinkSync(path.join(folder, 'a'), path.join(folder, 'a', 'loop'));
  expect(await found(folder)).toEqual(['a/plan.md']);
});

test('what is not there is told and the rest is found', async () => {
  const folder = folderWith({ 'a.md': '' });
  const { files, failures } = await findFiles(['none', 'a.md'], folder);
  expect(files).toHaveLength(1);
  expect(failures).toEqual(['none: no such file or folder']);
});

test('what git ignores is left out, tracked or not', async () => {
  const folder = repositoryWith({
    '.gitignore': 'build/\n*.tmp.md\n',
    'a.md': '',
    'sub/.gitignore': 'out.md\n',
  });
  writeFiles(folder, { 'b.md': '', 'build/c.md': '', 'd.tmp.md': '', 'sub/e.md': '', 'sub/out.md': '' });
  expect(await found(folder)).toEqual(['a.md', 'b.md', 'sub/e.md']);
  expect(await found(folder, 'sub')).toEqual(['sub/e.md']);
});

test('an ignored folder or file is looked into when it is named', async () => {
  const folder = repositoryWith({ '.gitignore': 'build/\n', 'a.md': '' });
  writeFiles(folder, { 'build/c.md': '' });
  expect(await found(folder, 'build')).toEqual(['build/c.md']);
  expect(await found(folder, 'build/c.md')).toEqual(['build/c.md']);
});

test('names of any kind are read from git as they are', async () => {
  const folder = repositoryWith({ 'Zürich "Plan".md': '', 'a\tb.md': '', '-x.md': '' });
  expect(await found(folder)).toEqual(['-x.md', 'Zürich "Plan".md', 'a\tb.md']);
});

test('a file that is deleted but not yet for git is left out', async () => {
  const folder = repositoryWith({ 'a.md': '', 'b.md': '' });
  rmSync(path.join(folder, 'a.md'));
  expect(await found(folder)).toEqual(['b.md']);
});

test('a repository inside a folder or a repository keeps to its own ignored files', async () => {
  const folder = repositoryWith({ 'a.md': '' });
  writeFiles(folder, { 'inner/.gitignore': 'x.md\n', 'inner/x.md': '', 'inner/y.md': '' });
  git(path.join(folder, 'inner'), 'init', '--quiet');
  expect(await found(folder)).toEqual(['a.md', 'inner/y.md']);
  const outer = folderWith({ 'inner/.gitignore': 'x.md\n', 'inner/x.md': '', 'inner/y.md': '' });
  git(path.join(outer, 'inner'), 'init', '--quiet');
  expect(await found(outer)).toEqual(['inner/y.md']);
});
