import type { ChartSymbols } from './analysis';
import type { EndExpression, IdReference, StartExpression, Statement, TaskStatement } from './syntax';

/** A chart's tasks with their ids as Mermaid numbers them, and every reference to an id. */
export interface ReadTask {
  readonly syntax: TaskStatement;
  /** As written, else `task1`, `task2`, … in the order of the tasks that have none. */
  readonly id: string;
  readonly startExpression: StartExpression;
  readonly endExpression: EndExpression;
}

/** Setting this key on a plain object defines nothing, so Mermaid never finds a task with this id. */
const UNFINDABLE = '__proto__';

export function chartSymbols(tasks: readonly ReadTask[], statements: readonly Statement[]): ChartSymbols {
  const tasksById = new Map<string, number[]>();
  for (const { id, syntax } of tasks) if (id !== UNFINDABLE) append(tasksById, id, syntax.index);
  const references: IdReference[] = [];
  for (const { startExpression, endExpression } of tasks) {
    if (startExpression.kind === 'after') references.push(...startExpression.ids);
    if (endExpression.kind === 'until') references.push(...endExpression.ids);
  }
  for (const statement of statements) if (statement.kind === 'click') references.push(...statement.ids);
  references.sort((a, b) => a.span.start - b.span.start);
  const referencesById = new Map<string, IdReference[]>();
  for (const reference of references) append(referencesById, reference.id, reference);
  return { tasksById, references, referencesById };
}

/** Index of the task that an id means: the last one defined with it. */
export function taskWithId(symbols: ChartSymbols, id: string): number | null {
  return symbols.tasksById.get(id)?.at(-1) ?? null;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
