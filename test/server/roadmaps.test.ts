import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import {
  DID_CHANGE_ROADMAPS,
  LIST_DIRECTORIES_REQUEST,
  type ListDirectoriesParams,
  NEIGHBOURS_REQUEST,
  type Neighbours,
  READ_FILES_REQUEST,
  type ReadFilesParams,
  ROADMAP_CHARTS_REQUEST,
  ROADMAPS_REQUEST,
  type RoadmapChart,
  type RoadmapEntry,
  STATUS_REQUEST,
  type Status,
} from '../../server/lsp/protocol';
import { Client, type StartOptions } from './client';

const WATCHING: ClientCapabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
/** The machine's own settings may ignore more. */
const GIT_ENVIRONMENT = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };
const EVERYTHING = { filter: { text: '', section: null, milestonesOnly: false }, order: 'written' };

let folder: string;
let client: Client;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'roadmap gantt (1)-'));
});
afterEach(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
  rmSync(folder, { recursive: true });
});

async function start(options: StartOptions = {}): Promise<void> {
  client = await Client.start({ capabilities: WATCHING, folder: pathToFileURL(folder).href, ...options });
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

const chart = (task: string) =>
  `gantt\ndateFormat YYYY-MM-DD\nsection Ann\n${task}: ${task.toLowerCase()}, 2024-01-01, 3d\n`;
const fenced = (text: string) => `# Plan\n\n\`\`\`mermaid\n${text}\`\`\`\n`;

async function symbols(query = ''): Promise<string[]> {
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
  return (found ?? []).map(({ name, location }) => `${path.basename(location.uri)}: ${name}`);
}

function changed(uri: string, type: FileChangeType): void {
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
}

test('finds tasks of files that nobody has opened', async () => {
  write('a.md', fenced(chart('Store')));
  write('x/b.mmd', chart('Restore'));
  write('flow.mmd', 'flowchart LR\n  store --> restore\n');
  await start();
  expect(await symbols('store')).toEqual(['a.md: Store (store)', 'b.mmd: Restore (restore)']);
});

test('finds the line and the section', async () => {
  const uri = write('a.md', fenced(chart('Store')));
  await start();
  const [symbol] =
    (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'store' })) ?? [];
  expect(symbol).toMatchObject({
    containerName: 'Ann',
    location: { range: { start: { line: 6, character: 0 }, end: { line: 6, character: 5 } } },
  });
  expect(decodeURIComponent(symbol!.location.uri)).toBe(decodeURIComponent(uri));
});

test('an open document counts as it is in the editor, in whatever spelling of its address', async () => {
  const uri = write('a.md', fenced(chart('Store')));
  await start();
  expect(await symbols()).toEqual(['a.md: Store (store)']);
  const document = client.open(fenced(chart('Store')), { uri: uri.replaceAll('(', '%28') });
  document.replace('Store', 'Unsaved');
  expect(await symbols()).toEqual(['a.md: Unsaved (store)']);
  document.close();
  expect(await symbols()).toEqual(['a.md: Store (store)']);
});

test('follows the files that the client watches', async () => {
  const a = write('a.mmd', chart('A'));
  await start();
  expect(await symbols()).toEqual(['a.mmd: A (a)']);
  write('a.mmd', chart('Changed'));
  changed(a, FileChangeType.Changed);
  expect(await symbols()).toEqual(['a.mmd: Changed (changed)']);
  changed(write('b.mmd', chart('B')), FileChangeType.Created);
  expect(await symbols()).toHaveLength(2);
  changed(write('.gitignore', 'a.mmd'), FileChangeType.Created);
  expect(await symbols()).toEqual(['b.mmd: B (b)']);
});

test('looks again where the client watches nothing', async () => {
  write('a.mmd', chart('A'));
  await start({ capabilities: {} });
  expect(await symbols()).toEqual(['a.mmd: A (a)']);
  write('a.mmd', chart('Changed'));
  write('b.mmd', chart('B'));
  await expect
    .poll(() => symbols(), { timeout: 10_000 })
    .toEqual(['a.mmd: Changed (changed)', 'b.mmd: B (b)']);
});

test('ignores what git ignores', async () => {
  const files = [
    'a.md',
    'out/b.md',
    'out/keep/c.md',
    'x/d.tmp.md',
    'x/!e.md',
    'x/y/f.md',
    'x/y/g.md',
    'x/h i.md',
    'logs/deep/j.md',
    'k/logs.md',
    'node_modules/l.md',
    'info/m.md',
    'x/Z/n.md',
  ];
  for (const file of files) write(file, fenced(chart('A')));
  write('.gitignore', 'out/*\n!out/keep/\n*.tmp.md\n# comment\n\n/logs\n\\!e.md\nnode_modules\nx/**/g.md\n');
  write('x/.gitignore', 'y/*\n!y/g.md\nh\\ i.md\nz/\n');
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: GIT_ENVIRONMENT });
  git('init', '--quiet');
  write('.git/info/exclude', 'info/\n');
  const listed = git('ls-files', '-z', '--others', '--exclude-standard', '--', '*.md')
    .split('\0')
    .filter(Boolean);
  await start();
  const entries = await client.connection.sendRequest<RoadmapEntry[]>(ROADMAPS_REQUEST, EVERYTHING);
  const base = `${pathToFileURL(folder).href}/`;
  expect(entries.map(({ uri }) => decodeURIComponent(uri).slice(decodeURIComponent(base).length))).toEqual(
    listed.sort(),
  );
  expect(listed).toContain('out/keep/c.md');
});

