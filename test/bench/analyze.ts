import { analyze } from '../../server/gantt/analyze';
import { Oracle } from '../support/oracle/oracle';
import { roadmap } from './roadmap';

const clock = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'Europe/London' };

const charts = [
  { name: '100 tasks', text: roadmap(100) },
  { name: '1,000 tasks', text: roadmap(1_000) },
  { name: '5,000 tasks', text: roadmap(5_000) },
  { name: '1 MB', text: roadmap(10_000, ` ${'x'.repeat(60)}`) },
];

/** The median of several runs, in milliseconds; the first two warm up. */
async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const start = performance.now();
    await work();
    if (run >= 2) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

const oracle = await Oracle.open();
const column = (text: string | number, width: number) => String(text).padStart(width);
console.log(
  column('chart', 14),
  column('size', 10),
  column('analyze', 12),
  column('Mermaid', 12),
  column('ratio', 8),
);
for (const { name, text } of charts) {
  const ours = await median(() => analyze(text, 'mermaid', clock));
  const theirs = await median(() => oracle.draw(text, clock));
  const kilobytes = `${(text.length / 1000).toFixed(0)} kB`;
  const times = [`${ours.toFixed(1)} ms`, `${theirs.toFixed(1)} ms`].map((time) => column(time, 12));
  console.log(column(name, 14), column(kilobytes, 10), ...times, column((ours / theirs).toFixed(2), 8));
}
