import type { Range } from 'vscode-languageserver-types';

/** One gantt chart's schedule: part of the public contract, see docs/protocol.md. */
export interface Schedule {
  /** Version of the document. */
  version: number;
  /** The chart's text between the fences. */
  range: Range;
  /** Mermaid refuses to draw this chart. */
  rejected: boolean;
  /** In document order. */
  tasks: ScheduledTask[];
}

export interface ScheduledTask {
  /** As written; null where none is. */
  id: string | null;
  name: string;
  section: string | null;
  tags: string[];
  range: Range;
  nameRange: Range;
  idRange: Range | null;
  /** The true schedule, epoch ms; null is unscheduled. */
  start: number | null;
  end: number | null;
  provisional: boolean;
  /** What Mermaid draws, epoch ms; null is no date, both null when rejected. */
  drawnStart: number | null;
  drawnEnd: number | null;
  /** Indexes into `tasks`. */
  predecessors: number[];
  successors: number[];
  critical: boolean;
  /** Milliseconds. */
  slack: number | null;
}

export const SCHEDULE_REQUEST = 'roadmapGantt/schedule';
export const PANEL_REQUEST = 'roadmapGantt/panel';
export const DID_ANALYZE = 'roadmapGantt/didAnalyze';

/** Only for clients that ask for it with `initializationOptions.didAnalyze`. */
export interface DidAnalyzeParams {
  uri: string;
  version: number;
}

export interface DocumentParams {
  textDocument: { uri: string };
}

/**
 * Wall-clock milliseconds: the local date and time in the server's time zone, counted as if it were UTC. The panel
 * may run on another machine in another zone, and a roadmap's dates must read the same there.
 */
export type WallTime = number;

/** Everything the panel draws of one document. */
export interface PanelDocument {
  version: number;
  charts: PanelChart[];
}

export interface PanelChart {
  range: Range;
  title: string | null;
  /** Why Mermaid refuses to draw this chart, in a person's words, and where. */
  rejection: { message: string; range: Range } | null;
  /** Every problem of severity error or warning, for the strip on top. */
  problems: { code: string; severity: 'error' | 'warning'; message: string; range: Range }[];
  sections: { name: string; range: Range }[];
  tasks: PanelTask[];
  axisFormat: string | null;
  tickInterval: string | null;
  weekday: string;
  todayMarker: string | null;
  /** Now, in the server's zone. */
  today: WallTime;
  /** Excluded days inside the chart's true span, half-open, merged; empty beyond five years as in Mermaid. */
  excluded: [WallTime, WallTime][];
}

export interface PanelTask {
  id: string | null;
  name: string;
  /** Index into `sections`; null before the first. */
  section: number | null;
  tags: string[];
  range: Range;
  nameRange: Range;
  idRange: Range | null;
  start: WallTime | null;
  end: WallTime | null;
  provisional: boolean;
  drawnStart: WallTime | null;
  drawnEnd: WallTime | null;
  predecessors: number[];
  successors: number[];
  critical: boolean;
  /** Milliseconds. */
  slack: number | null;
  /** In plain words: why it is unscheduled, provisional, or drawn elsewhere; null where all is well. */
  note: string | null;
  /** The hover card's text in Markdown, the same as in the editor. */
  hover: string;
  /** Working days between start and end; null when unscheduled. */
  workingDays: number | null;
}
