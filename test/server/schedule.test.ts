import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './client';

let client: Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'roadmap-gantt-'));
  client = await Client.start({ initializationOptions: { didAnalyze: true } });
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
  rmSync(folder, { recursive: true });
});

const CHART = [
  '```mermaid',
  'gantt',
  'dateFormat YYYY-MM-DD',
  'section Team',
  'First: crit, a, 2024-01-01, 3d',
  'Second: after a gone, 2d',
  '```',
  '',
].join('\n');

const DAY = 86_400_000;
const NEW_YEAR = Date.UTC(2024, 0, 1);

test('a schedule has every field of its contract', async () => {
  const document = client.open(CHART, { uri: 'file:///contract.md' });
  const [schedule] = await client.schedule(document.uri);
  expect(schedule).toEqual({
    version: 1,
    range: { start: { line: 1, character: 0 }, end: expect.objectContaining({ character: 0 }) },
    rejected: false,
    tasks: [
      {
        id: 'a',
        name: 'First',
        section: 'Team',
        tags: ['crit'],
        range: document.rangeOf('First: crit, a, 2024-01-01, 3d'),
        nameRange: document.rangeOf('First'),
        idRange: { start: { line: 4, character: 13 }, end: { line: 4, character: 14 } },
        start: NEW_YEAR,
        end: NEW_YEAR + 3 * DAY,
        provisional: false,
        drawnStart: NEW_YEAR,
        drawnEnd: NEW_YEAR + 3 * DAY,
        predecessors: [],
        successors: [1],
        critical: true,
        slack: 0,
      },
      expect.objectContaining({
        id: null,
        idRange: null,
        provisional: true,
        predecessors: [0],
        successors: [],
      }),
    ],
  });
});

test('every chart has its schedule, in document order', async () => {
  const document = client.open(CHART + CHART.replace('First', 'Other'), { uri: 'file:///two.md' });
  const schedules = await client.schedule(document.uri);
  expect(schedules.map(({ tasks }) => tasks[0]?.name)).toEqual(['First', 'Other']);
});

test('a refused chart has true dates and no drawn ones', async () => {
  const document = client.open(CHART.replace('2d', '2d, x, y, z'), { uri: 'file:///refused.md' });
  expect(await client.schedule(document.uri)).toMatchObject([
    { rejected: true, tasks: [{ start: NEW_YEAR, drawnStart: null, drawnEnd: null }, {}] },
  ]);
});

test('the schedule follows the document and says its version', async () => {
  const document = client.open(CHART, { uri: 'file:///moving.md' });
  document.replace('2024-01-01', '2024-01-02');
  const [schedule] = await client.schedule(document.uri);
  expect([schedule?.version, schedule?.tasks[0]?.start]).toEqual([2, NEW_YEAR + DAY]);
});

test('a document of the language mermaid is one chart', async () => {
  const text = CHART.split('\n').slice(1, -2).join('\n');
  const document = client.open(text, { uri: 'untitled:Untitled-1', languageId: 'mermaid' });
  const [schedule] = await client.schedule(document.uri);
  expect(schedule?.tasks.map(({ name }) => name)).toEqual(['First', 'Second']);
  expect(await client.hover(document.at('First'))).toContain('**First**');
});

test('times are instants of the server’s own time zone', async () => {
  const auckland = await Client.start({ timeZone: 'Pacific/Auckland' });
  const document = auckland.open(CHART);
  const [schedule] = await auckland.schedule(document.uri);
  expect(schedule?.tasks[0]?.start).toBe(Date.parse('2024-01-01T00:00+13:00'));
  expect(await auckland.hover(document.at('First'))).toContain('Mon 1 Jan 2024 – Thu 4 Jan 2024');
  const panel = await auckland.panel(document.uri);
  expect(panel?.charts[0]?.tasks[0]?.start).toBe(NEW_YEAR);
  await auckland.stop();
});

test('files that are not open are read, with and without a byte order mark', async () => {
  for (const [name, text] of [
    ['märz 1.md', `\uFEFF${CHART}`],
    ['b.mmd', CHART.split('\n').slice(1, -2).join('\r\n')],
  ] as const) {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    const [schedule] = await client.schedule(pathToFileURL(file).href);
    expect([schedule?.version, schedule?.tasks.length]).toEqual([0, 2]);
    expect((await client.panel(pathToFileURL(file).href))?.charts).toHaveLength(1);
  }
});

test.each([
  'file:///nowhere/at/all.md',
  'untitled:gone',
  'https://example.org/a.md',
  'no uri',
  '',
  'file:///',
])('there is no schedule of %j', async (uri) => {
  expect(await client.schedule(uri)).toEqual([]);
  expect(await client.panel(uri)).toBeNull();
});

test('analyses are announced with their version', async () => {
  const document = client.open(CHART, { uri: 'file:///announced.md' });
  document.replace('3d', '4d');
  const versions = () =>
    client.analyzed.filter(({ uri }) => uri === document.uri).map(({ version }) => version);
  await client.until(() => versions().includes(2));
  document.replace('4d', '5d');
  await client.until(() => versions().includes(3));
  expect(versions()).toEqual(versions().toSorted());
});

test('analyses are not announced to clients that did not ask for it', async () => {
  const other = await Client.start();
  const document = other.open(CHART);
  await document.pull();
  await other.schedule(document.uri);
  expect(other.analyzed).toEqual([]);
  await other.stop();
});

test('the panel says in plain words what is wrong', async () => {
  const document = client.open(CHART.replace('after a gone', 'after gone'), { uri: 'file:///panel.md' });
  const panel = await client.panel(document.uri);
  expect(panel?.charts[0]?.tasks[1]).toMatchObject({
    start: null,
    section: 0,
    note: expect.stringMatching(/^Mermaid draws this on .* \(today\), because no task has the id “gone”\.$/),
  });
});
