import type { Span } from '../span';
import { PROBLEM_CODES, type ProblemCode, type Severity } from './codes';

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
  /** By harm; the user's settings may say otherwise. */
  readonly severity: Severity;
  /** The one id or field it is about. */
  readonly span: Span;
  /** What is seen on the chart, then what to do. */
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Computed when asked for. */
  readonly fixes: () => readonly Fix[];
}

type Details = Partial<Pick<Problem, 'severity' | 'related' | 'fixes'>>;

export function problem(code: ProblemCode, span: Span, message: string, details: Details = {}): Problem {
  return { code, severity: PROBLEM_CODES[code], span, message, related: [], fixes: () => [], ...details };
}
