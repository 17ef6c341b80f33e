import type { RestoredState } from '../client/src/preview/messages';
import type { ChartState } from './chartView';
import type { ViewOptions } from './scene';

/** Which charts of the document are shown: all, the one at the cursor, or one by position. */
export type ShownCharts = 'all' | 'cursor' | number;

export interface Filter {
  readonly query: string;
  /** Leaves out what does not match the query; without it, that is only dimmed. */
  readonly onlyMatches: boolean;
  /** A section's name; null is every section. */
  readonly section: string | null;
  readonly milestonesOnly: boolean;
}

/** What outlives edits, reloads and hiding. */
export interface PageState extends RestoredState {
  /** By position among the document's charts. */
  charts: ChartState[];
  scroll: { top: number; left: number };
  tray: boolean;
  shown: ShownCharts;
  filter: Filter;
  options: ViewOptions;
}

export const FRESH_STATE: PageState = {
  uri: '',
  charts: [],
  scroll: { top: 0, left: 0 },
  tray: true,
  shown: 'all',
  filter: { query: '', onlyMatches: false, section: null, milestonesOnly: false },
  options: { mode: 'true', criticalPath: false, dependencies: false, overlaps: false },
};
