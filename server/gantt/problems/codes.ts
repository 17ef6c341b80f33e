/** Error: refused, or drawn at a date that does not follow. Warning: a likely slip. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Every problem code with its severity by harm; a setting can change it. docs/diagnostics.md explains each. */
export const PROBLEM_CODES = {
  // Mermaid refuses the chart.
  'missing-colon': 'error',
  'unknown-statement': 'error',
  'missing-fields': 'error',
  'too-many-fields': 'error',
  'missing-start': 'error',
  'invalid-start-date': 'error',
  'reserved-name': 'error',
  'stray-text': 'error',
  'invalid-setting': 'error',
  'excludes-everything': 'error',
  'invalid-front-matter': 'error',
  'invalid-directive': 'error',
  syntax: 'error',
  // A date that does not follow from what is written.
  'unknown-task': 'error',
  'cyclic-dependency': 'error',
  'ignored-predecessor': 'error',
  'unresolved-chain': 'error',
  'invalid-end': 'error',
  'rolled-date': 'error',
  'guessed-date': 'error',
  'truncated-id': 'error',
  'implicit-id-collision': 'error',
  'moved-end': 'error',
  'swallowed-line': 'error',
  'missing-date-format': 'error',
  // Drawn as written, but likely a slip.
  'duplicate-id': 'warning',
  'end-before-start': 'warning',
  'far-year': 'warning',
  'fractional-duration': 'warning',
  'starts-on-excluded-day': 'warning',
  'unknown-exclude': 'warning',
  'invalid-tick-interval': 'warning',
  'duplicate-setting': 'warning',
  'unknown-click-target': 'warning',
  'off-centre-milestone': 'warning',
  'minutes-not-months': 'warning',
  'unknown-tag': 'warning',
  'dropped-lag': 'warning',
  'vert-as-previous': 'warning',
  // Other hosts and versions.
  'needs-newer-mermaid': 'information',
  'leaked-id': 'information',
  'text-too-long': 'information',
  // Tidiness.
  'unused-id': 'hint',
  'empty-section': 'hint',
  'ineffective-weekday': 'hint',
  'bare-zero': 'hint',
  'unused-ignore': 'hint',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof PROBLEM_CODES;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, text);
}

/** What these are about does nothing: editors show it faded. */
export const UNNECESSARY: ReadonlySet<ProblemCode> = new Set([
  'unused-id',
  'empty-section',
  'ineffective-weekday',
  'unused-ignore',
]);
