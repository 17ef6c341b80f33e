import { expect, test } from 'vitest';
import { findRoadmaps } from '../../../server/lsp/findRoadmaps';
import { filesOf } from './filesOf';

/** The paths found in `/w`, of files written as `path` or `path: text`. */
async function check(
  files: readonly string[],
  expected: readonly string[],
  folders = ['file:///w'],
): Promise<void> {
  const texts = Object.fromEntries(files.map((file) => [file.split(': ')[0], file.split(': ')[1] ?? '']));
  const found = await findRoadmaps(filesOf(texts), folders);
  expect(found.map(({ path }) => path).sort()).toEqual([...expected].sort());
}

test('finds Markdown and Mermaid files in every folder', async () => {
  await check(
    ['/w/a.md', '/w/x/b.mmd', '/w/x/y/c.MERMAID', '/w/d.markdown', '/w/e.txt', '/w/fmd', '/w/ä b/ö.md'],
    ['a.md', 'x/b.mmd', 'x/y/c.MERMAID', 'd.markdown', 'ä b/ö.md'],
  );
});

test('never enters node_modules and .git', async () => {
  await check(['/w/node_modules/a/README.md', '/w/x/node_modules/b.md', '/w/.git/c.md', '/w/d.md'], ['d.md']);
});

test('leaves out what .gitignore files name, the deeper ones having the last word', async () => {
  await check(
    [
      '/w/.gitignore: build/\n*.mmd\n/only-here.md',
      '/w/build/a.md',
      '/w/x/build/b.md',
      '/w/c.mmd',
      '/w/x/.gitignore: !kept.mmd',
      '/w/x/kept.mmd',
      '/w/x/other.mmd',
      '/w/only-here.md',
      '/w/x/only-here.md',
    ],
    ['x/kept.mmd', 'x/only-here.md'],
  );
});

test('nothing inside an ignored folder comes back', async () => {
  await check(['/w/.gitignore: out/\n!out/a.md', '/w/out/.gitignore: !*.md', '/w/out/a.md'], []);
});

test('reads the exclude file, over which .gitignore has the last word', async () => {
  await check(['/w/.git/info/exclude: *.md', '/w/.gitignore: !a.md', '/w/a.md', '/w/b.md'], ['a.md']);
});

test('rules above the folder hold inside their repository', async () => {
  const folder = ['file:///r/docs/plans'];
  const files = [
    '/r/.git/HEAD: ref',
    '/r/.gitignore: *.tmp.md',
    '/r/docs/.gitignore: old/',
    '/r/docs/plans/a.md',
  ];
  const ignored = ['/r/docs/plans/b.tmp.md', '/r/docs/plans/old/c.md'];
  await check([...files, ...ignored], ['a.md'], folder);
  await check([...files.slice(1), ...ignored], ['a.md', 'b.tmp.md', 'old/c.md'], folder);
});

test('whoever opens an ignored folder means it', async () => {
  const files = ['/r/.git/HEAD: ref', '/r/.gitignore: out/', '/r/out/x/a.md'];
  await check(files, ['a.md'], ['file:///r/out/x']);
});

test('a repository inside another one has rules of its own', async () => {
  await check(
    [
      '/w/.git/HEAD: ref',
      '/w/.gitignore: *.md',
      '/w/sub/.git: gitdir: ../.git/modules/sub',
      '/w/sub/a.md',
      '/w/b.md',
    ],
    ['sub/a.md'],
  );
});

test('several folders are searched, each by its own paths', async () => {
  await check(['/w/a.md', '/v/x/b.md'], ['a.md', 'x/b.md'], ['file:///w', 'file:///v/']);
});

test('a folder that cannot be read is empty', async () => {
  await check([], [], ['file:///gone', 'untitled:somewhere']);
});
