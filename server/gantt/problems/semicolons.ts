import type { Refusal } from '../refusal';
import { semicolonForComma } from './commas';
import type { Draft } from './draft';
import { lineAt, replace } from './edits';
import { type Problem, preferred, problem } from './problem';
import { refusalFixes } from './refusalFixes';
import { NO_CHART, quoted } from './wording';

/** `2024-01-05; 5d`: what Mermaid refuses is the end of the task in front of it. */
export function semicolonProblem(draft: Draft, refusal: Refusal): Problem | null {
  const { code, span, line } = refusal;
  if (code !== 'stray-text') return null;
  const { start } = line.span;
  const from = lineAt(draft.text, start).start;
  const task = draft.tasks.findLast(({ syntax }) => syntax.span.end <= start);
  const semicolon = task && from <= task.syntax.span.start ? semicolonForComma(draft, task) : null;
  if (!semicolon) return null;
  const message = `${NO_CHART}: a task ends at ${quoted(';')}. Put a comma between its start and its end.`;
  return problem(code, span, message, {
    fixes: () => [
      preferred('Change the semicolon to a comma', [replace(semicolon, ', ')]),
      ...refusalFixes(draft, refusal).map((fix) => ({ ...fix, preferred: false })),
    ],
  });
}
