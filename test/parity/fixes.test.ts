import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/gantt/analyze';
import type { Problem } from '../../server/gantt/problems/problem';
import { CLOCK } from '../support/charts';
import { corpus } from '../support/corpus';
import { complaintsAbout, fixed } from '../support/fixes';
import { Oracle, type OracleChart } from '../support/oracle/oracle';

const oracle = await Oracle.open();
const HEAD = 'gantt\ndateFormat YYYY-MM-DD\n';

/** Charts that Mermaid refuses, each for a reason of its own. */
const REFUSED = [
  'A: 2024-01-01, 1d\nBridge:',
  'A, 2024-01-01, 1d',
  'A: TBD, TBD\nB: 1d',
  'A: a, TBD, 1d\nB: after a, 1d\nC: 2024-01-01, 1d',
  'A: 24-01-05, 1d',
  'A: a, crit, 2024-01-01, 1d,',
  'A: Done, a, 2024-01-01, 1d # note',
  'Click counter: 2024-01-01, 1d\nGantt review: 1d\n2024-01-01: 1d',
  'A: a, 2024-01-01, 1d\nB: b, 2024-01-01, 5d\nC: c, after a, b, 1d\nD: after a, b, 1d\nE: e, after a, after b, 1,5h',
  'A: 2024-01-01 - 2024-01-05\nB: b, 2024-01-01 5d\nC: c, 2024-01-01; 2024-01-05\nD: milestone, end-of-c, after c',
  'weekday foo\nweekend sunday\ninclusiveEndDates true\ntopAxis\ntimeInterval 1month\nA: 2024-01-01, 1d',
  'excludes monday tuesday wednesday thursday friday weekends\nA: 2024-01-01, 1d',
  'A: a, 2024-01-01, 1d\nclick a call f(x\nsome words',
].map((lines) => HEAD + lines);
const BROKEN_HEADS = [
  'gantt Roadmap',
  '---\ntitle: A: b\n---\ngantt',
  '---\ntitle: A\ngantt',
  '\n---\ntitle: A\n---\ngantt',
  '%%{init: {"theme": "dark"}\ngantt',
].map((head) => `${head}\ndateFormat YYYY-MM-DD\nA: 2024-01-01, 1d`);

const charts = corpus().flatMap(({ name, text }) =>
  analyze(text, 'markdown', CLOCK).charts.map(({ span }) => ({
    name,
    text: text.slice(span.start, span.end),
  })),
);
const MOST_ROUNDS = 30;

/** What Mermaid makes of each of the roadmaps, asked once for all tests. */
const verdicts = new Map<string, OracleChart>();
for (const { text } of charts) if (!verdicts.has(text)) verdicts.set(text, await oracle.draw(text, CLOCK));

function analysed(text: string) {
  return analyze(text, 'mermaid', CLOCK);
}

function problemsOf(text: string): readonly Problem[] {
  return analysed(text).charts[0]?.problems ?? [];
}

const preferredFix = (problem: Problem) =>
  problem.fixes().find(({ preferred, snippet }) => preferred && !snippet);

/** Applies the preferred fix of every Error, one after the other, until there is none left. */
function mended(text: string): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fix = problemsOf(current)
      .filter(({ severity }) => severity === 'error')
      .map(preferredFix)
      .find((found) => found !== undefined);
    if (!fix) return current;
    current = fixed(current, fix);
  }
  return current;
}

test.each([...REFUSED, ...BROKEN_HEADS])('preferred fixes make Mermaid draw: %j', async (text) => {
  expect((await oracle.render(text, CLOCK)).rejected).toBe(true);
  const { rejected, reason } = await oracle.render(mended(text), CLOCK);
  expect(rejected, `${reason}\n${mended(text)}`).toBe(false);
});

describe.skipIf(charts.length === 0)(
  'over the roadmaps of ../shared/corpus (skipped where they are absent)',
  () => {
    test('at least nine in ten refused charts draw after the preferred fixes', async () => {
      let refused = 0;
      const stuck: string[] = [];
      for (const { name, text } of charts) {
        if (!verdicts.get(text)!.rejected) continue;
        refused++;
        if ((await oracle.render(mended(text), CLOCK)).rejected) stuck.push(name);
      }
      expect(refused).toBeGreaterThan(0);
      console.info(`${refused - stuck.length} of ${refused} refused charts are drawn`);
      expect(stuck.length, stuck.join(', ')).toBeLessThanOrEqual(refused / 10);
    });

    test('a chart that is drawn as written has no error, and a refused one has at least one', () => {
      for (const { name, text } of charts) {
        const chart = analysed(text).charts[0]!;
        const errors = chart.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
        const { rejected, tasks } = verdicts.get(text)!;
        const asWritten =
          !rejected &&
          chart.tasks.every(
            ({ start, end, provisional, endExpression }, index) =>
              !provisional &&
              start === tasks[index]!.start &&
              end === tasks[index]!.end &&
              // An end that cannot be read is no length to both, and not what is written.
              endExpression.kind !== 'invalid',
          );
        if (asWritten) expect(errors, name).toEqual([]);
        if (rejected) expect(errors, name).not.toEqual([]);
      }
    });

    test('every fix mends what it says, breaks nothing, and moves no other task', () => {
      // The versions of one roadmap have the same lines again and again.
      const seen = new Set<string>();
      for (const { name, text } of charts) {
        const analysis = analysed(text);
        for (const problem of analysis.charts[0]!.problems) {
          const { code, message } = problem;
          if (seen.has(code + message)) continue;
          seen.add(code + message);
          for (const fix of problem.fixes()) {
            if (fix.snippet) continue;
            expect(complaintsAbout(analysis, problem, fix, 'mermaid'), `${name}: ${fix.title}`).toEqual([]);
          }
        }
      }
      expect(seen.size).toBeGreaterThan(10);
    });
  },
);
