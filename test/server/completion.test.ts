import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompletionItem, CompletionResolveRequest } from 'vscode-languageserver-protocol/node';
import { Client, PULLING } from './client';

let client: Client;
beforeAll(async () => {
  const completionItem = { snippetSupport: true };
  const textDocument = { ...PULLING.textDocument, completion: { completionItem } };
  client = await Client.start({ capabilities: { ...PULLING, textDocument } });
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
});

const HEAD = '```mermaid\ngantt\ndateFormat YYYY-MM-DD\nFirst: telem-d-msg, 2024-09-01, 1w\n';

/** What is offered behind the line. */
async function offered(line: string, languageId = 'markdown'): Promise<CompletionItem[] | null> {
  const text =
    languageId === 'markdown' ? `${HEAD}${line}\n\`\`\`\n` : HEAD.replace('```mermaid\n', '') + line;
  const document = client.open(text, { uri: 'file:///completion', languageId });
  return client.completion(document.at(line));
}

test.each(['markdown', 'mermaid'])('pops up ids on the space behind after, in %s', async (languageId) => {
  const { triggerCharacters } = client.initialized.capabilities.completionProvider!;
  expect(triggerCharacters).toContain(' ');
  expect(await offered('B: b, after ', languageId)).toMatchObject([
    {
      label: 'telem-d-msg',
      labelDetails: { description: 'First · Sun 8 Sep 2024' },
      detail: 'First · Sun 1 Sep 2024 – Sun 8 Sep 2024',
      textEdit: { newText: 'telem-d-msg' },
    },
  ]);
});

test('writes the documentation when an item is looked at', async () => {
  const [item] = (await offered('B: b, after telem-'))!;
  expect(item).not.toHaveProperty('documentation');
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item!);
  expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('**First**') });
});

test('leaves an item alone whose document has moved on', async () => {
  const [item] = (await offered('B: b, after telem-'))!;
  const other = { ...item!, data: { ...(item!.data as object), version: 99 } };
  expect(await client.connection.sendRequest(CompletionResolveRequest.type, other)).toEqual(other);
});

test('offers fields, values, statements and snippets', async () => {
  const labels = async (line: string) => (await offered(line))?.map(({ label }) => label);
  expect(await labels('B: ')).toEqual(expect.arrayContaining(['crit', 'milestone', 'after']));
  expect(await labels('B: b, 2024-09-01, 2')).toContain('2w');
  expect(await labels('weekday ')).toContain('monday');
  expect(await labels('axisFormat ')).toContain('%d %b');
  const section = (await offered('sec'))?.find(({ label }) => label === 'section');
  expect(section).toMatchObject({ insertTextFormat: 2, textEdit: { newText: `section \${1:Name}` } });
});

test('writes snippets without placeholders for clients that fill none', async () => {
  const plain = await Client.start();
  const document = plain.open(`${HEAD}sec\n\`\`\``);
  const section = (await plain.completion(document.at('sec')))?.find(({ label }) => label === 'section');
  expect(section).toMatchObject({ insertTextFormat: 1, textEdit: { newText: 'section Name' } });
  await plain.stop();
});

test.each(['%% after ', 'Look after ', 'B: b # after '])('offers nothing behind %j', async (line) => {
  expect((await offered(line)) ?? []).toEqual([]);
});
