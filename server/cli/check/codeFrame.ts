import type { TextDocument } from 'vscode-languageserver-textdocument';
import { printable } from '../../features/printable';
import type { Span } from '../../gantt/span';
import type { Paint } from '../text/colours';
import { type Cell, cellsOf } from '../text/width';

const TAB = 4;
/** Columns shown of a line, and how many of them in front of the marked place where the line is longer. */
const WIDEST = 160;
const LEAD = 60;
/** UTF-16 units looked at around the marked place: a line can be a megabyte long. */
const REACH = 2 * WIDEST;

/**
 * The line where `span` begins, with its number, and carets under exactly the span's characters; an empty span gets
 * one caret, and of a span over several lines the first line's part is marked.
 */
export function codeFrame(document: TextDocument, span: Span, paint: Paint): string[] {
  const { line, character } = document.positionAt(span.start);
  const lineStart = document.offsetAt({ line, character: 0 });
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const written = text.replace(/[\r\n]+$/, '');
  const from = Math.max(0, character - REACH);
  const to = Math.min(written.length, character + REACH);
  const cells = expandTabs(cellsOf(written.slice(from, to)));
  const last = Math.max(span.end, span.start + 1) - lineStart - from;
  const marked = cells.map(
    ({ offset, text: shown }) => offset + shown.length > character - from && offset < last,
  );
  const window = windowOf(cells, marked.indexOf(true));
  const cut = {
    before: from > 0 || window.start > 0,
    after: to < written.length || window.end < cells.length,
  };

  const number = String(line + 1);
  const gutter = ' '.repeat(number.length);
  const shown = cells.slice(window.start, window.end);
  const code = shown.map((cell) => printable(cell.shown)).join('');
  const carets = shown
    .map((cell, index) => (marked[window.start + index] ? '^' : ' ').repeat(cell.width))
    .join('');
  const endOfLine = marked.includes(true) ? '' : '^';
  const lead = cut.before ? '…' : '';
  return [
    `${paint('blue', `${number} |`)} ${lead}${code.trimEnd()}${cut.after ? '…' : ''}`,
    `${paint('blue', `${gutter} |`)} ${lead && ' '}${paint('red', (carets + endOfLine).trimEnd())}`,
  ];
}

interface FrameCell extends Cell {
  /** The text as printed: a tab is spaces up to the next tab stop. */
  readonly shown: string;
}

function expandTabs(cells: readonly Cell[]): FrameCell[] {
  let column = 0;
  return cells.map((cell) => {
    // Control characters have no width of their own and are printed as pictures.
    const width = cell.text === '\t' ? TAB - (column % TAB) : Math.max(cell.width, printableWidth(cell.text));
    column += width;
    return { ...cell, width, shown: cell.text === '\t' ? ' '.repeat(width) : cell.text };
  });
}

function printableWidth(text: string): number {
  return printable(text) === text ? 0 : 1;
}

/** The run of cells shown: all of a short line, else those around the first marked one. */
function windowOf(cells: readonly FrameCell[], firstMarked: number): { start: number; end: number } {
  const total = cells.reduce((sum, { width }) => sum + width, 0);
  if (total <= WIDEST) return { start: 0, end: cells.length };
  let start = Math.max(0, firstMarked);
  for (let room = LEAD; start > 0 && room > 0; start--) room -= cells[start - 1]?.width ?? 0;
  let end = start;
  for (let room = WIDEST; end < cells.length && room > 0; end++) room -= cells[end]?.width ?? 0;
  return { start, end };
}
