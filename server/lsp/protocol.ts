import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { NewDates } from '../features/datesAfter';
import type { Direction, NeighbourOf, NeighboursOf } from '../features/neighbours';
import type { PanelChartOf, PanelDocumentOf, PanelTaskOf } from '../features/panel';
import type { Drag } from '../features/reschedule';
import type {
  RoadmapChartOf,
  RoadmapFilter,
  RoadmapOrder,
  RoadmapSectionOf,
  RoadmapTaskOf,
} from '../features/roadmapTree';
import type { ScheduledTaskOf, ScheduleOf } from '../features/schedule';
import type { StatusOf } from '../features/status';

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

export const CARD_REQUEST = 'roadmapGantt/card';
/** A task by its place in the panel's document. The result is its card in Markdown; null where there is none. */
export interface CardParams {
  textDocument: { uri: string };
  chart: number;
  task: number;
}

export const RESCHEDULE_REQUEST = 'roadmapGantt/reschedule';
export interface RescheduleParams {
  textDocument: { uri: string; version: number };
  /** Indexes as in the panel's document of that version. */
  chart: number;
  task: number;
  drag: Drag;
}
/** Null where the document has another version by now. */
export interface Rescheduling {
  choices: { title: string; edits: TextEdit[]; dates: NewDates[] }[];
  explanation: string | null;
}
export type { Drag, DragPart } from '../features/reschedule';
export type { NewDates };

export const EXPORT_REQUEST = 'roadmapGantt/export';
/** `ics` holds the milestones. The result is the text, or null where there is no such chart. */
export interface ExportParams {
  textDocument: { uri: string };
  chart: number;
  format: ExportFormat;
}
export type ExportFormat = 'mermaid' | 'csv' | 'ics';

export const STATUS_REQUEST = 'roadmapGantt/status';
/** What the status bar says; null where the document holds no chart. */
export type Status = StatusOf<Range>;

/** A client's command that hovers may link to; its arguments are a document's URI and the range to select in it. */
export const GO_TO_TASK_COMMAND = 'roadmapGantt.goToTask';

/** The client's commands that code lenses run; their arguments are the document's URI and a position in the task's line. */
export const GO_TO_NEIGHBOUR_COMMANDS: Record<Direction, string> = {
  predecessors: 'roadmapGantt.goToPredecessor',
  successors: 'roadmapGantt.goToSuccessor',
};

export const NEIGHBOURS_REQUEST = 'roadmapGantt/neighbours';
export interface NeighboursParams {
  textDocument: { uri: string };
  position: Position;
  direction: Direction;
}
/** The tasks that the task on the position's line waits for, or that wait for it; null where there is no task. */
export type Neighbours = NeighboursOf<Range>;
export type Neighbour = NeighbourOf<Range>;
export type { Direction };

// The roadmaps of the workspace. Only for clients that say `initializationOptions.files`.

/** From the server: what is in these directories. `DirectoryEntry[] | null` for each. */
export const LIST_DIRECTORIES_REQUEST = 'roadmapGantt/listDirectories';
export interface ListDirectoriesParams {
  uris: string[];
}
export type ListDirectoriesResult = (DirectoryEntry[] | null)[];
/** A directory, or a file whose name `isWanted`. */
export interface DirectoryEntry {
  name: string;
  uri: string;
  directory: boolean;
}
/** Whether a file has a part in finding a workspace's roadmaps. */
export function isWanted(name: string): boolean {
  return isRoadmapName(name) || name === '.gitignore' || name === '.git';
}
export function isRoadmapName(name: string): boolean {
  return /\.(?:md|markdown|mmd|mermaid)$/i.test(name);
}

/** From the server: the texts of these files. */
export const READ_FILES_REQUEST = 'roadmapGantt/readFiles';
export interface ReadFilesParams {
  uris: string[];
  /** A text without it is answered with an empty one, so that it need not be sent. */
  containing?: string | undefined;
}
export type ReadFilesResult = (string | null)[];

/** The roadmaps that the server holds may have changed; not before they have been asked for. */
export const DID_CHANGE_ROADMAPS = 'roadmapGantt/didChangeRoadmaps';

export const ROADMAPS_REQUEST = 'roadmapGantt/roadmaps';
export interface RoadmapsParams {
  filter: RoadmapFilter;
  order: RoadmapOrder;
  workDoneToken?: string | number;
}
export type { Badge, RoadmapEntry, RoadmapFilter, RoadmapOrder } from '../features/roadmapTree';

export const ROADMAP_CHARTS_REQUEST = 'roadmapGantt/roadmapCharts';
export interface RoadmapChartsParams extends RoadmapsParams {
  uri: string;
}
export type RoadmapChart = RoadmapChartOf<Range>;
export type RoadmapSection = RoadmapSectionOf<Range>;
export type RoadmapTask = RoadmapTaskOf<Range>;

export const SECTION_NAMES_REQUEST = 'roadmapGantt/sectionNames';
/** Every section of the workspace's roadmaps by its name, the fullest first. */
export type SectionNames = { name: string; tasks: number }[];
