import { nearest } from '../editDistance';
import { KEYWORDS, type Refusal, WIDE_COLON } from '../refusal';
import type { Draft } from './draft';
import { lineAt } from './edits';
import { fieldCountProblem } from './fieldCount';
import { type Problem, problem } from './problem';
import { isWideColon, refusalFixes } from './refusalFixes';
import { semicolonProblem } from './semicolons';
import { invalidSetting } from './settingValues';
import { unclosed } from './unclosed';
import { firstWord, NO_CHART, quoted } from './wording';

/** Lines that Mermaid's grammar refuses. One of them is enough, and the whole chart is not drawn. */
export function refusalProblems(draft: Draft): Problem[] {
  const { refusals } = draft.parsed;
  const somewhere = refusals.filter(({ line }) => line.text !== '');
  return [
    ...somewhere.map((refusal) => refused(draft, refusal)),
    // At the very end there is nothing to read: something above has taken it all.
    ...(somewhere.length < refusals.length ? [unclosed(draft, refusals.at(-1)!)] : []),
  ];
}

function refused(draft: Draft, refusal: Refusal): Problem {
  const { code, span } = refusal;
  if (code === 'too-many-fields') return fieldCountProblem(draft, refusal);
  const semicolon = semicolonProblem(draft, refusal);
  if (semicolon) return semicolon;
  if (code === 'invalid-setting') return invalidSetting(draft, refusal);
  const place =
    code === 'unknown-statement'
      ? { start: span.start, end: span.start + firstWord(refusal.line.text).length }
      : span;
  return problem(code, place, `${NO_CHART}${messageFor(draft, refusal)}`, {
    fixes: () => refusalFixes(draft, refusal),
  });
}

function messageFor(draft: Draft, refusal: Refusal): string {
  const { code, line, task } = refusal;
  switch (code) {
    case 'missing-colon':
      if (isWideColon(draft, refusal))
        return `: ${quoted(WIDE_COLON)} is no ${quoted(':')} to it. Write ${quoted(':')} between name and dates.`;
      return task === null
        ? ': it cannot read this line. A task is written `name: start, end`, a note begins with `%%`.'
        : ': there is no `:` between the name of this task and its dates. Write one.';
    case 'unknown-statement': {
      const word = firstWord(line.text);
      return `: there is no ${quoted(word)}. Did you mean ${quoted(nearest(word, KEYWORDS)!)}?`;
    }
    case 'missing-fields':
      return ': this task has no dates. Write its start and end behind the `:`.';
    case 'reserved-name':
      return `: a line that begins with ${quoted(/^\d{4}-\d\d-\d\d/.exec(line.text)?.[0] ?? firstWord(line.text))} is no task to it. Begin the name with something else, such as a quotation mark.`;
    case 'stray-text':
      return `: ${endOf(draft, refusal)}, and it cannot read what follows. Write notes on a line of their own, behind \`%%\`.`;
    case 'invalid-directive':
      return ': this directive cannot be read. Write `%%{init: { … }}%%`, a note without the `{`.';
    default:
      return ' because it cannot read this line. Mend it, or make it a `%%` comment.';
  }
}

const STATEMENT = new RegExp(`^(?:${KEYWORDS.join('|')})(?=\\s)`, 'i');

/** Where the statement ends that the refused text stands behind. */
function endOf({ text }: Draft, { line }: Refusal): string {
  const { start, indent } = lineAt(text, line.span.start);
  const keyword = STATEMENT.exec(text.slice(start + indent.length, line.span.start))?.[0];
  if (!keyword) return 'a task ends at `#` or `;`';
  return keyword.toLowerCase() === 'click'
    ? 'a `click` ends with its link or call'
    : `${quoted(keyword)} ends at \`#\` or \`;\``;
}
