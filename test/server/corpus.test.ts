import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  type Range,
  SelectionRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol/node';
import { Client, type OpenDocument } from './client';

const CORPUS = '../shared/corpus/roadmaps';
const there = existsSync(CORPUS);
if (!there) console.warn(`Skipped: ${CORPUS} is not on this machine.`);

describe.skipIf(!there)('every feature on real roadmaps', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start();
  });
  afterAll(() => client.stop());

  test.each(there ? ['../seed.md', ...readdirSync(CORPUS)] : [])('%s', async (file) => {
    const document = client.open(readFileSync(`${CORPUS}/${file}`, 'utf8'), {
      uri: `file:///${path.basename(file)}`,
    });
    await askAboutAll(document);
    const tasks = (await client.schedule(document.uri)).flatMap((schedule) => schedule.tasks);
    const step = Math.ceil(tasks.length / 10);
    for (const { nameRange, idRange } of tasks.filter((_, index) => index % step === 0)) {
      await askAt(document, nameRange);
      if (idRange) await askAt(document, idRange);
    }
    expect(client.errors).toEqual([]);
    document.close();
  });

  async function askAboutAll(document: OpenDocument): Promise<void> {
    const textDocument = { uri: document.uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
    const { connection } = client;
    await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    await connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    const options = { tabSize: 4, insertSpaces: true };
    await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    await client.panel(document.uri);
    await document.pull();
  }

  /** The card is of the task, its definition is an id or a reference, and selections grow around it. */
  async function askAt(document: OpenDocument, { start, end }: Range): Promise<void> {
    const textDocument = { uri: document.uri };
    const place = { textDocument, position: end };
    expect(await client.hover(place)).toMatch(/^\*\*/);
    await client.definition(place);
    await client.completion(place);
    await client.references(place, true);
    await client.connection.sendRequest(SignatureHelpRequest.type, place);
    const context = { diagnostics: [] };
    await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start, end },
      context,
    });
    const [grown] = (await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions: [start],
    }))!;
    expect(grown?.parent).toBeDefined();
  }
});
