import { type Configuration, DIRECTIVE, readConfiguration } from './configuration';
import { disguiseEntity, ENTITY } from './entities';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { MappedText } from './sourceMap';
import type { Piece, Span } from './span';
import type { CommentStatement, HeaderStatement } from './syntax';

/** A chart's text as it reaches Mermaid's grammar, and what was taken out of it on the way. */
export interface PreprocessedChart {
  /** Ends with a line end that Mermaid adds. */
  readonly text: MappedText;
  readonly comments: readonly CommentStatement[];
  readonly directives: readonly HeaderStatement[];
  readonly frontMatter: FrontMatter | null;
  readonly configuration: Configuration;
  /** A directive that never closes, which takes the rest of the chart with it. */
  readonly unclosedDirective: Span | null;
  /** Dashes of front matter that Mermaid does not take for it, because something stands before them. */
  readonly displacedFrontMatter: Span | null;
  /** Mermaid does not find the `gantt` line, because front matter or a directive before it is broken. */
  readonly hidden: boolean;
}

/** Needs a character behind the marks, and takes the blank lines before the comment along. */
const COMMENT = /^\s*%%(?!{)[^\n]+\n?/gm;

/**
 * Does to a chart's text what Mermaid does before its grammar sees it. Returns null when what is left is no gantt
 * chart: another diagram, or nothing.
 */
export function preprocess(source: MappedText): PreprocessedChart | null {
  const lines = source
    .replaceAll(/\r\n?/g, () => '\n')
    // Mermaid changes the quotes of attributes inside anything like an HTML tag.
    .replaceAll(/<(\w+)([^>]*)>/g, ([, tag, rest = '']) => `<${tag}${rest.replace(/="([^"]*)"/g, "='$1'")}>`);
  const frontMatter = readFrontMatter(lines);
  const body = frontMatter?.closed ? lines.slice(frontMatter.length) : lines;
  const { directives, text, unclosed } = takeDirectives(body);
  const displaced = frontMatter ? null : displacedDashes(text);
  const broken = displaced !== null || unclosed !== null || (frontMatter?.error ?? null) !== null;
  const chart = isGantt(text.text) ? text : brokenGantt(body, broken);
  if (chart === null) return null;
  const { comments, text: code } = takeComments(chart);
  return {
    text: encodeEntities(code).concat('\n'),
    comments,
    directives,
    frontMatter,
    configuration: readConfiguration(frontMatter, body.text, directives),
    unclosedDirective: unclosed,
    displacedFrontMatter: displaced,
    hidden: chart !== text,
  };
}

function isGantt(text: string): boolean {
  return /^\s*gantt/.test(text.replace(/\s*%%[^\n]*\n/g, '\n'));
}

/** Mermaid reads front matter on the first line only; a blank line or a comment before it is enough to miss it. */
function displacedDashes(text: MappedText): Span | null {
  const { text: rest } = takeComments(text);
  return rest.text.startsWith('---') ? rest.span(0, 3) : null;
}

/** What is broken before the `gantt` line must not hide the chart from the person who broke it. */
function brokenGantt(body: MappedText, broken: boolean): MappedText | null {
  const start = broken ? body.text.search(/^[^\S\n]*gantt\b/m) : -1;
  return start === -1 ? null : body.slice(start);
}

function takeDirectives(body: MappedText): {
  directives: HeaderStatement[];
  text: MappedText;
  unclosed: Span | null;
} {
  const directives: HeaderStatement[] = [];
  let unclosed: Span | null = null;
  const text = body.replaceAll(DIRECTIVE, (match) => {
    const source = match[0];
    const end = match.index + source.trimEnd().length;
    const span = body.span(match.index, end);
    if (!source.trimEnd().endsWith('}%%')) unclosed = body.span(match.index, match.index + 3);
    directives.push({ kind: 'directive', span, body: pieceAt(body, match.index + 3, end - 3) });
    return '';
  });
  return { directives, text, unclosed };
}

function takeComments(text: MappedText): { comments: CommentStatement[]; text: MappedText } {
  const comments: CommentStatement[] = [];
  const rest = text.replaceAll(COMMENT, (match) => {
    const start = match.index + match[0].indexOf('%%');
    const { text: marked, span } = pieceAt(text, start, match.index + match[0].length);
    comments.push({ kind: 'comment', span, text: marked.replace(/^%+/, '').trim(), lost: false });
    return '';
  });
  return { comments, text: rest.trimStart() };
}

function pieceAt(text: MappedText, start: number, end: number): Piece {
  const piece = text.text.slice(start, end).trimEnd();
  return { text: piece, span: text.span(start, start + piece.length) };
}

/** `#35;` would end a task's data: Mermaid disguises it. After `style…:` and `classDef…:` it drops a semicolon. */
function encodeEntities(text: MappedText): MappedText {
  const withoutSemicolons = dropLast(dropLast(text, /style.*:\S*#.*;/g), /classDef.*:\S*#.*;/g);
  return withoutSemicolons.replaceAll(ENTITY, ([entity]) => disguiseEntity(entity));
}

function dropLast(text: MappedText, pattern: RegExp): MappedText {
  const pieces: MappedText[] = [];
  let done = 0;
  for (const match of text.text.matchAll(pattern)) {
    const last = match.index + match[0].length - 1;
    pieces.push(text.slice(done, last));
    done = last + 1;
  }
  if (done === 0) return text;
  return MappedText.join([...pieces, text.slice(done)], text.toDocument(0));
}
