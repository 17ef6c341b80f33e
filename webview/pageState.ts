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

/** Whether something is left out, or shown otherwise than at first; what the search box itself shows does not count. */
export function isChosen({ filter, options, shown }: PageState): boolean {
  const { mode, criticalPath, dependencies, overlaps } = options;
  const { query, onlyMatches, section, milestonesOnly } = filter;
  const filtered = section !== null || milestonesOnly || (onlyMatches && query !== '');
  return filtered || shown !== 'all' || mode !== 'true' || criticalPath || dependencies || overlaps;
}
