/** Error: refused, or drawn at a date that does not follow. Warning: a likely slip. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Every problem code with its severity by harm; a setting can change it. */
export const PROBLEM_CODES = {
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
  'unknown-task': 'error',
  'cyclic-dependency': 'error',
  'ignored-predecessor': 'error',
  'invalid-end': 'error',
  'duplicate-id': 'warning',
  'end-before-start': 'warning',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof PROBLEM_CODES;
