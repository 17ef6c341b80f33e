import { expect } from 'vitest';
import { analyze, type Language } from '../../../server/gantt/analyze';
import type { ProblemCode } from '../../../server/gantt/problems/codes';
import type { Problem } from '../../../server/gantt/problems/problem';
import { CLOCK } from '../../support/charts';
import { complaintsAbout, fixed } from '../../support/fixes';
import { parseMarks } from '../../support/marks';

const HEAD = 'gantt\ndateFormat YYYY-MM-DD\n';

/** Ids that nothing refers to are everywhere in small charts, and no test but theirs is about them. */
const QUIET: readonly ProblemCode[] = ['unused-id'];

/** The problems of a chart below `dateFormat YYYY-MM-DD`, each at its `^^^ code` mark, and no others. */
export function checkProblems(lines: string): void {
  checkChart(HEAD + lines);
}

/** The same for a whole chart, or a document. */
export function checkChart(fixture: string, language: Language = 'mermaid', quiet = QUIET): void {
  const { text, marks } = parseMarks(fixture);
  const found = problemsOf(text, language)
    .filter(({ code }) => !quiet.includes(code))
    .map(({ code, span }) => `${text.slice(span.start, span.end)} ${span.start} ${code}`);
  expect(found.sort()).toEqual(
    marks.map(({ span, label }) => `${text.slice(span.start, span.end)} ${span.start} ${label}`).sort(),
  );
}

/** The first fix of the first problem with `code` is preferred, makes `after` of the lines, and breaks nothing. */
export function checkFix(code: ProblemCode, lines: string, after: string): void {
  checkChartFix(code, HEAD + lines, HEAD + after);
}

export function checkChartFix(
  code: ProblemCode,
  text: string,
  after: string,
  language: Language = 'mermaid',
): void {
  const analysis = analyze(text, language, CLOCK);
  const problem = firstProblem(text, language, code);
  const [fix] = problem.fixes();
  expect(fix && fixed(text, fix)).toBe(after);
  expect(fix!.preferred).toBe(true);
  expect(complaintsAbout(analysis, problem, fix!, language)).toEqual([]);
}

/** The titles of the fixes of the first problem with `code`; the preferred one has a `*` in front. */
export function fixTitles(code: ProblemCode, lines: string): string[] {
  const fixes = firstProblem(HEAD + lines, 'mermaid', code).fixes();
  return fixes.map(({ title, preferred }) => `${preferred ? '* ' : ''}${title}`);
}

export function firstProblem(text: string, language: Language, code: ProblemCode): Problem {
  const problem = problemsOf(text, language).find((found) => found.code === code);
  if (!problem) throw new Error(`There is no ${code}`);
  return problem;
}

function problemsOf(text: string, language: Language): Problem[] {
  return analyze(text, language, CLOCK).charts.flatMap(({ problems }) => problems);
}
