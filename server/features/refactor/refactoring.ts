import type { ChartAnalysis, Task } from '../../gantt/analysis';
import type { Calendar } from '../../gantt/calendar';
import type { Edit } from '../../gantt/problems/edits';
import type { ChartSettings } from '../../gantt/settings';
import type { Statement } from '../../gantt/syntax';
import type { Workdays } from '../../gantt/workdays';

/** Another way to write the same plan. */
export interface Refactoring {
  readonly title: string;
  readonly kind: 'rewrite' | 'extract' | 'inline' | 'move';
  readonly edits: readonly Edit[];
}

/** Where a refactoring is asked for. */
export interface RefactorPlace {
  readonly text: string;
  readonly chart: ChartAnalysis;
  readonly settings: ChartSettings;
  readonly dates: Calendar;
  readonly days: Workdays;
  /** The statement on the cursor's line, and the task where it is one. */
  readonly statement: Statement;
  readonly task: Task | null;
}

export type Refactor = (place: RefactorPlace) => readonly Refactoring[];
