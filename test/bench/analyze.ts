import { analyze } from '../../server/gantt/analyze';
import { Oracle } from '../support/oracle/oracle';

const clock = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'Europe/London' };

/** A roadmap in the shape of real ones: sections of ten, chains by id, weekends left out. */
function roadmap(tasks: number, padding = ''): string {
  const lines = ['gantt', '  dateFormat YYYY-MM-DD', '  excludes weekends'];
  for (let i = 0; i < tasks; i++) {
    if (i % 10 === 0) lines.push(`  section Milestone ${i / 10}`);
    const start = i % 10 === 0 ? '2024-01-15' : `after task-${i - 1}${i % 7 === 0 ? ` task-${i - 3}` : ''}`;
    lines.push(
      `    Deliverable ${i}${padding} : ${i % 5 === 0 ? 'crit, ' : ''}task-${i}, ${start}, ${1 + (i % 9)}d`,
    );
  }
  return lines.join('\n');
}

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
