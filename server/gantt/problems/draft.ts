import type { ChartAnalysis } from '../analysis';
import type { Calendar } from '../calendar';
import type { Drawing } from '../drawn';
import type { ParsedChart } from '../parse';
import type { PreprocessedChart } from '../preprocess';
import type { TrueSchedule } from '../schedule';
import type { ReadTask } from '../symbols';
import type { Workdays } from '../workdays';
import type { Problem } from './problem';

/** A chart on its way to being analysed: all but its problems, with what they are read from. */
export interface Draft extends Omit<ChartAnalysis, 'problems'> {
  /** The document; spans are offsets into it. */
  readonly text: string;
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