test('tells the rows of a roadmap, with dates and badges', async () => {
  write('a.mmd', `${chart('A')}%% TODO: ask\nTBC B: b, after gone, 1d\n`);
  await start();
  const [entry] = await client.connection.sendRequest<RoadmapEntry[]>(ROADMAPS_REQUEST, EVERYTHING);
  expect(entry).toMatchObject({
    charts: 1,
    tasks: 2,
    badges: { unscheduled: 1, overdue: 1, tbc: 1, todo: 1 },
  });
  const params = { ...EVERYTHING, uri: entry!.uri };
  const [found] = await client.connection.sendRequest<RoadmapChart[]>(ROADMAP_CHARTS_REQUEST, params);
  expect(found?.sections[0]?.tasks).toMatchObject([
    { name: 'A', when: '1 – 4 Jan 2024', badges: ['overdue'] },
    { name: 'TBC B', when: null, badges: ['unscheduled', 'tbc', 'todo'], todo: 'TODO: ask' },
  ]);
});

test('reads through a client that offers it, and tells it of changes', async () => {
  const texts = new Map([['vfs://host/w/a.mmd', chart('A')]]);
  await start({ folder: 'vfs://host/w', initializationOptions: { files: true } });
  client.connection.onRequest(LIST_DIRECTORIES_REQUEST, ({ uris }: ListDirectoriesParams) =>
    uris.map(() => [...texts.keys()].map((uri) => ({ name: path.basename(uri), uri, directory: false }))),
  );
  client.connection.onRequest(READ_FILES_REQUEST, ({ uris }: ReadFilesParams) =>
    uris.map((uri) => texts.get(uri) ?? null),
  );
  let told = 0;
  client.connection.onNotification(DID_CHANGE_ROADMAPS, () => {
    told++;
  });
  expect(await symbols()).toEqual(['a.mmd: A (a)']);
  expect(await client.schedule('vfs://host/w/a.mmd')).toHaveLength(1);
  texts.set('vfs://host/w/a.mmd', chart('Changed'));
  changed('vfs://host/w/a.mmd', FileChangeType.Changed);
  await expect.poll(() => told).toBe(1);
  expect(await symbols()).toEqual(['a.mmd: Changed (changed)']);
});

test('counts 500 roadmaps in a moment', async () => {
  for (let n = 0; n < 500; n++) {
    const tasks = Array.from({ length: 50 }, (_, t) => `Task ${t}: t${t}, after t${t - 1}, ${t + 1}d`).join(
      '\n',
    );
    write(`team ${n % 20}/${n}.md`, fenced(`${chart(`Start${n}`)}${tasks}\n`));
  }
  await start();
  const cold = performance.now();
  expect(await symbols('start499')).toEqual(['499.md: Start499 (start499)']);
  const warm = performance.now();
  const entries = await client.connection.sendRequest<RoadmapEntry[]>(ROADMAPS_REQUEST, EVERYTHING);
  const end = performance.now();
  console.log(
    `500 roadmaps, 25,500 tasks: ${(warm - cold).toFixed(0)} ms to read, ${(end - warm).toFixed(0)} ms to list`,
  );
  expect(entries).toHaveLength(500);
  expect(warm - cold).toBeLessThan(15_000);
  expect(end - warm).toBeLessThan(1_000);
});

test('the status bar learns the last true date, and of a document without charts nothing', async () => {
  await start();
  const status = (uri: string) =>
    client.connection.sendRequest<Status | null>(STATUS_REQUEST, { textDocument: { uri } });
  const { uri } = client.open(fenced(chart('A')));
  expect(await status(uri)).toMatchObject({ version: 1, ends: '4 Jan 2024', charts: [{ title: null }] });
  expect(await status(client.open('# Notes\n', { uri: 'file:///notes.md' }).uri)).toBeNull();
});

test('a jump learns the neighbours of a task', async () => {
  await start();
  const document = client.open(fenced(`${chart('A')}B: b, after a, 1d\nC: c, after a, 1d\n`));
  const ask = (text: string, direction: string) =>
    client.connection.sendRequest<Neighbours | null>(NEIGHBOURS_REQUEST, { ...document.at(text), direction });
  const successors = await ask('A: a', 'successors');
  expect(successors?.neighbours.map(({ range }) => document.textIn(range))).toEqual(['B', 'C']);
  expect((await ask('C: c', 'predecessors'))?.neighbours).toMatchObject([
    { name: 'A', id: 'a', section: 'Ann', when: '1 – 4 Jan 2024' },
  ]);
  expect(await ask('# Plan', 'successors')).toBeNull();
});

test('hovers link to tasks only where the client runs such links', async () => {
  await start({ initializationOptions: { commandLinks: true } });
  const text = fenced(`${chart('A')}B: b, after a, 1d\n`);
  const document = client.open(text, { uri: 'file:///plan%20(1).md' });
  const [, args = ''] =
    /\[A\]\(command:roadmapGantt\.goToTask\?([^()]*)\)/.exec(
      (await client.hover(document.at('B: b', 0))) ?? '',
    ) ?? [];
  const [uri, range] = JSON.parse(decodeURIComponent(args));
  expect([uri, document.textIn(range)]).toEqual([document.uri, 'A']);
  await client.stop();
  await start();
  expect(await client.hover(client.open(text).at('B: b', 0))).not.toContain('command:');
});
