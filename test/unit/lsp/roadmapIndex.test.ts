import { expect, test } from 'vitest';
import { Documents } from '../../../server/lsp/documents';
import { RoadmapIndex } from '../../../server/lsp/roadmapIndex';
import { filesOf } from './filesOf';

const CLOCK = { now: Date.UTC(2026, 10, 22), timeZone: 'UTC' };

function indexOf(texts: Readonly<Record<string, string>>) {
  const files = filesOf(texts);
  let changes = 0;
  const documents = new Documents(
    () => CLOCK,
    async () => null,
  );
  const index = new RoadmapIndex(
    files,
    () => ['file:///w'],
    documents,
    () => changes++,
  );
  const names = async () =>
    (await index.roadmaps()).map(({ path, summary }) => [
      path,
      ...summary.charts.flatMap(({ tasks }) => tasks.map(({ name }) => name)),
    ]);
  return { files, index, names, changes: () => changes };
}

const chart = (task: string) => `gantt\n${task}: 2024-01-01, 1d`;

test('holds the files with charts, in the order of their paths', async () => {
  const { names } = indexOf({
    '/w/b.mmd': chart('B'),
    '/w/a/z.mmd': chart('A'),
    '/w/flow.mmd': 'flowchart LR',
    '/w/notes.md': 'The gantt chart is elsewhere.',
  });
  expect(await names()).toEqual([
    ['a/z.mmd', 'A'],
    ['b.mmd', 'B'],
  ]);
});

test('reads nothing before it is asked, and nothing twice', async () => {
  const { files, names } = indexOf({ '/w/a.mmd': chart('A') });
  expect(files.reads).toEqual([]);
  await Promise.all([names(), names()]);
  await names();
  expect(files.reads).toEqual(['/w/a.mmd']);
});

test('reads the one file that has changed, and tells of it', async () => {
  const { files, index, names, changes } = indexOf({ '/w/a.mmd': chart('A'), '/w/b.mmd': chart('B') });
  await names();
  files.reads.length = 0;
  files.texts.set('/w/a.mmd', chart('New'));
  index.fileChanged('file:///w/a.mmd');
  expect(await names()).toEqual([
    ['a.mmd', 'New'],
    ['b.mmd', 'B'],
  ]);
  expect(files.reads).toEqual(['/w/a.mmd']);
  expect(changes()).toBe(1);
});

test('follows files that come and folders that go', async () => {
  const { files, index, names } = indexOf({ '/w/a.mmd': chart('A'), '/w/x/b.mmd': chart('B') });
  await names();
  files.texts.set('/w/c.mmd', chart('C'));
  index.filesChanged();
  expect(await names()).toEqual([
    ['a.mmd', 'A'],
    ['c.mmd', 'C'],
    ['x/b.mmd', 'B'],
  ]);
  files.texts.delete('/w/x/b.mmd');
  index.fileDeleted('file:///w/x');
  expect(await names()).toEqual([
    ['a.mmd', 'A'],
    ['c.mmd', 'C'],
  ]);
});

test('finds a file again that was away for a moment', async () => {
  const { files, index, names } = indexOf({ '/w/a.mmd': chart('A'), '/w/x/b.mmd': chart('B') });
  await names();
  files.texts.delete('/w/x/b.mmd');
  index.fileDeleted('file:///w/x');
  await names();
  files.texts.set('/w/x/b.mmd', chart('Back'));
  index.fileChanged('file:///w/x/b.mmd');
  expect(await names()).toEqual([
    ['a.mmd', 'A'],
    ['x/b.mmd', 'Back'],
  ]);
});

test('knows a file by any spelling of its address', async () => {
  const { files, index, names } = indexOf({ '/w/a (1).mmd': chart('A') });
  await names();
  files.texts.set('/w/a (1).mmd', chart('New'));
  index.fileChanged('file:///w/a%20%281%29.mmd');
  expect(await names()).toEqual([['a (1).mmd', 'New']]);
});

test('what cannot be trusted is read again', async () => {
  const { files, index, names } = indexOf({ '/w/a.mmd': chart('A') });
  await names();
  files.texts.set('/w/a.mmd', chart('New'));
  expect(await names()).toEqual([['a.mmd', 'A']]);
  index.distrust();
  expect(await names()).toEqual([['a.mmd', 'New']]);
});

test('tries again after a failure', async () => {
  const { files, names } = indexOf({ '/w/a.mmd': chart('A') });
  const { list } = files;
  files.list = () => Promise.reject(new Error('offline'));
  await expect(names()).rejects.toThrow('offline');
  files.list = list;
  expect(await names()).toEqual([['a.mmd', 'A']]);
});

test('counts how far it is', async () => {
  const texts = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`/w/${n}.mmd`, chart('A')]));
  const { index } = indexOf(texts);
  const steps: string[] = [];
  await index.roadmaps((done, all) => steps.push(`${done}/${all}`));
  expect(steps).toEqual(['0/50', '20/50', '40/50']);
  index.fileChanged('file:///w/7.mmd');
  await index.roadmaps((done, all) => steps.push(`${done}/${all}`));
  expect(steps).toHaveLength(3);
});
