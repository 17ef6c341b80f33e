/**
 * Cuts a chart as Mermaid's gantt lexer does: the rules of a state are tried in order at each place, case-insensitive,
 * and the first that matches wins, however far it reaches. Offsets are UTF-16 offsets into the preprocessed text.
 */
export type TokenKind =
  | 'newline'
  | 'end'
  | 'gantt'
  | 'text'
  | 'data'
  | 'section'
  | 'title'
  | 'dateFormat'
  | 'inclusiveEndDates'
  | 'topAxis'
  | 'axisFormat'
  | 'tickInterval'
  | 'includes'
  | 'excludes'
  | 'todayMarker'
  | 'weekday'
  | 'weekend'
  | 'accTitle'
  | 'accTitleValue'
  | 'accDescr'
  | 'accDescrValue'
  | 'accDescrBlock'
  | 'click'
  | 'href'
  | 'callback'
  | 'arguments'
  /** `%% …`, which Mermaid drops. */
  | 'comment'
  /** Text that Mermaid drops as if it were a comment: `5% rollout: …`. */
  | 'lost'
  /** Tokens that no statement takes. */
  | 'date'
  | 'accDescription'
  | 'colon'
  | 'directive'
  | 'unknown';

export interface Token {
  readonly kind: TokenKind;
  /** Where its keyword begins, for tokens that a silent rule opens: the `href "` of a link. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

type State =
  | 'initial'
  | 'accTitle'
  | 'accDescr'
  | 'accDescrBlock'
  | 'href'
  | 'callbackName'
  | 'callbackArguments'
  | 'click'
  | 'directive';

interface Rule {
  readonly pattern: RegExp;
  /** Null where the rule yields no token. */
  readonly kind: TokenKind | null;
  /** Leave the state; entering and leaving happen in this order. */
  readonly leave?: true;
  readonly enter?: State;
}

const rule = (source: string, kind: TokenKind | null, move: Omit<Rule, 'pattern' | 'kind'> = {}): Rule => ({
  pattern: new RegExp(source, 'iy'),
  kind,
  ...move,
});

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const RULES: Record<State, readonly Rule[]> = {
  initial: [
    rule('%%\\{', 'directive', { enter: 'directive' }),
    rule('accTitle\\s*:\\s*', 'accTitle', { enter: 'accTitle' }),
    rule('accDescr\\s*:\\s*', 'accDescr', { enter: 'accDescr' }),
    rule('accDescr\\s*\\{\\s*', null, { enter: 'accDescrBlock' }),
    rule('%%(?!\\{)*[^\\n]*', 'comment'),
    rule('[^\\}]%%*[^\\n]*', 'lost'),
    rule('%%*[^\\n]*[\\n]*', 'comment'),
    rule('[\\n]+', 'newline'),
    rule('\\s+', null),
    rule('%[^\\n]*', 'comment'),
    rule('href[\\s]+["]', null, { enter: 'href' }),
    rule('call[\\s]+', null, { enter: 'callbackName' }),
    rule('click[\\s]+', null, { enter: 'click' }),
    rule('gantt\\b', 'gantt'),
    rule('dateFormat\\s[^#\\n;]+', 'dateFormat'),
    rule('inclusiveEndDates\\b', 'inclusiveEndDates'),
    rule('topAxis\\b', 'topAxis'),
    rule('axisFormat\\s[^#\\n;]+', 'axisFormat'),
    rule('tickInterval\\s[^#\\n;]+', 'tickInterval'),
    rule('includes\\s[^#\\n;]+', 'includes'),
    rule('excludes\\s[^#\\n;]+', 'excludes'),
    rule('todayMarker\\s[^\\n;]+', 'todayMarker'),
    ...WEEKDAYS.map((day) => rule(`weekday\\s+${day}\\b`, 'weekday')),
    rule('weekend\\s+friday\\b', 'weekend'),
    rule('weekend\\s+saturday\\b', 'weekend'),
    rule('\\d\\d\\d\\d-\\d\\d-\\d\\d\\b', 'date'),
    rule('title\\s[^\\n]+', 'title'),
    rule('accDescription\\s[^#\\n;]+', 'accDescription'),
    rule('section\\s[^\\n]+', 'section'),
    rule('[^:\\n]+', 'text'),
    rule(':[^#\\n;]+', 'data'),
    rule(':', 'colon'),
    rule('$', 'end'),
    rule('.', 'unknown'),
  ],
  accTitle: [rule('[^\\n]*', 'accTitleValue', { leave: true })],
  accDescr: [rule('[^\\n]*', 'accDescrValue', { leave: true })],
  accDescrBlock: [rule('[\\}]', null, { leave: true }), rule('[^\\}]*', 'accDescrBlock')],
  href: [rule('["]', null, { leave: true }), rule('[^"]*', 'href')],
  callbackName: [
    rule('\\([\\s]*\\)', null, { leave: true }),
    rule('\\(', null, { leave: true, enter: 'callbackArguments' }),
    rule('[^(]*', 'callback'),
  ],
  callbackArguments: [rule('\\)', null, { leave: true }), rule('[^)]*', 'arguments')],
  click: [rule('[\\s\\n]', null, { leave: true }), rule('[^\\s\\n]*', 'click')],
  // Mermaid has no rules for this state: it fails on whatever follows.
  directive: [],
};

export class Lexer {
  /** Where the next token is looked for. */
  position = 0;
  private states: State[] = ['initial'];
  private finished = false;
  private opening: number | null = null;

  constructor(readonly text: string) {}

  /** The next token; null past the end, or where Mermaid's lexer itself fails. */
  next(): Token | null {
    for (;;) {
      if (this.finished) return null;
      if (this.position >= this.text.length) this.finished = true;
      const token = this.step();
      if (token === undefined) continue;
      return token;
    }
  }

  /** Goes on at `position` as if a new line began there, after text that cannot be read. */
  resume(position: number): void {
    this.position = position;
    this.states = ['initial'];
    this.finished = false;
    this.opening = null;
  }

  private step(): Token | null | undefined {
    const start = this.position;
    for (const { pattern, kind, leave, enter } of RULES[this.states.at(-1) ?? 'initial']) {
      pattern.lastIndex = start;
      if (!pattern.test(this.text)) continue;
      this.position = pattern.lastIndex;
      if (leave && this.states.length > 1) this.states.pop();
      if (enter) this.states.push(enter);
      if (kind === null) {
        this.opening = enter ? (this.opening ?? start) : null;
        return undefined;
      }
      const from = this.opening ?? start;
      this.opening = null;
      return { kind, from, start, end: this.position };
    }
    return null;
  }
}
