import { nearest } from '../editDistance';
import type { Ignore, IgnoredCode } from '../ignore';
import { isProblemCode, PROBLEM_CODES, type ProblemCode } from './codes';
import { lineAt, remove, removeLine, replace } from './edits';
import { type Fix, type Problem, preferred, problem } from './problem';
import { quoted } from './wording';

/** Whether these are found depends on the settings, and not on the text alone. */
const BY_SETTINGS: readonly ProblemCode[] = ['needs-newer-mermaid'];

/** Comments that silence nothing: the mistake is gone, or the code was never one. */
export function unusedIgnores(
  text: string,
  ignores: readonly Ignore[],
  used: ReadonlySet<IgnoredCode>,
): Problem[] {
  return ignores.flatMap((ignore) => {
    const { codes, comment } = ignore;
    if (codes.length === 0) {
      const message = 'This silences nothing: it names no code. Write one, such as `unknown-task`, and why.';
      return [
        problem('unused-ignore', comment.span, message, { fixes: () => [withoutComment(text, ignore)] }),
      ];
    }
    return codes
      .filter((code) => !used.has(code) && !BY_SETTINGS.some((known) => known === code.text))
      .map((code) => unused(text, ignore, code));
  });
}

function unused(text: string, ignore: Ignore, code: IgnoredCode): Problem {
  const where = ignore.line === null ? 'in this chart' : 'on the next line';
  if (isProblemCode(code.text)) {
    const message = `This silences nothing: there is no ${quoted(code.text)} ${where}.`;
    return problem('unused-ignore', code.span, message, { fixes: () => [withoutCode(text, ignore, code)] });
  }
  const meant = nearest(code.text, Object.keys(PROBLEM_CODES));
  const hint = meant === null ? '' : ` Did you mean ${quoted(meant)}?`;
  return problem(
    'unused-ignore',
    code.span,
    `This silences nothing: there is no code ${quoted(code.text)}.${hint}`,
    {
      fixes: () => [
        ...(meant === null
          ? []
          : [{ ...preferred(`Change to ${quoted(meant)}`, [replace(code.span, meant)]), preferred: false }]),
        withoutCode(text, ignore, code),
      ],
    },
  );
}

function withoutCode(text: string, ignore: Ignore, code: IgnoredCode): Fix {
  const { codes } = ignore;
  if (codes.length === 1) return withoutComment(text, ignore);
  const index = codes.indexOf(code);
  const edit =
    index === 0
      ? remove(code.span.start, codes[1]!.span.start)
      : remove(codes[index - 1]!.span.end, code.span.end);
  return preferred(`Remove ${quoted(code.text)}`, [edit]);
}

function withoutComment(text: string, { comment }: Ignore): Fix {
  const { start, indent } = lineAt(text, comment.span.start);
  const alone = start + indent.length >= comment.span.start;
  const edit = alone ? removeLine(text, comment.span.start) : remove(comment.span.start, comment.span.end);
  return preferred('Remove the comment', [edit]);
}
