import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chart, cli, commitAll, folderWith, git, markdown, repositoryWith, writeFiles } from './support';

const FIRST = markdown(chart('title Plan', 'A :a, 2026-01-05, 5d', 'B :b, after a, 5d'));
const SECOND = markdown(
  chart('title Plan', 'A :a, 2026-01-12, 5d', 'B :b, after a, 5d', 'C :c, after b, 1d'),
);

/** `main~1` holds FIRST, `main` holds SECOND. */
function twoCommits(): string {
  const folder = repositoryWith({ 'plan.md': FIRST, 'docs/other.md': '# Other\n' });
  writeFiles(folder, { 'plan.md': SECOND });
  commitAll(folder, 'second');
  return folder;
}

const diff = (cwd: string, ...args: readonly string[]) => cli(['diff', ...args], { cwd });

test('two revisions', async () => {
  const { code, out, err } = await diff(twoCommits(), 'main~1..main');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n')).toEqual([
    'plan.md Plan',
    '  last date Thu 15 Jan 2026 → Fri 23 Jan 2026 (8 days later)',
    '  + C (c)  Thu 22 Jan 2026 – Fri 23 Jan 2026',
    '  ~ A (a)  7 days later',
    '      Mon 5 Jan 2026 – Sat 10 Jan 2026 → Mon 12 Jan 2026 – Sat 17 Jan 2026',
    '  ~ B (b)  7 days later, following “a”',
    '      Sat 10 Jan 2026 – Thu 15 Jan 2026 → Sat 17 Jan 2026 – Thu 22 Jan 2026',
    '',
    '1 added, 2 moved between main~1 and main.',
    '',
  ]);
});

test('a range may leave out an end, or start where two branches parted', async () => {
  const folder = twoCommits();
  const wanted = (await diff(folder, 'main~1..main')).out.split('\n').slice(0, -2);
  for (const range of ['main~1..', 'HEAD~1..HEAD']) {
    expect((await diff(folder, range)).out.split('\n').slice(0, -2)).toEqual(wanted);
  }
  expect((await diff(folder, '..main~1')).out).toContain('1 removed, 2 moved between HEAD and main~1.');
  git(folder, 'checkout', '--quiet', '-b', 'side', 'main~1');
  writeFiles(folder, { 'side.md': FIRST });
  commitAll(folder, 'side');
  expect((await diff(folder, 'main...side')).out).toMatch(/^side\.md Plan: new chart, 2 tasks/);
});

test('one revision, or none, is compared with the work tree, files that git does not know included', async () => {
  const folder = twoCommits();
  expect((await diff(folder)).out).toBe('No roadmap differs between HEAD and the work tree.\n');
  writeFiles(folder, { 'plan.md': FIRST, 'new.mmd': chart('N :n, 2026-01-05, 1d') });
  const { out } = await diff(folder);
  expect(out).toContain('new.mmd: new chart, 1 task, last date Tue 6 Jan 2026');
  expect(out).toContain('~ A (a)  7 days earlier');
  expect((await diff(folder, 'main~1')).out).toContain('1 added between main~1 and the work tree.');
});

test('removed and renamed files', async () => {
  const folder = twoCommits();
  renameSync(path.join(folder, 'plan.md'), path.join(folder, 'docs', 'roadmap.md'));
  writeFiles(folder, { 'docs/roadmap.md': SECOND.replace('A :a', 'AA :a') });
  commitAll(folder, 'third');
  expect((await diff(folder, 'HEAD~1..')).out).toMatch(
    /^docs\/roadmap\.md \(was plan\.md\) Plan\n.*\n {2}~ AA \(a\) {2}renamed from A\n/,
  );
  rmSync(path.join(folder, 'docs', 'roadmap.md'));
  expect((await diff(folder)).out).toMatch(/^docs\/roadmap\.md Plan: chart removed, 3 tasks/);
});

test('paths narrow it down, from any folder, deleted ones behind --', async () => {
  const folder = repositoryWith({ 'a.md': FIRST, 'docs/b.md': FIRST });
  writeFiles(folder, { 'a.md': SECOND });
  rmSync(path.join(folder, 'docs', 'b.md'));
  const sums = (out: string) => out.trim().split('\n').at(-1);
  expect(sums((await diff(folder)).out)).toBe('1 added, 2 removed, 2 moved between HEAD and the work tree.');
  expect(sums((await diff(folder, 'a.md')).out)).toBe('1 added, 2 moved between HEAD and the work tree.');
  expect(sums((await diff(folder, 'HEAD', '--', 'docs/b.md')).out)).toBe(
    '2 removed between HEAD and the work tree.',
  );
  mkdirSync(path.join(folder, 'docs'), { recursive: true });
  expect(sums((await diff(path.join(folder, 'docs'), '../a.md')).out)).toBe(
    '1 added, 2 moved between HEAD and the work tree.',
  );
  expect(sums((await diff(path.join(folder, 'docs'), '--', 'b.md')).out)).toBe(
    '2 removed between HEAD and the work tree.',
  );
  expect(sums((await diff(folder, '--', 'none.md')).out)).toBe(
    'No roadmap differs between HEAD and the work tree.',
  );
});

