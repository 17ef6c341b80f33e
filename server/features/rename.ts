import type { DocumentAnalysis } from '../gantt/analysis';
import type { Edit } from '../gantt/problems/problem';
import type { Span } from '../gantt/span';
import { TAGS } from '../gantt/syntax';
import { type IdUses, idUsesAt, READABLE_ID, tasksWithId } from './place';

/** Why nothing is renamed, in a person's words. */
export interface Refusal {
  readonly refusal: string;
}

export interface Renaming {
  readonly edits: readonly Edit[];
  /** What a person should know about it; null where it is as expected. */
  readonly remark: string | null;
}

/** The id that a renaming at `offset` would change; null where no id is. */
export function prepareRename(
  analysis: DocumentAnalysis,
  offset: number,
): { readonly span: Span; readonly id: string } | Refusal | null {
  const uses = idUsesAt(analysis, offset);
  if (!uses) return null;
  return madeUp(uses) ?? { span: uses.span, id: uses.id };
}

/** Renames the id at `offset` with all its references; null where no id is. */
export function rename(analysis: DocumentAnalysis, offset: number, newId: string): Renaming | Refusal | null {
  const uses = idUsesAt(analysis, offset);
  if (!uses) return null;
  const refused = madeUp(uses) ?? badId(newId) ?? taken(uses, newId);
  if (refused) return refused;
  const { id, definitions, references } = uses;
  const remark =
    definitions.length < 2
      ? null
      : `${definitions.length} tasks had the id “${id}”; all of them now have “${newId}”.`;
  return { edits: [...definitions, ...references].map((span) => ({ span, text: newId })), remark };
}

function madeUp({ chart, id, definitions }: IdUses): Refusal | null {
  const tasks = tasksWithId(chart, id);
  if (tasks.length === 0 || definitions.length > 0) return null;
  const name = tasks[0]!.syntax.name.text;
  return { refusal: `Mermaid counts “${name}” as ${id} because it has no id. Give the task an id first.` };
}

function badId(id: string): Refusal | null {
  if (!READABLE_ID.test(id)) {
    return { refusal: 'An id has letters without accents, digits, “-” and “_” only.' };
  }
  const tags: readonly string[] = TAGS;
  if (tags.includes(id)) return { refusal: `Mermaid would read “${id}” as a tag.` };
  if (id === '__proto__') return { refusal: 'Mermaid cannot find a task with the id “__proto__”.' };
  return null;
}

/** References to an id that no task has may be turned to a task; two tasks may not get one id. */
function taken({ chart, id, definitions }: IdUses, newId: string): Refusal | null {
  const owner = newId === id || definitions.length === 0 ? undefined : tasksWithId(chart, newId)[0];
  return owner ? { refusal: `The task “${owner.syntax.name.text}” has the id “${newId}” already.` } : null;
}
