import type { Refusal } from '../refusal';
import type { Draft } from './draft';
import { beginsLine, commentOut, insert, lineAt } from './edits';
import { choice, type Problem, preferred, problem } from './problem';
import { NO_CHART, quoted } from './wording';

/** A bracket, brace or quotation mark that takes all of the chart below it. */
export function unclosed({ text, statements }: Draft, refusal: Refusal): Problem {
  const opener = statements.findLast(
    ({ kind, span }) =>
      ['click', 'setting', 'refused'].includes(kind) && span.end > span.start && beginsLine(text, span.start),
  );
  const start = opener?.span.start ?? refusal.span.start;
  const { end } = lineAt(text, start);
  const line = text.slice(start, end).trimEnd();
  const missing = closingFor(line);
  const what =
    missing === null ? 'something in this line' : `a ${quoted(missing)} is missing here, and this line`;
  const message = `${NO_CHART}: ${what} takes all that follows along. Close it, or make the line a comment.`;
  return problem('syntax', { start, end: start + line.length }, message, {
    fixes: () => {
      const close =
        missing === null || missing === '}'
          ? []
          : [preferred(`Close it with ${quoted(missing)}`, [insert(start + line.length, missing)])];
      const comment = line === '' ? null : commentOut(text, start);
      if (!comment) return close;
      return [...close, (close.length > 0 ? choice : preferred)('Make the line a comment', [comment])];
    },
  });
}

function closingFor(line: string): string | null {
  if (/^accDescr\b.*\{/i.test(line)) return '}';
  if (line.split('"').length % 2 === 0) return '"';
  return line.split('(').length > line.split(')').length ? ')' : null;
}
