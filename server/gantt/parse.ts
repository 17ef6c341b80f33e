import { Lexer, type Token, type TokenKind } from './lexer';
import { type Refusal, readRefusedLine } from './refusal';
import type { MappedText } from './sourceMap';
import type { Piece } from './span';
import type {
  ClickStatement,
  IdReference,
  SectionStatement,
  SettingName,
  Statement,
  TaskStatement,
} from './syntax';
import { readTaskFields, trimmedPiece } from './taskFields';

export interface ParsedChart {
  /** In the order of the text, comments between other statements included. */
  readonly statements: readonly Statement[];
  readonly sections: readonly SectionStatement[];
  readonly tasks: readonly TaskStatement[];
  /** What Mermaid's grammar stumbles over, in order; the first makes it refuse the chart. */
  readonly refusals: readonly Refusal[];
}

const SETTING_TOKENS = new Set<TokenKind>([
  'title',
  'dateFormat',
  'inclusiveEndDates',
  'topAxis',
  'axisFormat',
  'tickInterval',
  'includes',
  'excludes',
  'todayMarker',
  'weekday',
  'weekend',
]);

/** Reads a preprocessed chart. Never throws: what Mermaid refuses becomes a refusal, and reading goes on at the next line. */
export function parse(source: MappedText): ParsedChart {
  return new Parser(source).parse();
}

class Parser {
  private readonly lexer: Lexer;
  private readonly statements: Statement[] = [];
  private readonly sections: SectionStatement[] = [];
  private readonly tasks: TaskStatement[] = [];
  private readonly refusals: Refusal[] = [];
  private pending: Token | null = null;
  /** Offset behind the last statement, to tell a line's beginning from its rest. */
  private lastEnd = 0;
  private ended = false;

  constructor(private readonly source: MappedText) {
    this.lexer = new Lexer(source.text);
  }

  parse(): ParsedChart {
    this.header();
    for (let token = this.next(); token; token = this.next()) this.statement(token);
    // Only a block or a quotation that never closes swallows the end itself.
    if (!this.ended) this.unclosed();
    const { statements, sections, tasks, refusals } = this;
    return { statements, sections, tasks, refusals };
  }

  private header(): void {
    const token = this.next();
    if (token?.kind === 'gantt') this.gantt(token);
    else if (token) this.refuse(token.from);
  }

  private gantt(token: Token): void {
    const body = this.piece(token.start, token.end);
    this.add({ kind: 'gantt', span: body.span, body }, token.end);
  }

  private statement(token: Token): void {
    const { kind } = token;
    if (kind === 'newline') return;
    if (kind === 'text') this.textLine(token);
    else if (kind === 'section') this.section(token);
    else if (SETTING_TOKENS.has(kind)) this.setting(token, kind as SettingName);
    else if (kind === 'accTitle' || kind === 'accDescr') this.accessibility(token, kind);
    else if (kind === 'accDescrBlock') this.addSetting('accDescr', token.from, token.start, token);
    else if (kind === 'click') this.click(token);
    else if (kind === 'end') this.ended = true;
    else this.refuse(token.from);
  }

  /** A name must be followed by `:` and data, on the same line. */
  private textLine(name: Token): void {
    const data = this.next();
    if (data?.kind === 'data') {
      this.task(name.start, name.end, data.start, data.start + 1, data.end, false);
    } else if (data?.kind === 'colon') {
      this.task(name.start, name.end, data.start, data.end, data.end, true);
      this.refusals.push({
        code: 'missing-fields',
        span: this.source.span(data.start, data.end),
        ...this.at(name),
      });
      this.lexer.resume(this.lineEnd(data.start));
    } else {
      this.refuse(name.start);
    }
  }

  private task(
    nameStart: number,
    nameEnd: number,
    colonStart: number,
    dataStart: number,
    end: number,
    refused: boolean,
  ): void {
    const fields = readTaskFields(this.source, dataStart, end);
    const name = this.piece(nameStart, nameEnd);
    const length = this.source.text.slice(nameStart, end).trimEnd().length;
    const task: TaskStatement = {
      kind: 'task',
      span: this.source.span(nameStart, nameStart + length),
      index: this.tasks.length,
      name,
      colon: this.source.span(colonStart, dataStart),
      data: this.piece(dataStart, end),
      tags: fields.tags,
      fields: fields.fields,
      id: fields.id,
      startField: fields.startField,
      endField: fields.endField,
      section: this.sections.length === 0 ? null : this.sections.length - 1,
      refused: refused || fields.miscounted,
    };
    this.tasks.push(task);
    this.add(task, end);
    if (fields.miscounted && !refused) {
      const code = fields.fields.length === 0 ? 'missing-fields' : 'too-many-fields';
      this.refusals.push({ code, span: task.data.span, line: name, task: task.index });
    }
  }

  private section(token: Token): void {
    const keywordEnd = token.start + 'section'.length;
    const section: SectionStatement = {
      kind: 'section',
      span: this.piece(token.start, token.end).span,
      index: this.sections.length,
      keyword: this.source.span(token.start, keywordEnd),
      name: this.piece(keywordEnd, token.end),
      key: this.source.text.slice(keywordEnd + 1, token.end),
    };
    this.sections.push(section);
    this.add(section, token.end);
  }

