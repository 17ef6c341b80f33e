import type { Draft } from './draft';

/** `id`, or `id-2`, `id-3`, …: the first that no task has and nothing refers to. */
export function freeId({ symbols }: Pick<Draft, 'symbols'>, id: string, first = 1): string {
  for (let number = first; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!symbols.tasksById.has(candidate) && !symbols.referencesById.has(candidate)) return candidate;
  }
}