test('--exit-code exits with 1 where anything differs', async () => {
  const folder = twoCommits();
  expect((await diff(folder, '--exit-code')).code).toBe(0);
  expect((await diff(folder, '--exit-code', 'main~1..main')).code).toBe(1);
});

test('a change that moves no task is none', async () => {
  const folder = repositoryWith({ 'plan.md': FIRST });
  writeFiles(folder, { 'plan.md': `${FIRST}\nMore text.\n` });
  expect((await diff(folder, '--exit-code')).code).toBe(0);
});

test('json names every change', async () => {
  const folder = twoCommits();
  const { out } = await diff(folder, 'main~1..main', '--format', 'json');
  const { version, before, after, charts } = JSON.parse(out);
  const commit = (name: string) => git(folder, 'rev-parse', name).trim();
  expect({ version, before, after }).toEqual({
    version: 1,
    before: { name: 'main~1', commit: commit('main~1') },
    after: { name: 'main', commit: commit('main') },
  });
  expect(charts).toHaveLength(1);
  expect(charts[0]).toMatchObject({
    path: 'plan.md',
    oldPath: null,
    title: 'Plan',
    status: 'changed',
    lastDate: { before: Date.UTC(2026, 0, 15), after: Date.UTC(2026, 0, 23), days: 8 },
    added: [{ index: 2, id: 'c', name: 'C', start: Date.UTC(2026, 0, 22), provisional: false }],
    removed: [],
    changed: [
      { changes: [{ kind: 'moved', startDays: 7, endDays: 7 }], follows: null },
      { changes: [{ kind: 'moved', startDays: 7, endDays: 7 }], follows: 0 },
    ],
  });
});

test('markdown is a table, with the text of the roadmap escaped', async () => {
  const before = markdown(chart('title Plan <b>', 'A | [x](y) :a, 2026-01-05, 5d'));
  const folder = repositoryWith({ 'plan.md': before });
  writeFiles(folder, { 'plan.md': before.replace('01-05', '01-06') });
  const { out } = await diff(folder, '--format', 'markdown');
  expect(out.split('\n')).toEqual([
    '### `plan.md`: Plan \\<b\\>',
    '',
    'Last date: Sat 10 Jan 2026 → **Sun 11 Jan 2026** (1 day later).',
    '',
    '| Task | Change | Before | After |',
    '| --- | --- | --- | --- |',
    '| A \\| \\[x\\](y) `a` | 1 day later | Mon 5 Jan 2026 – Sat 10 Jan 2026 | Tue 6 Jan 2026 – Sun 11 Jan 2026 |',
    '',
    '1 moved between `HEAD` and `the work tree`.',
    '',
  ]);
});

test.each([
  [['nonsense'], '“nonsense” is neither a revision nor a path'],
  [['nonsense', '--', 'plan.md'], 'there is no revision “nonsense” in this repository'],
  [['main..nonsense'], 'there is no revision “nonsense” in this repository'],
  [['--', '../outside.md'], '../outside.md: is outside the repository'],
  [['main', 'main', '--', 'a.md'], 'name at most one revision or range in front of --'],
  [['--format', 'xml'], '“xml” is none of pretty, json, markdown'],
])('%j exits with 2', async (args, message) => {
  const { code, out, err } = await diff(twoCommits(), ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`roadmap-gantt: ${message.startsWith('“xml') ? '--format: ' : ''}${message}\n`);
});

test('a revision is never taken for an option of git', async () => {
  const folder = twoCommits();
  const file = path.join(folder, 'written');
  const { code, err } = await diff(folder, '--', `--output=${file}`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect((await diff(folder, `--output=${file}..main`)).code).toBe(2);
  expect(() => execFileSync('ls', [file], { stdio: 'pipe' })).toThrow();
});

test('outside a repository it says so', async () => {
  const { code, err } = await diff(folderWith({ 'plan.md': FIRST }));
  expect({ code, err }).toEqual({
    code: 2,
    err: 'roadmap-gantt: diff needs a git repository, and this is none\n',
  });
});

test('a repository without a commit says so', async () => {
  const folder = folderWith({ 'plan.md': FIRST });
  git(folder, 'init', '--quiet');
  expect((await diff(folder)).err).toBe('roadmap-gantt: there is no revision “HEAD” in this repository\n');
});
