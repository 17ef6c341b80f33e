import { lineAt } from './problems/edits';
import type { Problem } from './problems/problem';
import type { Span } from './span';
import type { CommentStatement, Statement } from './syntax';

/** `%% roadmap-gantt-ignore code reason`: silences the next line, with `-chart` behind `ignore` the whole chart. */
export interface Ignore {
  readonly comment: CommentStatement;
  readonly codes: readonly IgnoredCode[];
  /** Offsets between which a problem has to begin; null for the whole chart. */
  readonly line: Span | null;
}

export interface IgnoredCode {
  readonly text: string;
  readonly span: Span;
}

const MARKER = /^%+\s*roadmap-gantt-ignore(-chart)?(?![\w-])\s*/;
const CODE = /[\w-]+/y;
const COMMA = /\s*,\s*/y;

/** The comments of a chart that silence problems. Spans are absolute. */
export function readIgnores(text: string, statements: readonly Statement[]): Ignore[] {
  return statements.flatMap((comment) => {
    if (comment.kind !== 'comment' || !comment.text.startsWith('roadmap-gantt-ignore')) return [];
    const { span } = comment;
    const marker = MARKER.exec(text.slice(span.start, span.end));
    if (!marker) return [];
    const codes = readCodes(text, span.start + marker[0].length, span.end);
    return { comment, codes, line: marker[1] ? null : nextLine(text, span.end) };
  });
}

/** Codes parted by commas; what follows is the reason. */
function readCodes(text: string, from: number, end: number): IgnoredCode[] {
  const codes: IgnoredCode[] = [];
  for (let at = from; ; ) {
    CODE.lastIndex = at;
    const code = CODE.exec(text)?.[0];
    if (!code || at + code.length > end) return codes;
    codes.push({ text: code, span: { start: at, end: at + code.length } });
    COMMA.lastIndex = at + code.length;
    const comma = COMMA.exec(text)?.[0];
    if (!comma) return codes;
    at += code.length + comma.length;
  }
}

/** The first line below that is neither blank nor a comment. */
function nextLine(text: string, offset: number): Span {
  let line = lineAt(text, lineAt(text, offset).next);
  while (line.next > line.end && /^[ \t>]*(?:%%(?!\{).*)?$/.test(text.slice(line.start, line.end))) {
    line = lineAt(text, line.next);
  }
  return { start: line.start, end: line.end };
}

/** What is left of the problems, and the codes that silenced something. */
export function applyIgnores(
  problems: readonly Problem[],
  ignores: readonly Ignore[],
): { kept: Problem[]; used: ReadonlySet<IgnoredCode> } {
  const used = new Set<IgnoredCode>();
  const kept = problems.filter(({ code, span }) => {
    const silencing = ignores.flatMap(({ codes, line }) =>
      line === null || (line.start <= span.start && span.start <= line.end)
        ? codes.filter((ignored) => ignored.text === code)
        : [],
    );
    for (const ignored of silencing) used.add(ignored);
    return silencing.length === 0;
  });
  return { kept, used };
}
