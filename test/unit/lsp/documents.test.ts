import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Documents } from '../../../server/lsp/documents';

const MIDNIGHT = Date.UTC(2026, 10, 23);
const TEXT = 'gantt\nA: a, after gone, 1d';

function documentsAt(time: () => number, stored: string | null = null): Documents {
  return new Documents(
    () => ({ now: time(), timeZone: 'UTC' }),
    async () => stored,
  );
}

test('analyses a version once', () => {
  const documents = documentsAt(() => MIDNIGHT);
  const document = TextDocument.create('file:///a.mmd', 'mermaid', 1, TEXT);
  expect(documents.snapshot(document).analysis).toBe(documents.snapshot(document).analysis);
});

test('analyses anew when the day changes, because "today" has', () => {
  let now = MIDNIGHT - 1;
  const documents = documentsAt(() => now);
  const document = TextDocument.create('file:///a.mmd', 'mermaid', 1, TEXT);
  const drawnStart = () => documents.snapshot(document).analysis.charts[0]?.tasks[0]?.drawnStart;
  const [day, start] = [documents.today(), drawnStart()];
  now = MIDNIGHT;
  expect([day === documents.today(), start, drawnStart()]).toEqual([false, MIDNIGHT - 86_400_000, MIDNIGHT]);
});

test.each([
  ['file:///a.mmd', TEXT, 1],
  ['file:///a.MERMAID', TEXT, 1],
  ['file:///a.md', TEXT, 0],
  ['file:///a.md', `\`\`\`mermaid\n${TEXT}\n\`\`\``, 1],
])('reads %s by its name when it is not open', async (uri, text, charts) => {
  const snapshot = await documentsAt(() => MIDNIGHT, text).getOrRead(uri);
  expect(snapshot?.document.version).toBe(0);
  expect(snapshot?.analysis.charts).toHaveLength(charts);
});

test('knows nothing of a file that is not there', async () => {
  expect(await documentsAt(() => MIDNIGHT).getOrRead('file:///gone.md')).toBeNull();
});
