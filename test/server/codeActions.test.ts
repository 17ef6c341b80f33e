import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest } from 'vscode-languageserver-protocol/node';
import { Client, type OpenDocument, PULLING } from './client';

const TEXT = [
  '```mermaid',
  'gantt',
  'dateFormat YYYY-MM-DD',
  'A: first-task, 2024-01-01, 1d',
  'B: b, after frst-task, 1d',
  'C: c, after first-tsk, 1d',
  '```',
  '',
].join('\n');

let client: Client;
let document: OpenDocument;
beforeAll(async () => {
  const workspace = { ...PULLING.workspace, workspaceEdit: { documentChanges: true } };
  client = await Client.start({ capabilities: { ...PULLING, workspace } });
  document = client.open(TEXT);
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
});

async function actionsAt(text: string, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) };
  const params = { textDocument: { uri: document.uri }, range: document.rangeOf(text), context };
  return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

test('mends what is wrong at the cursor', async () => {
  const [action] = await actionsAt('frst-task', ['quickfix']);
  expect(action).toMatchObject({
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [{ code: 'unknown-task', range: document.rangeOf('frst-task') }],
    edit: {
      documentChanges: [
        {
          textDocument: { uri: document.uri, version: 1 },
          edits: [{ range: document.rangeOf('frst-task'), newText: 'first-task' }],
        },
      ],
    },
  });
});

test('mends everything at once, from the cursor or on saving', async () => {
  const edits = [
    { range: document.rangeOf('frst-task'), newText: 'first-task' },
    { range: document.rangeOf('first-tsk'), newText: 'first-task' },
  ];
  const edit = { documentChanges: [expect.objectContaining({ edits })] };
  expect((await actionsAt('frst-task', ['quickfix'])).at(-1)).toMatchObject({
    title: 'Fix all in chart (2)',
    edit,
  });
  expect(await actionsAt('gantt', ['source.fixAll'])).toMatchObject([
    { kind: 'source.fixAll.roadmapGantt', edit },
  ]);
});

test('has nothing to mend elsewhere', async () => {
  expect(await actionsAt('gantt', ['quickfix'])).toEqual([]);
  expect(await actionsAt('frst-task', ['source.organizeImports'])).toEqual([]);
});

test('offers refactorings where nothing is wrong, by kind', async () => {
  const [rewrite] = await actionsAt('1d', ['refactor.rewrite']);
  expect(rewrite).toMatchObject({
    title: 'Write the end as a date: 2024-01-02',
    kind: 'refactor.rewrite',
    edit: { documentChanges: [{ edits: [{ range: document.rangeOf('1d'), newText: '2024-01-02' }] }] },
  });
  expect((await actionsAt('1d', ['refactor'])).length).toBeGreaterThan(0);
  expect(await actionsAt('1d', ['refactor.inline'])).toEqual([]);
  expect(await actionsAt('```mermaid', ['refactor'])).toEqual([]);
});
