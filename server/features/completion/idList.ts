import type { ChartAnalysis, Task } from '../../gantt/analysis';
import type { Span } from '../../gantt/span';
import { TAGS } from '../../gantt/syntax';
import { statementAt } from '../place';

/** A list of ids that is being typed. It is read from the text, because half a line does not parse as what it will be. */
export interface IdList {
  readonly role: 'after' | 'until' | 'click';
  /** The id under the cursor; empty where none is begun. */
  readonly word: Span;
  /** The other ids of the list. */
  readonly others: readonly string[];
  /** The task whose line it is, with the id that it has or will have once its fields are complete. */
  readonly task: Task | null;
  readonly taskId: string | null;
}

/** The list of ids at `offset`, or null where no list is. */
export function idListAt(chart: ChartAnalysis, text: string, offset: number): IdList | null {
  const statement = statementAt(chart, text, offset);
  if (statement?.kind === 'task') {
    if (offset < statement.colon.end) return null;
    const before = text.slice(statement.colon.end, offset);
    const field = before.slice(before.lastIndexOf(',') + 1);
    const match = /^\s*(after|until)\s+([^#;]*)$/.exec(field);
    if (!match) return null;
    const listStart = offset - match[2]!.length;
    const id = statement.id?.text ?? idAmong(before.split(',').slice(0, -1));
    return {
      role: match[1] === 'until' ? 'until' : 'after',
      ...wordsOf(text, listStart, offset, /[^\r\n,#;]*/y, /\s+/),
      task: chart.tasks[statement.index] ?? null,
      taskId: id,
    };
  }
  if (statement?.kind !== 'click' && statement?.kind !== 'refused') return null;
  const match = /^click\s+(\S*)$/i.exec(text.slice(statement.span.start, offset));
  if (!match) return null;
  const listStart = offset - match[1]!.length;
  return { role: 'click', ...wordsOf(text, listStart, offset, /\S*/y, /,/), task: null, taskId: null };
}

function wordsOf(text: string, start: number, offset: number, list: RegExp, separator: RegExp) {
  list.lastIndex = start;
  const whole = list.exec(text)?.[0] ?? '';
  const left = whole.slice(0, offset - start).split(separator);
  const right = whole.slice(offset - start).split(separator);
  const begun = left.pop() ?? '';
  // Nothing typed yet in front of an id: that id is a neighbour, not the one to replace.
  const rest = begun === '' ? '' : (right.shift() ?? '');
  const word = { start: offset - begun.length, end: offset + rest.length };
  return { word, others: [...left, ...right].filter((id) => id !== '') };
}

/** The id among the fields in front of `after`: the last that is no tag. */
function idAmong(fields: readonly string[]): string | null {
  const tags: readonly string[] = TAGS;
  return (
    fields.map((field) => field.trim()).findLast((field) => field !== '' && !tags.includes(field)) ?? null
  );
}
