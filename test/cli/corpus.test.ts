import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareDocuments } from '../../server/cli/diff/compare';
import type { DocumentAnalysis } from '../../server/gantt/analysis';
import { analyze } from '../../server/gantt/analyze';
import { CLOCK, cli } from './support';

// Real roadmaps lie beside the project; a machine that has only the project says here what it leaves out.
const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const present = existsSync(corpus);

test.runIf(present)('a real roadmap: what is wrong with it, and when it ends', async () => {
  const { code, out } = await cli(['check', 'seed.md', '--format', 'json'], { cwd: corpus });
  const { files } = JSON.parse(out);
  const unknown = files[0].findings.filter((finding: { code: string }) => finding.code === 'unknown-task');
  expect(code).toBe(1);
  expect(unknown).toHaveLength(13);
  expect(files[0].charts[0]).toMatchObject({
    tasks: 78,
    lastEnd: Date.UTC(2025, 0, 15),
    provisional: 2,
    unscheduled: 11,
  });
  const pretty = await cli(['check', 'seed.md'], { cwd: corpus });
  expect(pretty.out).toContain(
    '78 tasks · last date Wed 15 Jan 2025 · Mermaid draws up to Sun 7 Mar 2027 · 2 provisional',
  );
});

test.runIf(present)('a real history: between two versions every task is kept, added or removed', () => {
  const names = readdirSync(`${corpus}/history`).filter((name) => name.endsWith('.md'));
  const versions = names.sort().map((name) => readFileSync(`${corpus}/history/${name}`, 'utf8'));
  const read = versions.map((text) => analyze(text, 'markdown', CLOCK));
  expect(read.length).toBeGreaterThan(1);
  for (const [index, after] of read.entries()) {
    const before = read[index - 1] ?? null;
    const diffs = compareDocuments(before, after);
    const gained = diffs.reduce((sum, { added, removed }) => sum + added.length - removed.length, 0);
    expect(gained).toBe(taskCount(after) - taskCount(before));
    expect(compareDocuments(after, after)).toEqual([]);
  }
});

function taskCount(analysis: DocumentAnalysis | null): number {
  return analysis?.charts.reduce((sum, { tasks }) => sum + tasks.length, 0) ?? 0;
}
