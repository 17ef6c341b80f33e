import type { Position, Range } from 'vscode-languageserver-types';

/** From the editor to the page in the panel. */
export type ToPage =
  /** `document` is a `PanelDocument` as JSON: a string crosses the frames between here and there several times faster. */
  | { type: 'document'; uri: string; document: string }
  /** Where the cursor went by mouse or keyboard, in this version of the document. */
  | { type: 'cursor'; version: number; position: Position }
  /** The document cannot be read; `reason` is for people. */
  | { type: 'unavailable'; reason: string };

/** From the page in the panel to the editor. */
export type FromPage =
  | { type: 'ready' }
  /** This version is on screen; the next may come. */
  | { type: 'drawn'; version: number }
  /** Select the range, which belongs to this version; with `edit`, put the cursor at its end and the focus there. */
  | { type: 'reveal'; version: number; range: Range; edit: boolean };

/** What the page keeps across reloads and hiding; the serializer reads the uri from it. */
export interface RestoredState {
  uri: string;
}
