import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Oracle } from '../support/oracle/oracle';
import { chartText } from './generate/text';
import { SEEDS } from './seeds';

const clock = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'Europe/London' };

test('without configuration, Mermaid draws every chart that it reads and dates', {
  timeout: 300_000,
}, async () => {
  const oracle = await Oracle.open();
  const texts = fc
    .sample(chartText(SEEDS), { numRuns: 120, seed: 2 })
    .filter((text) => !/---|%%\{/.test(text))
    .concat(
      SEEDS,
      'gantt',
      'gantt\nsection Only',
      'gantt\nA: vert, 2024-01-01, 1d',
      'gantt\ndateFormat x\nA: 9e20, 1d',
    );
  let drawn = 0;
  for (const text of texts) {
    const { reason, tasks } = await oracle.draw(text, clock);
    const rendered = await oracle.render(text, clock);
    expect([rendered.reason, rendered.tasks], text).toEqual([reason, tasks]);
    if (!rendered.rejected) drawn++;
  }
  expect(drawn).toBeGreaterThan(texts.length / 2);
});
