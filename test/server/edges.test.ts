import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyPrepareRequest,
  DocumentHighlightRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { Client } from './client';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
});

const chart = (lines: string) => `\`\`\`mermaid\ngantt\ndateFormat YYYY-MM-DD\n${lines}\n\`\`\`\n\n`;

test('two charts with the same ids do not see each other', async () => {
  const one = chart('A: same, 2024-01-01, 1d\nB: after same, 1d');
  const document = client.open(one + one.replace('A:', 'Other:'), { uri: 'file:///two.md' });
  const place = document.at('Other: same');
  expect(await client.references(place, true)).toHaveLength(2);
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'fresh' });
  const lines = edit?.changes?.[document.uri]?.map(({ range }) => range.start.line);
  expect(lines?.every((line) => line >= place.position.line)).toBe(true);
  expect(await document.pull('unknown-task', 'duplicate-id')).toEqual([]);
});

test('an id at the very end of the file is found, with and without a fence behind it', async () => {
  for (const [languageId, head] of [
    ['markdown', '```mermaid\ngantt\n'],
    ['mermaid', 'gantt\n'],
  ] as const) {
    const text = `${head}dateFormat YYYY-MM-DD\nA: last-id, 2024-01-01, 1d\nB: 2024-01-01, until last-id`;
    const document = client.open(text, { uri: 'file:///end', languageId });
    const place = document.at('until last-id');
    expect(await client.definition(place)).toHaveLength(1);
    expect(await client.connection.sendRequest(DocumentHighlightRequest.type, place)).toHaveLength(2);
    expect((await client.completion(place))?.map(({ label }) => label)).toEqual(['last-id']);
  }
});

test('duplicate ids are renamed as one and said so', async () => {
  const document = client.open(chart('A: a, 2024-01-01, 1d\nB: a, 2024-01-02, 1d\nC: after a, 1d'), {
    uri: 'file:///duplicate.md',
  });
  const edit = await client.connection.sendRequest(RenameRequest.type, {
    ...document.at('after a'),
    newName: 'z',
  });
  expect(edit?.changes?.[document.uri]).toHaveLength(3);
  await client.until(() => client.messages.length > 0);
  expect(client.messages).toEqual(['2 tasks had the id “a”; all of them now have “z”.']);
});

test('a cycle can be walked round and round', async () => {
  const document = client.open(chart('A: a, after b, 1d\nB: b, after a, 1d'), { uri: 'file:///cycle.md' });
  let [item] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, document.at('A')))!;
  for (const expected of ['B', 'A', 'B']) {
    const calls = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
      item: item!,
    });
    item = calls![0]!.from;
    expect(item.name).toBe(expected);
  }
});

test('a document with forty charts keeps them apart', async () => {
  const charts = Array.from({ length: 40 }, (_, i) =>
    chart(`Task ${i}: a, 2024-01-01, ${i + 1}d\nB: after gone${i}, 1d`),
  );
  const document = client.open(charts.join('Text between.\n\n'), { uri: 'file:///forty.md' });
  const problems = await document.pull('unknown-task');
  expect(problems.map(({ range }) => document.textIn(range))).toEqual(charts.map((_, i) => `gone${i}`));
  expect(await client.schedule(document.uri)).toHaveLength(40);
  expect((await client.panel(document.uri))?.charts).toHaveLength(40);
  const params = { textDocument: { uri: document.uri } };
  const symbols = (await client.connection.sendRequest(
    DocumentSymbolRequest.type,
    params,
  )) as DocumentSymbol[];
  expect(symbols.map(({ children }) => children?.[0]?.name)).toEqual(charts.map((_, i) => `Task ${i}`));
  expect(await client.hover(document.at('Task 39'))).toContain('40 days');
});
