import type { Span } from './span';

/** The chart's settings as Mermaid ends up with them: for most, the last statement wins. */
export interface ChartSettings {
  readonly title: string | null;
  /** Trimmed; empty where there is none. */
  readonly dateFormat: string;
  readonly axisFormat: string | null;
  readonly tickInterval: string | null;
  /** `off`, a CSS-like style, or null. */
  readonly todayMarker: string | null;
  readonly weekday: string;
  readonly weekend: 'friday' | 'saturday';
  readonly inclusiveEndDates: boolean;
  readonly displayMode: string | null;
  /** Lower-cased entries, as written, with their places. */
  readonly excludes: readonly CalendarEntry[];
  readonly includes: readonly CalendarEntry[];
}

export interface CalendarEntry {
  readonly text: string;
  readonly span: Span;
}
