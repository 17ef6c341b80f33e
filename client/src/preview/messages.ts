import type { Position, Range } from 'vscode-languageserver-types';
import type { Drag, ExportFormat, NewDates } from '../../../server/lsp/protocol';

/** From the editor to the page in the panel. */
export type ToPage =
  /** `document` is a `PanelDocument` as JSON: a string crosses the frames between here and there several times faster. */
  | { type: 'document'; uri: string; document: string }
  /** Where the cursor is in this version of the document; with `follow` it has just gone there. */
  | { type: 'cursor'; version: number; position: Position; follow: boolean }
  /** The document cannot be read; `reason` is for people. */
  | { type: 'unavailable'; reason: string }
  /** The answer to the page's `reschedule` of this number. */
  | { type: 'rescheduled'; request: number; answer: Rescheduled | null }
  /** The answer to the page's `card` of this number: Markdown. */
  | { type: 'card'; request: number; text: string | null }
  /** The answer to the page's `fixes` of this number. */
  | { type: 'fixes'; request: number; titles: string[] };

/** What a drag would do to the document; null where the document has changed meanwhile. */
export interface Rescheduled {
  choices: { title: string; dates: NewDates[] }[];
  explanation: string | null;
}

/** A task of the document's version that is on the page. */
export interface TaskOfVersion {
  version: number;
  chart: number;
  task: number;
}

/** From the page in the panel to the editor. */
export type FromPage =
  | { type: 'ready' }
  /** This version is on screen; the next may come. */
  | { type: 'drawn'; version: number }
  /** Select the range, which belongs to this version; with `edit`, put the cursor at its end and the focus there. */
  | { type: 'reveal'; version: number; range: Range; edit: boolean }
  | ({ type: 'card'; request: number } & TaskOfVersion)
  | ({ type: 'reschedule'; request: number; drag: Drag } & TaskOfVersion)
  /** Make the edits of a choice of the last `rescheduled`. */
  | { type: 'applyChoice'; request: number; choice: number }
  /** What mends the problems in this range? */
  | { type: 'fixes'; request: number; version: number; range: Range }
  | { type: 'applyFix'; request: number; fix: number }
  | { type: 'undo' }
  | { type: 'redo' }
  /** Put the text on the clipboard. */
  | { type: 'copy'; text: string }
  /** Ask where to, and write it there. */
  | { type: 'save'; extension: 'svg' | 'png'; data: string; base64: boolean }
  | { type: 'export'; format: ExportFormat; way: 'copy' | 'save'; chart: number }
  | { type: 'print'; svg: string };

/** What the page keeps across reloads and hiding; the serializer reads the uri from it. */
export interface RestoredState {
  uri: string;
}
