import type { Piece, Span } from './span';

/** The tags Mermaid takes from the front of a task's data; case-sensitive. */
export const TAGS = ['active', 'done', 'crit', 'milestone', 'vert'] as const;
export type Tag = (typeof TAGS)[number];

export interface TagField {
  readonly tag: Tag;
  readonly span: Span;
}

/** One id in an `after`, `until` or `click` list, or a task's own id. */
export interface IdReference {
  readonly id: string;
  readonly span: Span;
  readonly role: 'after' | 'until' | 'click';
  /** Index of the task whose line holds the reference; null for `click`. */
  readonly task: number | null;
}

/** What a start field says. `unread` is text behind the list that Mermaid drops (`+ 2d` in `after a + 2d`). */
export type StartExpression =
  | { readonly kind: 'previous'; readonly span: Span }
  | {
      readonly kind: 'after';
      readonly span: Span;
      readonly keyword: Span;
      readonly ids: readonly IdReference[];
      readonly unread: Piece | null;
    }
  /** A date in the chart's dateFormat, or milliseconds under dateFormat x and X. */
  | { readonly kind: 'date'; readonly span: Span; readonly time: number }
  /** Not in dateFormat, but JavaScript's own date parser makes something of it, and Mermaid uses that. */
  | { readonly kind: 'guessed'; readonly span: Span; readonly time: number }
  | { readonly kind: 'invalid'; readonly span: Span };

export type DurationUnit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'y';

export type EndExpression =
  | {
      readonly kind: 'until';
      readonly span: Span;
      readonly keyword: Span;
      readonly ids: readonly IdReference[];
      readonly unread: Piece | null;
    }
  /** A date in the chart's dateFormat; `time` is a day later than written under inclusiveEndDates. */
  | { readonly kind: 'date'; readonly span: Span; readonly time: number }
  | { readonly kind: 'duration'; readonly span: Span; readonly amount: number; readonly unit: DurationUnit }
  /** Neither: Mermaid gives the task no length, or (`refused`) its date library fails on the chart's dateFormat. */
  | { readonly kind: 'invalid'; readonly span: Span; readonly refused: boolean };

/** `name : tags, id, start, end`. Fields are trimmed; a refused field count is kept as written. */
export interface TaskStatement {
  readonly kind: 'task';
  readonly span: Span;
  /** Position among the chart's tasks. */
  readonly index: number;
  readonly name: Piece;
  readonly colon: Span;
  /** Everything behind the colon, up to `#`, `;` or the line's end. */
  readonly data: Piece;
  readonly tags: readonly TagField[];
  /** The fields behind the tags, at most three in a chart that Mermaid draws. */
  readonly fields: readonly Piece[];
  readonly id: Piece | null;
  readonly startField: Piece | null;
  readonly endField: Piece | null;
  /** Index into the chart's sections; null before the first. */
  readonly section: number | null;
  /** Mermaid refuses this line; what it says is read all the same. */
  readonly refused: boolean;
}

export interface SectionStatement {
  readonly kind: 'section';
  readonly span: Span;
  readonly index: number;
  readonly keyword: Span;
  readonly name: Piece;
  /** The name as Mermaid files tasks under it: with all its white space but the first blank. */
  readonly key: string;
}

export const SETTINGS = [
  'dateFormat',
  'axisFormat',
  'tickInterval',
  'excludes',
  'includes',
  'todayMarker',
  'weekday',
  'weekend',
  'inclusiveEndDates',
  'topAxis',
  'title',
  'accTitle',
  'accDescr',
] as const;
export type SettingName = (typeof SETTINGS)[number];

/** A keyword with its value; `value` is empty where the statement takes none. */
export interface SettingStatement {
  readonly kind: 'setting';
  readonly span: Span;
  readonly name: SettingName;
  readonly keyword: Span;
  readonly value: Piece;
}

export interface ClickStatement {
  readonly kind: 'click';
  readonly span: Span;
  readonly keyword: Span;
  readonly ids: readonly IdReference[];
  readonly href: Piece | null;
  readonly callback: Piece | null;
}

export interface CommentStatement {
  readonly kind: 'comment';
  readonly span: Span;
  /** The text behind `%%`, trimmed. */
  readonly text: string;
  /** Written as something else: Mermaid takes `5% rollout: …` for a comment. */
  readonly lost: boolean;
}

/** The `gantt` keyword, YAML front matter, or a `%%{ … }%%` directive. */
export interface HeaderStatement {
  readonly kind: 'gantt' | 'front-matter' | 'directive';
  readonly span: Span;
  /** Front matter without its fences, a directive without its marks. */
  readonly body: Piece;
}

/** A line that Mermaid's grammar refuses and that is no task either. */
export interface RefusedStatement {
  readonly kind: 'refused';
  readonly span: Span;
  readonly text: string;
}

export type Statement =
  | TaskStatement
  | SectionStatement
  | SettingStatement
  | ClickStatement
  | CommentStatement
  | HeaderStatement
  | RefusedStatement;
