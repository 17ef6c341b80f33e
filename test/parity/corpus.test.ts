import { expect, test } from 'vitest';
import { Oracle } from '../support/oracle/oracle';
import { ZONES } from '../support/oracle/timeZone';
import { compareDocument } from './compare';
import { corpusFiles, mermaidFences, SEEDS } from './seeds';

const now = Date.UTC(2026, 10, 22, 12);
const oracle = await Oracle.open();
const files = corpusFiles();
const builtIn = SEEDS.map((chart, at) => ({
  name: `seed ${at}`,
  text: `# Seed\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n`,
}));

test('real charts are drawn as Mermaid draws them', { timeout: 300_000 }, async () => {
  if (files.length === 0)
    console.log('The corpus is not on this machine: only the built-in charts are compared.');
  const differences: string[] = [];
  let charts = 0;
  let rejected = 0;
  for (const [at, { name, text }] of [...builtIn, ...files].entries()) {
    const timeZone = ZONES[at % ZONES.length]!;
    for (const { mermaid, difference } of await compareDocument(oracle, text, mermaidFences(text), {
      now,
      timeZone,
    })) {
      charts++;
      if (mermaid.rejected) rejected++;
      if (difference) differences.push(`${name}: ${difference}`);
    }
  }
  console.log(`${files.length} documents: ${charts} charts, ${rejected} refused by Mermaid`);
  expect(differences.join('\n\n')).toBe('');
});
