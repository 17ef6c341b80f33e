import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Oracle } from '../support/oracle/oracle';
import { ZONES } from '../support/oracle/timeZone';
import { compare } from './compare';
import { chartText } from './generate/text';
import { corpusFiles, mermaidFences, SEEDS } from './seeds';

const FIXED_SEED = 20_240_331;
const { PARITY_RUNS, PARITY_SEED, PARITY_ZONE } = process.env;
const runs = Number(PARITY_RUNS ?? 2_000);
const zones = PARITY_ZONE ? [PARITY_ZONE] : ZONES;
const freshSeed = Number(PARITY_SEED ?? Date.now() % 2 ** 31);
const seeds = PARITY_RUNS === undefined ? [FIXED_SEED, freshSeed] : [freshSeed];

/** Around the clock changes and midnight of some zone or other. */
const clockTimes = [
  '2026-11-22T12:00Z',
  '2024-03-31T01:30Z',
  '2024-11-03T06:30Z',
  '2024-02-29T23:59:59.999Z',
].map((text) => Date.parse(text));

const oracle = await Oracle.open();
const real = [...SEEDS, ...corpusFiles().flatMap(({ text }) => mermaidFences(text))];

for (const seed of seeds) {
  for (const [i, timeZone] of zones.entries()) {
    const share = Math.ceil(runs / zones.length);
    test(`${share} charts in ${timeZone}, seed ${seed}`, { timeout: 60_000 + share * 500 }, async () => {
      let charts = 0;
      let rejected = 0;
      let tasks = 0;
      const property = fc.asyncProperty(
        chartText(real),
        fc.constantFrom(...clockTimes),
        async (text, now) => {
          const { mermaid, difference } = await compare(oracle, text, { now, timeZone });
          charts++;
          if (mermaid.rejected) rejected++;
          else tasks += mermaid.tasks.length;
          if (difference) throw new Error(difference);
        },
      );
      const details = await fc.check(property, { seed: seed + i, numRuns: share });
      console.log(
        `${timeZone}, seed ${seed}: ${charts} charts, ${rejected} refused, ${tasks} tasks dated alike`,
      );
      const path = `seed ${seed + i}, path ${details.counterexamplePath}`;
      expect(details.failed ? `${path}\n${(details.errorInstance as Error).message}` : 'no difference').toBe(
        'no difference',
      );
    });
  }
}
