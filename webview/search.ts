import type { PanelChart } from '../server/lsp/protocol';
import { readQuery } from './find';
import type { Filter } from './pageState';

/** One task of the document. */
export interface TaskKey {
  readonly chart: number;
  readonly task: number;
}

/** What a filter and a query make of a document's tasks. */
export interface Search {
  /** In document order; null where nothing is looked for. */
  readonly matches: readonly TaskKey[] | null;
  shows(chart: number, task: number): boolean;
}

const EVERYTHING: Search = { matches: null, shows: () => true };

/** Only charts that `seen` has on the page can have matches. A section that no chart has filters nothing. */
export function search(
  charts: readonly PanelChart[],
  given: Filter,
  seen: (chart: number) => boolean = () => true,
): Search {
  const known = charts.some(({ sections }) => sections.some(({ name }) => name === given.section));
  const filter = known ? given : { ...given, section: null };
  const match = readQuery(filter.query);
  if (!match && filter.section === null && !filter.milestonesOnly) return EVERYTHING;
  const matches: TaskKey[] = [];
  const hidden = charts.map(() => new Set<number>());
  for (const [chart, { tasks, sections }] of charts.entries()) {
    for (const [index, task] of tasks.entries()) {
      const section = task.section === null ? null : (sections[task.section]?.name ?? null);
      const passes =
        (filter.section === null || section === filter.section) &&
        (!filter.milestonesOnly || task.tags.includes('milestone'));
      const found = passes && (match?.(task, charts[chart]!) ?? false);
      if (found && seen(chart)) matches.push({ chart, task: index });
      if (!passes || (match && filter.onlyMatches && !found)) hidden[chart]!.add(index);
    }
  }
  return { matches: match ? matches : null, shows: (chart, task) => !hidden[chart]?.has(task) };
}
