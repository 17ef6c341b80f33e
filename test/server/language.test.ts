import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeLensRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol/node';
import { Client, type OpenDocument } from './client';

const TEXT = [
  '# Plan',
  '',
  '```mermaid',
  'gantt',
  'title The plan',
  'dateFormat YYYY-MM-DD',
  'section Team',
  'First: a-1, 2024-09-01, 2024-09-20',
  'Second: crit, b, after a-1, 4w',
  'Third: c, after a-1 b gone, 1w',
  'click a-1 href "https://example.org/a"',
  '```',
  '',
].join('\n');

let client: Client;
let document: OpenDocument;
beforeAll(async () => {
  client = await Client.start({ settings: { codeLens: true } });
  document = client.open(TEXT);
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
});

const outside = () => ({ textDocument: { uri: document.uri }, position: { line: 0, character: 3 } });

test('highlights an id where it is written and read', async () => {
  const found = await client.connection.sendRequest(DocumentHighlightRequest.type, document.at('after a-1'));
  expect(found?.map(({ range, kind }) => [range.start.line, document.textIn(range), kind])).toEqual([
    [7, 'a-1', 3],
    [8, 'a-1', 2],
    [9, 'a-1', 2],
    [10, 'a-1', 2],
  ]);
  expect(await client.connection.sendRequest(DocumentHighlightRequest.type, outside())).toBeNull();
});

describe('rename', () => {
  test('prepares with the whole id', async () => {
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, document.at('after a-1'));
    expect(prepared).toMatchObject({ placeholder: 'a-1' });
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, outside())).toBeNull();
  });

  test('changes the id, its references and click lines', async () => {
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...document.at('after a-1'),
      newName: 'first',
    });
    expect(edit?.changes?.[document.uri]?.map(({ range }) => range.start.line).toSorted()).toEqual([
      10, 7, 8, 9,
    ]);
  });

  test.each([
    ['b', '“Second” has the id “b” already'],
    ['a b', 'letters without accents'],
  ])('refuses %j with its reason', async (newName, reason) => {
    const params = { ...document.at('after a-1'), newName };
    await expect(client.connection.sendRequest(RenameRequest.type, params)).rejects.toThrow(reason);
  });

  test('links an id with its references', async () => {
    const linked = await client.connection.sendRequest(LinkedEditingRangeRequest.type, document.at(': a-1'));
    expect(linked?.ranges).toHaveLength(4);
    expect('telem-d-msg').toMatch(new RegExp(`^${linked?.wordPattern}$`));
  });
});

test('walks from a task to its predecessors and successors', async () => {
  const [item] = (await client.connection.sendRequest(
    CallHierarchyPrepareRequest.type,
    document.at('Second'),
  ))!;
  expect(item).toMatchObject({ name: 'Second', detail: 'b · Fri 20 Sep 2024 – Fri 18 Oct 2024' });
  const incoming = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
    item: item!,
  });
  expect(incoming?.map(({ from, fromRanges }) => [from.name, document.textIn(fromRanges[0]!)])).toEqual([
    ['First', 'a-1'],
  ]);
  const outgoing = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, {
    item: item!,
  });
  expect(outgoing?.map(({ to, fromRanges }) => [to.name, document.textIn(fromRanges[0]!)])).toEqual([
    ['Third', 'b'],
  ]);
  expect(await client.connection.sendRequest(CallHierarchyPrepareRequest.type, outside())).toBeNull();
});

test('hints at dates that a line does not say, with the way to what decides them', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = await client.connection.sendRequest(InlayHintRequest.type, {
    textDocument: { uri: document.uri },
    range,
  });
  const labels = hints?.map(({ label, position }) => [
    position.line,
    typeof label === 'string' ? label : label[0]?.value,
  ]);
  expect(labels).toEqual([
    [8, '→ 20 Sep – 18 Oct 2024'],
    [9, '→ 18 – 25 Oct 2024'],
  ]);
  expect(hints?.[1]?.label).toMatchObject([{ location: { range: document.rangeOf('Second') } }]);
});

test('outlines the document', async () => {
  const params = { textDocument: { uri: document.uri } };
  const [chart] = (await client.connection.sendRequest(
    DocumentSymbolRequest.type,
    params,
  )) as DocumentSymbol[];
  expect(chart).toMatchObject({ name: 'The plan', children: [{ name: 'Team' }] });
  expect(chart?.children?.[0]?.children?.map(({ name, detail }) => [name, detail])).toEqual([
    ['First', 'Sun 1 Sep 2024 – Fri 20 Sep 2024'],
    ['Second', 'Fri 20 Sep 2024 – Fri 18 Oct 2024'],
    ['Third', 'Fri 18 Oct 2024 – Fri 25 Oct 2024'],
  ]);
});

test('folds the chart and its sections', async () => {
  const params = { textDocument: { uri: document.uri } };
  const folds = await client.connection.sendRequest(FoldingRangeRequest.type, params);
  expect(folds?.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [3, 10],
    [6, 10],
  ]);
});

test('grows selections inside charts only', async () => {
  const ask = (positions: { line: number; character: number }[]) =>
    client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: { uri: document.uri },
      positions,
    });
  const [inside] = (await ask([document.at('after a-1').position, outside().position]))!;
  expect(document.textIn(inside!.range)).toBe('a-1');
  expect(document.textIn(inside!.parent!.range)).toBe('after a-1');
  expect(await ask([outside().position])).toBeNull();
});

test('colours by meaning: a dead reference is another thing than a reference', async () => {
  const { legend } = client.initialized.capabilities.semanticTokensProvider!;
  const params = { textDocument: { uri: document.uri } };
  const { data } = (await client.connection.sendRequest(SemanticTokensRequest.type, params))!;
  const modifiers = data.filter((_, index) => index % 5 === 4);
  expect(data.length % 5).toBe(0);
  const unresolved = 1 << legend.tokenModifiers.indexOf('unresolved');
  expect(modifiers.filter((modifier) => modifier === unresolved)).toHaveLength(1);
});

test('links the address of a click line, and only what is safe to open', async () => {
  const params = { textDocument: { uri: document.uri } };
  expect(await client.connection.sendRequest(DocumentLinkRequest.type, params)).toEqual([
    { range: document.rangeOf('https://example.org/a'), target: 'https://example.org/a' },
  ]);
  const unsafe = client.open(TEXT.replace('https://example.org/a', 'javascript:alert(1)'), {
    uri: 'file:///unsafe.md',
  });
  expect(
    await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: unsafe.uri } }),
  ).toEqual([]);
});

test('says which field is typed', async () => {
  const help = await client.connection.sendRequest(
    SignatureHelpRequest.type,
    document.at('Second: crit, b, after'),
  );
  expect(help?.signatures[help.activeSignature ?? 0]?.label).toBe('task : tags, id, start, end');
  expect(help?.activeParameter).toBe(2);
  expect(await client.connection.sendRequest(SignatureHelpRequest.type, outside())).toBeNull();
});

test('counts neighbours above the tasks only for those who want it', async () => {
  const params = { textDocument: { uri: document.uri } };
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, params);
  expect(lenses?.map(({ command }) => command?.title)).toEqual([
    '2 wait for this',
    'waits for 1',
    '1 waits for this',
    'waits for 2',
  ]);
  await client.configure(null);
  await client.until(() => client.refreshes.codeLenses > 0 && client.refreshes.inlayHints > 0);
  expect(await client.connection.sendRequest(CodeLensRequest.type, params)).toBeNull();
});
