import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Client, PULLING } from './client';

const chart = (lines: string) => `# Plan\n\n\`\`\`mermaid\ngantt\ndateFormat YYYY-MM-DD\n${lines}\n\`\`\`\n`;
const TEXT = chart('A: a, 2024-01-01, 1d\nB: after a gone, 1d');

describe('a client that asks', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(async () => {
    expect(client.errors).toEqual([]);
    await client.stop();
  });

  test('is answered, and sent nothing', async () => {
    const document = client.open(TEXT);
    const [problem] = await document.pull();
    expect(problem).toMatchObject({ source: 'roadmap-gantt', code: 'unknown-task', severity: 1 });
    expect(problem?.range).toEqual(document.rangeOf('gone'));
    expect(client.initialized.capabilities.diagnosticProvider).toBeDefined();
    expect(client.published).toEqual([]);
  });

  test('is answered from the newest text after incremental edits', async () => {
    const document = client.open(TEXT);
    document.replace('after a gone', 'after a, 1d\nC: after lost');
    document.replace('# Plan', '# The 😀 plan');
    const [problem, ...others] = await document.pull();
    expect([problem?.range, others]).toEqual([document.rangeOf('lost'), []]);
    document.change([{ text: chart('A: 1d') }]);
    expect(await document.pull()).toMatchObject([{ code: 'missing-start' }]);
  });

  test('sees several changes of one message in their order', async () => {
    const document = client.open(TEXT);
    document.change([
      { range: document.rangeOf('gone'), text: 'far' },
      { range: document.rangeOf('A: a'), text: 'Again: a' },
    ]);
    const [problem] = await document.pull();
    expect(problem?.range).toEqual(document.rangeOf('far'));
  });

  test('is told to ask again when the settings change, and gets the new severities', async () => {
    const document = client.open(TEXT);
    expect(await document.pull()).toMatchObject([{ severity: 1 }]);
    await client.configure({ severity: { 'unknown-task': 'hint' } });
    await client.until(() => client.refreshes.diagnostics > 0);
    expect(await document.pull()).toMatchObject([{ severity: 4 }]);
    await client.configure({ severity: { 'unknown-task': 'off' } });
    await client.until(() => client.refreshes.diagnostics > 1);
    expect(await document.pull()).toEqual([]);
  });

  test('hears nothing about a document that is closed or unknown', async () => {
    const document = client.open(TEXT);
    document.close();
    expect(await document.pull()).toEqual([]);
  });
});

test('what is too new for the readers is told for the version that they have', async () => {
  const client = await Client.start({ settings: { mermaidVersion: '10.2' } });
  const document = client.open(chart('weekday monday\nA: a, 2024-01-01, 1d\nB: after a, 1d'));
  expect(await document.pull('needs-newer-mermaid')).toMatchObject([{ severity: 3 }]);
  await client.configure({ mermaidVersion: 'latest' });
  await client.until(() => client.refreshes.diagnostics > 0);
  expect(await document.pull('needs-newer-mermaid')).toEqual([]);
  await client.stop();
});

test.each([
  { diagnostic: { codeDescriptionSupport: true } },
  { publishDiagnostics: { codeDescriptionSupport: true } },
])('what does nothing is faded, and each code leads to its explanation: %o', async (said) => {
  const textDocument = { ...PULLING.textDocument, ...said };
  const client = await Client.start({ capabilities: { ...PULLING, textDocument } });
  const [unused] = await client.open(chart('A: a, 2024-01-01, 1d\nB: b, after a, 1d')).pull('unused-id');
  expect(unused).toMatchObject({ code: 'unused-id', severity: 4, tags: [1] });
  const page = path.resolve('docs/diagnostics.md');
  const href = existsSync(page) ? `${pathToFileURL(page).href}#unused-id` : undefined;
  expect(unused?.codeDescription?.href).toBe(href);
  await client.stop();
});

test('settings from the start are known at the first question', async () => {
  const client = await Client.start({ settings: { severity: { 'unknown-task': 'information' } } });
  expect(await client.open(TEXT).pull()).toMatchObject([{ severity: 3 }]);
  expect(await client.stop()).toBe(0);
});

describe('a client that cannot ask', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ capabilities: {} });
  });
  afterEach(async () => {
    expect(client.errors).toEqual([]);
    await client.stop();
  });

  test('is sent the problems with their version', async () => {
    const document = client.open(TEXT);
    await client.until(() => client.published.length > 0);
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    expect(client.published).toMatchObject([
      {
        uri: document.uri,
        version: 1,
        diagnostics: [{ code: 'unknown-task', range: document.rangeOf('gone') }],
      },
    ]);
  });

  test('is sent the newest version only, however fast the typing', async () => {
    const document = client.open(TEXT);
    for (const letter of 'abcdef') document.replace('gone', `gone${letter}`);
    await client.until(() => client.published.some(({ version }) => version === document.version));
    expect(client.published).toHaveLength(1);
  });

  test('sees the problems go when the document is mended or closed', async () => {
    const document = client.open(TEXT);
    await client.until(() => client.published.length === 1);
    document.replace(' gone', '');
    await client.until(() => client.published.length === 2);
    expect(client.published.at(-1)).toEqual({ uri: document.uri, version: 2, diagnostics: [] });
    document.replace('after a', 'after b');
    document.close();
    await client.until(() => client.published.length === 3);
    expect(client.published.at(-1)).toEqual({ uri: document.uri, diagnostics: [] });
  });

  test('is sent the problems anew when its settings change', async () => {
    client.open(TEXT);
    await client.until(() => client.published.length === 1);
    await client.configure({ severity: { 'unknown-task': 'warning' } });
    await client.until(() => client.published.length === 2);
    expect(client.published.at(-1)?.diagnostics).toMatchObject([{ severity: 2 }]);
  });
});
