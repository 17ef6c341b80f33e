import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../gantt/span';

/** A place for people and reports: line and column count from 1, columns in UTF-16 units. */
export interface ReportPosition {
  line: number;
  column: number;
  /** UTF-16 units from the document's start, from 0. */
  offset: number;
}

/** Half-open: `end` is behind the last character. */
export interface ReportRange {
  start: ReportPosition;
  end: ReportPosition;
}

export function reportRange(document: TextDocument, { start, end }: Span): ReportRange {
  return { start: reportPosition(document, start), end: reportPosition(document, end) };
}

export function reportPosition(document: TextDocument, offset: number): ReportPosition {
  const { line, character } = document.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}
