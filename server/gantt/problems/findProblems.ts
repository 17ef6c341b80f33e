import type { ChartAnalysis } from '../analysis';
import type { Calendar } from '../calendar';
import type { Drawing } from '../drawn';
import type { ParsedChart } from '../parse';
import type { PreprocessedChart } from '../preprocess';
import type { TrueSchedule } from '../schedule';
import type { ReadTask } from '../symbols';
import type { Workdays } from '../workdays';
import { brokenHeadProblems } from './brokenHead';
import { dateProblems } from './dates';
import { dependencyProblems } from './dependencies';
import { duplicateProblems } from './duplicates';
import type { Problem } from './problem';
import { refusalProblems } from './refusals';

/** A chart on its way to being analysed: all but its problems, with what they are read from. */
export interface Draft extends Omit<ChartAnalysis, 'problems'> {
  readonly source: PreprocessedChart;
  readonly parsed: ParsedChart;
  readonly read: readonly ReadTask[];
  readonly truth: TrueSchedule;
  readonly drawing: Drawing;
  readonly dates: Calendar;
  readonly days: Workdays;
  /** The charts above this one in the document. */
  readonly earlier: readonly ChartAnalysis[];
}

/** One family of problems. */
export type ProblemFamily = (draft: Draft) => readonly Problem[];

const FAMILIES: readonly ProblemFamily[] = [
  brokenHeadProblems,
  refusalProblems,
  dateProblems,
  dependencyProblems,
  duplicateProblems,
];

/** Everything wrong with a chart, in the order of the text. */
export function findProblems(draft: Draft): Problem[] {
  return FAMILIES.flatMap((family) => family(draft)).sort((a, b) => a.span.start - b.span.start);
}
