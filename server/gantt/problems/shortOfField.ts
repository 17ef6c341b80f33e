import type { Task } from '../analysis';
import type { Piece } from '../span';
import { commaMissingIn, wideCommasIn } from './commas';
import type { Draft } from './draft';
import { insert } from './edits';
import { mayBeId } from './placeholders';
import { choice, type Fix, preferred, snippet } from './problem';
import { asideUnasked } from './setAside';
import { quoted } from './wording';

/** What a task has a field too few for. */
export interface ShortOfField {
  /** A clause without its first capital. */
  readonly what: string;
  readonly advice: string;
  readonly fixes: () => Fix[];
}

/**
 * `Build: build, after design` and `Build: build, 2024-01-05 5d`: Mermaid reads the fields from the last one on, so where
 * an end or a comma is missing it takes the start for the end, and the id for the start.
 */
export function shortOfField(draft: Draft, task: Task): ShortOfField | null {
  const { syntax, startExpression, endExpression } = task;
  const { fields } = syntax;
  if (!syntax.endField || fields.length > 2) return null;
  const unread = startExpression.kind === 'invalid' || startExpression.kind === 'guessed';
  if (fields.length === 2 && !(unread && mayBeId(fields[0]!.text))) return null;
  const point = isPoint(task);
  const field = withoutNote(syntax.endField);
  const dated = endExpression.kind === 'date' && point && fields.length === 2;
  if (!dated && (endExpression.kind !== 'invalid' || endExpression.refused)) return null;
  const wide = wideCommasIn(draft, field);
  if (wide) {
    return {
      what: 'it takes `，` for text, not for a comma',
      advice: 'Write `,`.',
      fixes: () => [preferred('Change `，` to `,`', wide), ...asideUnasked(draft, task.index)],
    };
  }
  const comma = commaMissingIn(draft, field, task);
  if (comma) {
    const behind = `behind ${quoted(comma.start)}`;
    return {
      what: `there is no comma ${behind}`,
      advice: 'Write one.',
      fixes: () => [preferred(`Put a comma ${behind}`, [comma.edit]), ...asideUnasked(draft, task.index)],
    };
  }
  if (!dated && !/^after\s+[\w-]/.test(field.text)) return null;
  const behind = field.span.end;
  const zero = [insert(behind, ', 0d')];
  return {
    what: `nothing behind ${quoted(field.text)} says when this task ends`,
    advice: point ? 'Write `0d`.' : 'Write an end date, or a duration such as `5d` or `2w`.',
    fixes: () => [
      ...(point
        ? [preferred('Give it no length: `0d`', zero)]
        : [
            snippet('Write a duration', [insert(behind, `, \${1:1w}`)]),
            choice('Keep it without a length: `0d`', zero),
          ]),
      ...(fields.length === 2 ? asideUnasked(draft, task.index) : []),
    ],
  };
}

/** A `%%` note behind the data is a problem of its own. */
function withoutNote({ text, span }: Piece): Piece {
  const written = text.split('%%', 1)[0]!.trimEnd();
  return { text: written, span: { start: span.start, end: span.start + written.length } };
}

export function isPoint({ syntax }: Pick<Task, 'syntax'>): boolean {
  return syntax.tags.some(({ tag }) => tag === 'milestone' || tag === 'vert');
}
