import type { Range } from 'vscode-languageserver-types';
import type { PanelChartOf, PanelDocumentOf, PanelTaskOf } from '../features/panel';
import type { ScheduledTaskOf, ScheduleOf } from '../features/schedule';

/** One gantt chart's schedule: part of the public contract, see docs/protocol.md. */
export type Schedule = ScheduleOf<Range>;
export type ScheduledTask = ScheduledTaskOf<Range>;

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
export type { WallTime } from '../gantt/timeZone';

/** Everything the panel draws of one document; null for a file that is not there. */
export type PanelDocument = PanelDocumentOf<Range>;
export type PanelChart = PanelChartOf<Range>;
export type PanelTask = PanelTaskOf<Range>;
