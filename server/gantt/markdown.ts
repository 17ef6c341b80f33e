import MarkdownIt, { type Env, type StateBlock } from 'markdown-it';
import { MappedText } from './sourceMap';
import type { Span } from './span';

/** A fenced block whose info says `mermaid`; which kind of diagram it holds is not looked at. */
export interface Fence {
  /** Absolute; from the first character of the content to the line of the closing fence. */
  readonly span: Span;
  /** What the Markdown parser hands to Mermaid: line ends are `\n`, quote marks and indentation are gone. */
  readonly content: MappedText;
  /** Whether a closing fence follows; without one the block ends with its list item, quote or document. */
  readonly closed: boolean;
  /** What stands behind the opening marks, trimmed. */
  readonly info: string;
}

/**
 * The Mermaid fences of a Markdown document, in order: ```` ``` ````, `~~~` and `:::`, at any indentation, in lists and
 * block quotes. Never throws.
 */
export function findFences(text: string): readonly Fence[] {
  if (!/mermaid/i.test(text)) return [];
  const source = MappedText.whole(text).replaceAll(/\r\n?|\0|^\uFEFF/g, ([found]) => {
    if (found === '\0') return '\uFFFD';
    return found === '\uFEFF' ? '' : '\n';
  });
  const environment: Environment = { source, fences: [] };
  blocks.block.parse(source.text, blocks, environment, []);
  return environment.fences;
}

/** `mermaid` as hosts write it: `Mermaid`, `mermaid title=…`, `{mermaid}`, `{.mermaid}`. */
const MERMAID = /^\s*\{?\s*\.?mermaid\b/i;

/** Levels of lists (two each), quotes and indentation that are looked into, so that no text takes long. */
const MAX_NESTING = 20;

/** Block structure only; what shapes nothing but a paragraph's inside (tables, link definitions) is left out. */
const blocks = new MarkdownIt('zero', { html: true, maxNesting: Number.POSITIVE_INFINITY });
blocks.block.ruler.enable(['code', 'fence', 'blockquote', 'hr', 'list', 'html_block', 'heading']);
blocks.block.ruler.before('code', 'nested', nestedTooDeep);
blocks.block.ruler.at('code', indented);
blocks.block.ruler.at('fence', fence, { alt: ['paragraph', 'blockquote', 'list'] });
blocks.block.ruler.at('paragraph', paragraph);

interface Environment extends Env {
  readonly source: MappedText;
  readonly fences: Fence[];
}

/** Opening marks of a line: which, how many, and the info behind them. Null where the line opens no fence. */
function opening(state: StateBlock, line: number): { mark: string; count: number; info: string } | null {
  const start = state.bMarks[line]! + state.tShift[line]!;
  const mark = state.src[start];
  if (mark !== '`' && mark !== '~' && mark !== ':') return null;
  const behind = state.skipChars(start, mark.charCodeAt(0));
  if (behind - start < 3) return null;
  const info = state.src.slice(behind, state.eMarks[line]!);
  if (mark === '`' && info.includes('`')) return null;
  if (mark === ':' && !MERMAID.test(info)) return null;
  return { mark, count: behind - start, info: info.trim() };
}

function isIndented(state: StateBlock, line: number): boolean {
  return state.sCount[line]! - state.blkIndent >= 4;
}

function fence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opened = isIndented(state, startLine) ? null : opening(state, startLine);
  if (opened === null) return false;
  if (silent) return true;
  let line = startLine + 1;
  let closed = false;
  for (; line < endLine; line++) {
    if (!state.isEmpty(line) && state.sCount[line]! < state.blkIndent) break;
    closed = closes(state, line, opened);
    if (closed) break;
  }
  state.line = closed ? line + 1 : line;
  if (MERMAID.test(opened.info)) addFence(state, startLine, line, { closed, info: opened.info });
  return true;
}

function closes(state: StateBlock, line: number, { mark, count }: { mark: string; count: number }): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (state.src[start] !== mark || isIndented(state, line)) return false;
  const behind = state.skipChars(start, mark.charCodeAt(0));
  return behind - start >= count && state.skipSpaces(behind) >= state.eMarks[line]!;
}

/** `startLine` is the opening fence, `endLine` the closing one or the first line that is not content. */
function addFence(
  state: StateBlock,
  startLine: number,
  endLine: number,
  rest: Pick<Fence, 'closed' | 'info'>,
): void {
  const { source, fences } = state.env as Environment;
  const behindOpening = source.toDocument(state.eMarks[startLine]! + 1);
  const content = MappedText.join(contentPieces(source, state, startLine, endLine), behindOpening);
  const span = content.span(0, content.length);
  fences.push({ span, content, ...rest });
}

/** The lines between, without quote marks and without as much indentation as the opening fence has. */
function* contentPieces(source: MappedText, state: StateBlock, startLine: number, endLine: number) {
  let runStart = 0;
  let runEnd = 0;
  for (let line = startLine + 1; line < endLine; line++) {
    const { start, padding } = unindented(state, line, state.sCount[startLine]!);
    if (start !== runEnd || padding > 0) {
      yield source.slice(runStart, runEnd);
      if (padding > 0) yield source.slice(start - 1, start).replaceAll(/\t/g, () => ' '.repeat(padding));
      runStart = start;
    }
    runEnd = Math.min(state.eMarks[line]! + 1, source.length);
  }
  yield source.slice(runStart, runEnd);
}

/** Where a line begins once `indent` columns are gone; a tab that is cut in two leaves spaces (`padding`). */
function unindented(state: StateBlock, line: number, indent: number): { start: number; padding: number } {
  const begin = state.bMarks[line]!;
  let start = begin;
  let column = 0;
  for (; start < state.eMarks[line]! && column < indent; start++) {
    const character = state.src[start];
    if (character === '\t') column += 4 - ((column + state.bsCount[line]!) % 4);
    // List markers and quote marks inside a list count as indentation.
    else if (character === ' ' || start - begin < state.tShift[line]!) column++;
    else break;
  }
  return { start, padding: Math.max(column - indent, 0) };
}

/** Indented text is code to CommonMark, but the body of a tab or note to others, which draw the charts in it. */
function indented(state: StateBlock, startLine: number, endLine: number): boolean {
  if (!isIndented(state, startLine)) return false;
  const outer = state.blkIndent;
  state.blkIndent = state.sCount[startLine]!;
  state.level++;
  state.md.block.tokenize(state, startLine, endLine);
  state.level--;
  state.blkIndent = outer;
  return true;
}

function nestedTooDeep(state: StateBlock, startLine: number): boolean {
  if (state.level < MAX_NESTING) return false;
  state.line = startLine + 1;
  return true;
}

function paragraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const terminators = state.md.block.ruler.getRules('paragraph');
  const outer = state.parentType;
  state.parentType = 'paragraph';
  const ends = (line: number): boolean => {
    if (isIndented(state, line)) return MERMAID.test(opening(state, line)?.info ?? '');
    return state.sCount[line]! >= 0 && terminators.some((rule) => rule(state, line, endLine, true));
  };
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && !ends(line)) line++;
  state.line = line;
  state.parentType = outer;
  return true;
}
