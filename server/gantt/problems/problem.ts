import type { Span } from '../span';
import type { ProblemCode } from './codes';

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** Replace the text at `span` (absolute UTF-16 offsets); an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one "fix all" and `Ctrl+.` take; at most one a problem. */
  readonly preferred: boolean;
  /** The texts hold `${1:…}` placeholders. */
  readonly snippet?: boolean;
}

export interface Problem {
  readonly code: ProblemCode;
  /** The one id or field it is about. */
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Computed when asked for. */
  readonly fixes?: () => readonly Fix[];
}
