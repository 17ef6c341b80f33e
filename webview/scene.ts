import type { PanelChart, WallTime } from '../server/lsp/protocol';
import type { DatesOf, RowLayout } from './rows';
import type { TimeScale } from './scale';
import { BAR_GAP, BAR_HEIGHT, ROW_HEIGHT } from './tiles';
import { edges } from './tileView';

/** Half-open range of rows. */
export type Rows = readonly [number, number];

/** Which dates are drawn: the true ones, or those Mermaid draws from the document's text. */
export type Mode = 'true' | 'drawn';

/** What a person has chosen to see. */
export interface ViewOptions {
  readonly mode: Mode;
  readonly criticalPath: boolean;
  /** All dependencies; without it only those of the task in focus. */
  readonly dependencies: boolean;
  readonly overlaps: boolean;
}

/** A task with all that it waits for and all that waits for it, directly or not. */
export interface Focus {
  readonly task: number;
  readonly chain: ReadonlySet<number>;
}

/** Everything the layers of a chart draw from. They are drawn anew when any of it changes. */
export interface Scene {
  readonly chart: PanelChart;
  readonly layout: RowLayout;
  readonly scale: TimeScale;
  readonly datesOf: DatesOf;
  readonly options: ViewOptions;
  readonly focus: Focus | null;
  /** Rows in view and as many again above and below: what lies outside need not be drawn. */
  readonly rows: Rows;
  /** The same across, in pixels of the plot. */
  readonly left: number;
  readonly right: number;
}

/** A layer above or below the bars, drawn once for all tiles. */
export interface Layer {
  readonly element: Element;
  draw(scene: Scene): void;
}

/** Where a task's bar stands in the plot, in pixels. */
export interface Place {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly milestone: boolean;
}

/** In a folded section, the section's row; null for a task without a row. */
export function placeOf(scene: Scene, task: number, datesOf = scene.datesOf): Place | null {
  const row = scene.layout.rowOf.get(task);
  const { tags } = scene.chart.tasks[task]!;
  const dates: readonly [WallTime, WallTime] | null = datesOf(scene.chart.tasks[task]!);
  if (row === undefined || !dates) return null;
  const top = row * ROW_HEIGHT + BAR_GAP / 2;
  const shape = { tags, start: dates[0], end: dates[1] };
  return {
    row,
    ...edges(shape, scene.scale),
    top,
    bottom: top + BAR_HEIGHT,
    milestone: tags.includes('milestone'),
  };
}

export function meets([from, to]: Rows, first: number, last = first): boolean {
  return Math.min(first, last) < to && Math.max(first, last) >= from;
}
