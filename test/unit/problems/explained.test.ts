import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../../package.json';
import { diagnosticsDoc } from '../../../scripts/diagnosticsDoc';
import { severitySetting } from '../../../scripts/severitySetting';
import { readMermaidVersion } from '../../../server/gantt/mermaidVersion';
import { PROBLEM_CODES, type ProblemCode } from '../../../server/gantt/problems/codes';
import { EXPLANATIONS } from '../../../server/gantt/problems/explained';
import { newerMermaidProblems } from '../../../server/gantt/problems/hosts';
import { explained } from '../../support/explained';
import { complaintsAbout } from '../../support/fixes';

const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];
const RANK = ['hint', 'information', 'warning', 'error'];

test.each(codes)('%s is found in its example, at the part that is said to be marked', (code) => {
  const { analysis, marked } = explained(code);
  const [found] = analysis.charts
    .flatMap((chart) => [
      ...chart.problems,
      ...newerMermaidProblems(analysis.text, chart, readMermaidVersion('gitlab')!),
    ])
    .filter((problem) => problem.code === code);
  expect(found && analysis.text.slice(found.span.start, found.span.end)).toBe(marked);
});

test.each(codes)('%s: the example has nothing worse beside it', (code) => {
  const { analysis } = explained(code);
  const worse = analysis.charts
    .flatMap(({ problems }) => problems)
    .filter(
      (problem) =>
        problem.code !== code && RANK.indexOf(problem.severity) > RANK.indexOf(PROBLEM_CODES[code]),
    );
  // A leaked id is an unknown one too.
  expect(worse.map((problem) => problem.code)).toEqual(code === 'leaked-id' ? ['unknown-task'] : []);
});

test.each(codes)('%s: each fix of the example mends it and breaks nothing', (code) => {
  const { analysis, language } = explained(code);
  for (const chart of analysis.charts) {
    for (const problem of chart.problems) {
      const fixes = problem.fixes();
      expect(fixes.slice(1).every(({ preferred }) => !preferred)).toBe(true);
      for (const fix of fixes)
        expect(complaintsAbout(analysis, problem, fix, language), fix.title).toEqual([]);
    }
  }
});

test('docs/diagnostics.md and package.json are as the table has it: run `npm run docs`', () => {
  const written = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8');
  expect(written).toBe(diagnosticsDoc());
  expect(manifest.contributes.configuration.properties['roadmapGantt.severity']).toEqual(severitySetting());
  expect(Object.keys(EXPLANATIONS).sort()).toEqual([...codes].sort());
});
