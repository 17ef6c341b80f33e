import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, type OpenDocument } from './client';

const TEXT = ['# A:b,c', '```mermaid', 'gantt', 'section One', 'First:1d', 'Second :2d', '```', ''].join(
  '\n',
);
const options = { tabSize: 2, insertSpaces: true };

let client: Client;
let document: OpenDocument;
beforeAll(async () => {
  client = await Client.start();
  document = client.open(TEXT);
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
});

function applied(edits: TextEdit[] | null): string[] {
  return TextDocument.applyEdits(TextDocument.create(document.uri, '', 1, document.text), edits ?? []).split(
    '\n',
  );
}

test('formats the charts of a document and nothing else', async () => {
  const params = { textDocument: { uri: document.uri }, options };
  const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, params);
  expect(applied(edits)).toEqual([
    '# A:b,c',
    '```mermaid',
    'gantt',
    '  section One',
    '    First: 1d',
    '    Second: 2d',
    '```',
    '',
  ]);
});

test('formats the lines of a selection, with tabs for those who like them', async () => {
  const edits = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument: { uri: document.uri },
    range: document.rangeOf('First'),
    options: { tabSize: 4, insertSpaces: false },
  });
  expect(applied(edits).slice(3, 6)).toEqual(['section One', '\t\tFirst: 1d', 'Second :2d']);
});

test('aligns columns for those who set it', async () => {
  await client.configure({ format: { alignColumns: true } });
  const params = { textDocument: { uri: document.uri }, options };
  const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, params);
  expect(applied(edits).slice(4, 6)).toEqual(['    First : 1d', '    Second: 2d']);
});