  private setting(token: Token, name: SettingName): void {
    this.addSetting(name, token.start, token.start + name.length, token);
  }

  private accessibility(keyword: Token, name: 'accTitle' | 'accDescr'): void {
    const value = this.next();
    if (value) this.addSetting(name, keyword.start, value.start, value);
  }

  private addSetting(name: SettingName, start: number, valueStart: number, { end }: Token): void {
    this.add(
      {
        kind: 'setting',
        span: this.piece(start, end).span,
        name,
        keyword: this.source.span(start, start + name.length),
        value: this.piece(valueStart, end),
      },
      end,
    );
    // Mermaid's grammar calls a function that its gantt module does not have.
    if (name === 'topAxis') {
      const keyword = this.source.span(start, end);
      this.refusals.push({
        code: 'invalid-setting',
        span: keyword,
        line: this.piece(start, end),
        task: null,
      });
    }
  }

  /** `click ids` with a callback and its arguments, a link, or both in either order. */
  private click(token: Token): void {
    let end = token.end;
    let href: Piece | null = null;
    let callback: Piece | null = null;
    const take = (kind: TokenKind): Piece | null => {
      const next = this.next();
      if (next?.kind !== kind) {
        this.pending = next;
        return null;
      }
      end = next.end;
      return this.piece(next.start, next.end);
    };
    const takeCallback = () => {
      callback = take('callback');
      if (callback) take('arguments');
    };
    takeCallback();
    href = take('href');
    if (href && !callback) takeCallback();
    if (!href && !callback) {
      this.pending = null;
      this.refuse(token.from);
      return;
    }
    const statement: ClickStatement = {
      kind: 'click',
      span: this.source.span(token.from, Math.min(this.behindClosing(end), this.lineEnd(token.from))),
      keyword: this.source.span(token.from, token.from + 'click'.length),
      ids: this.clickIds(token),
      href,
      callback,
    };
    this.add(statement, end);
  }

  /** Behind the quotation mark or bracket that the lexer drops without a token. */
  private behindClosing(offset: number): number {
    const closing = /"|\([^\S\n]*\)|\)/y;
    closing.lastIndex = offset;
    return offset + (closing.exec(this.source.text)?.[0].length ?? 0);
  }

  private clickIds({ start, end }: Token): IdReference[] {
    const ids: IdReference[] = [];
    let from = start;
    for (const id of this.source.text.slice(start, end).split(',')) {
      if (id !== '')
        ids.push({ id, span: this.source.span(from, from + id.length), role: 'click', task: null });
      from += id.length + 1;
    }
    return ids;
  }

  private unclosed(): void {
    const last = this.statements.at(-1);
    if (!last) return;
    this.refusals.push({ code: 'syntax', span: last.span, line: { text: '', span: last.span }, task: null });
  }

  /** Mermaid's grammar stops here. The line is read for what it most likely means, and reading goes on behind it. */
  private refuse(start: number): void {
    const lineStart = this.source.text.slice(this.lastEnd, start).includes('\n');
    const previous = lineStart ? null : (this.statements.at(-1) ?? null);
    const end = this.lineEnd(start);
    this.pending = null;
    this.lexer.resume(Math.max(end, start + 1));
    const read = readRefusedLine(this.source, start, end, previous);
    if (read.task) {
      const { nameEnd, colonStart, dataStart, end: dataEnd } = read.task;
      this.task(start, nameEnd, colonStart, dataStart, dataEnd, true);
    } else {
      const line = this.piece(start, end);
      this.add({ kind: 'refused', span: line.span, text: line.text }, end);
    }
    this.refusals.push({
      code: read.code,
      span: read.span,
      line: this.piece(start, end),
      task: read.task ? this.tasks.length - 1 : null,
    });
  }

  /** The next token that a statement can take; comments are put aside. */
  private next(): Token | null {
    const held = this.pending;
    if (held) {
      this.pending = null;
      return held;
    }
    for (;;) {
      const token = this.lexer.next();
      if (token?.kind === 'comment' || token?.kind === 'lost') this.comment(token);
      else if (token) return token;
      else if (this.lexer.position >= this.source.text.length) return null;
      else this.refuse(this.lexer.position);
    }
  }

  private comment(token: Token): void {
    const piece = this.piece(token.start, token.end);
    const marks = /^%+/.exec(piece.text)?.[0].length ?? 0;
    const text = piece.text.slice(marks).trim();
    this.add({ kind: 'comment', span: piece.span, text, lost: marks === 0 }, token.end);
  }

  private add(statement: Statement, end: number): void {
    this.statements.push(statement);
    this.lastEnd = end;
  }

  private at(name: Token): { line: Piece; task: number } {
    return { line: this.piece(name.start, this.lineEnd(name.start)), task: this.tasks.length - 1 };
  }

  private lineEnd(offset: number): number {
    const end = this.source.text.indexOf('\n', offset);
    return end === -1 ? this.source.text.length : end;
  }

  private piece(start: number, end: number): Piece {
    return trimmedPiece(this.source, start, end);
  }
}
