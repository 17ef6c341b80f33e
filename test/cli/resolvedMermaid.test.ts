import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolvedMermaid } from '../../server/features/export/resolvedMermaid';
import type { Clock } from '../../server/gantt/analysis';
import { analyze } from '../../server/gantt/analyze';
import { chartText } from '../parity/generate/text';
import { corpusFiles, mermaidFences, SEEDS } from '../parity/seeds';
import { Oracle } from '../support/oracle/oracle';
import { CLOCK } from './support';

const oracle = await Oracle.open();

function resolved(text: string, clock: Clock = CLOCK): string {
  const analysis = analyze(text, 'mermaid', clock);
  return resolvedMermaid(analysis, analysis.charts[0]!);
}

/** What is wrong with Mermaid's drawing of the resolved chart; null where it draws the true dates. */
async function difference(text: string, clock: Clock): Promise<string | null> {
  const [truth] = analyze(text, 'mermaid', clock).charts;
  if (!truth) return null;
  const written = resolved(text, clock);
  const drawn = await oracle.draw(written, clock);
  if (drawn.rejected) return `${drawn.reason}\n${text}\n---\n${written}`;
  const dates = ({ start, end }: { start: number | null; end: number | null }) => `${start} ${end}`;
  const wanted = truth.tasks.filter(({ start, end }) => start !== null && end !== null).map(dates);
  const got = drawn.tasks.map(dates);
  return got.join('\n') === wanted.join('\n') ? null : `${text}\n---\n${written}\n${wanted}\n${got}`;
}

const REFUSED = `---
displayMode: compact
---
gantt
dateFormat YYYY-MM-DD
section __proto__
Title page: 2026-01-05, 5d
Click here :2026-01-05, 5d
A, 2026-01-05, 5d
B :b, 2026-01-05, 5d, extra`;

const charts = [REFUSED, ...SEEDS, ...corpusFiles().flatMap(({ text }) => mermaidFences(text))];

test(`Mermaid draws the true dates of ${charts.length} real charts`, { timeout: 120_000 }, async () => {
  const differences: string[] = [];
  for (const text of charts) {
    const found = await difference(text, CLOCK);
    if (found !== null) differences.push(found);
  }
  expect(differences).toEqual([]);
});

test('Mermaid draws the true dates of generated charts', { timeout: 120_000 }, async () => {
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Pacific/Auckland');
  const property = fc.asyncProperty(chartText(charts), zones, async (text, timeZone) => {
    const clock = { ...CLOCK, timeZone };
    // Whether Mermaid draws the chart itself is the parity tests' question.
    const { rejected } = await oracle.draw(text, clock);
    fc.pre(rejected === (analyze(text, 'mermaid', clock).charts[0]?.rejection !== null));
    expect(await difference(text, clock)).toBe(null);
  });
  await fc.assert(property, { seed: 20_241_027, numRuns: 100 });
});
