import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Client, type OpenDocument } from './client';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterEach(() => {
  expect(client.errors).toEqual([]);
});
afterAll(() => client.stop());

/** Asks everything there is to ask at a few places of the text. */
async function askEverything(text: string, languageId = 'markdown'): Promise<OpenDocument> {
  const document = client.open(text, { uri: 'file:///bad.md', languageId });
  const last = text.split(/\r\n|\r|\n/).length;
  for (const line of [0, 1, last >> 1, last - 1, last + 100]) {
    const place = { textDocument: { uri: document.uri }, position: { line, character: 3 } };
    await client.hover(place);
    await client.definition(place);
    await client.references(place, true);
    await client.completion(place);
  }
  await document.pull();
  await client.schedule(document.uri);
  await client.panel(document.uri);
  return document;
}

const chart = (lines: string) => `\`\`\`mermaid\ngantt\ndateFormat YYYY-MM-DD\n${lines}\n\`\`\`\n`;

test('an empty file has nothing', async () => {
  const document = await askEverything('');
  expect(await client.schedule(document.uri)).toEqual([]);
  expect(await document.pull()).toEqual([]);
  expect(await client.panel(document.uri)).toEqual({ version: 1, charts: [] });
});

test('an unclosed fence reaches to the end of the file', async () => {
  const document = await askEverything(
    '```mermaid\ngantt\ndateFormat YYYY-MM-DD\nA: a, 2024-01-01, 1d\nB: b, after gone, 1d',
  );
  expect((await client.schedule(document.uri))[0]?.tasks).toHaveLength(2);
  expect(await document.pull('unknown-task')).toMatchObject([
    { code: 'unknown-task', range: document.rangeOf('gone') },
  ]);
});

test('a chart of one megabyte is answered', async () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, i) => `Some longer task name ${i}: id-${i}, after id-${i - 1}, 1d`,
  );
  const document = await askEverything(chart(`Start: id--1, 2024-01-01, 1d\n${lines.join('\n')}`));
  expect(document.text.length).toBeGreaterThan(1_000_000);
  const [schedule] = await client.schedule(document.uri);
  expect(schedule?.tasks.at(-1)?.end).not.toBeNull();
});

test('binary bytes are text like any other', async () => {
  const bytes = Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
  await askEverything(bytes);
  await askEverything(chart(bytes));
  await askEverything(bytes, 'mermaid');
});

test('a lone surrogate and wide characters keep their places', async () => {
  const document = await askEverything(chart('A \uD800: a, 2024-01-01, 1d\n😀😀: b, after gone, 1d'));
  expect(await document.pull('unknown-task')).toMatchObject([{ range: document.rangeOf('gone') }]);
  expect((await client.schedule(document.uri))[0]?.tasks[0]?.name).toBe('A \uD800');
});

test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  '%s is an id like any other',
  async (id) => {
    const document = await askEverything(
      chart(`A: ${id}, 2024-01-01, 1d\nB: b, after ${id}, 1d\nC: c, after x${id}, 1d`),
    );
    expect(await document.pull('unknown-task')).toMatchObject([
      { code: 'unknown-task', range: document.rangeOf(`x${id}`) },
    ]);
    expect(await client.definition(document.at(`after ${id}`))).toHaveLength(1);
  },
);

test('__proto__ changes no object and finds no task', async () => {
  const document = await askEverything(chart('A: __proto__, 2024-01-01, 1d\nB: b, after toString, 1d'));
  expect(await document.pull('unknown-task')).toMatchObject([{ code: 'unknown-task' }]);
  expect((await client.schedule(document.uri))[0]?.tasks[0]).toMatchObject({
    id: '__proto__',
    start: Date.UTC(2024, 0, 1),
  });
});

test('a line of ten thousand ids is answered', async () => {
  await askEverything(chart(`A: a, after ${'x '.repeat(10_000)}, 1d`));
});

test('CRLF and block quotes keep their places', async () => {
  const quoted = chart('A: a, 2024-01-01, 1d\nB: b, after gone, 1d')
    .replace(/^/gm, '> ')
    .replaceAll('\n', '\r\n');
  const document = await askEverything(quoted);
  expect(await document.pull('unknown-task')).toMatchObject([{ range: document.rangeOf('gone') }]);
  expect(await client.hover(document.at('> A', 3))).toContain('Mon 1 Jan 2024');
  document.replace('gone', '');
  expect(await client.completion(document.at('after '))).toMatchObject([{ label: 'a' }]);
});

test('a request that makes no sense is refused, and the server goes on', async () => {
  const nonsense = { textDocument: {}, position: { line: 'x' } };
  await client.connection.sendRequest('textDocument/hover', nonsense).catch(() => {});
  await expect(client.connection.sendRequest('no/such/request')).rejects.toThrow();
  const document = client.open(chart('A: a, 2024-01-01, 1d'), { uri: 'file:///after.md' });
  expect(await client.hover(document.at('A'))).toContain('**A**');
});
