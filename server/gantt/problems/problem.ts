import type { Span } from '../span';
import { PROBLEM_CODES, type ProblemCode, type Severity } from './codes';
import type { Edit } from './edits';

export type { Edit } from './edits';

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one "fix all" and `Ctrl+.` take; at most one a problem, and then the first. */
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

/** Places beyond these few help nobody, and a chart may have thousands. */
export const MOST_RELATED = 10;

export type Details = Partial<Pick<Problem, 'severity' | 'related' | 'fixes'>>;

export function problem(code: ProblemCode, span: Span, message: string, details: Details = {}): Problem {
  return {
    code,
    severity: details.severity ?? PROBLEM_CODES[code],
    span,
    message,
    related: (details.related ?? []).slice(0, MOST_RELATED),
    fixes: details.fixes ?? (() => []),
  };
}

/** A fix without placeholders, not the preferred one. */
export function choice(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: false };
}

export function preferred(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: true };
}

/** A fix that the person completes. */
export function snippet(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: false, snippet: true };
}

/** Text of the document inside a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
