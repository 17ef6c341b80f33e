import type { ChartSummaryOf, TaskSummaryOf } from './roadmapSummary';
import type { Roadmap } from './roadmapTree';

export interface WorkspaceSymbolOf<R> {
  /** The task's name with its id behind it, since editors look for what was typed in the name. */
  readonly name: string;
  /** Chart and section. */
  readonly container: string;
  readonly kind: 'task' | 'milestone';
  readonly uri: string;
  readonly range: R;
}

/**
 * Tasks of all roadmaps whose name or id holds the query's letters in their order, the closest first, at most `limit`.
 * An empty query asks for the first tasks there are.
 */
export function workspaceSymbols<R>(
  roadmaps: readonly Roadmap<R>[],
  query: string,
  limit: number,
): WorkspaceSymbolOf<R>[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { rank: number; symbol: () => WorkspaceSymbolOf<R> }[] = [];
  for (const { uri, summary } of roadmaps) {
    for (const chart of summary.charts) {
      for (const task of chart.tasks) {
        const rank = Math.min(rankOf(wanted, task.id ?? ''), rankOf(wanted, task.name));
        if (rank !== Number.POSITIVE_INFINITY) found.push({ rank, symbol: () => symbolOf(uri, chart, task) });
      }
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ symbol }) => symbol());
}

/** 0 the whole text, 1 its beginning, 2 in one piece, 3 letter by letter; infinite where a letter is missing. */
function rankOf(wanted: string, text: string): number {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  const at = compact.indexOf(wanted);
  if (at === 0) return compact.length === wanted.length ? 0 : 1;
  if (at > 0) return 2;
  let from = 0;
  for (const letter of wanted) {
    const next = compact.indexOf(letter, from);
    if (next < 0) return Number.POSITIVE_INFINITY;
    from = next + letter.length;
  }
  return 3;
}

function symbolOf<R>(
  uri: string,
  { title, sections }: ChartSummaryOf<R>,
  { id, name, section, tags, range }: TaskSummaryOf<R>,
): WorkspaceSymbolOf<R> {
  const sectionName = section === null ? null : sections[section]?.name;
  return {
    name: id === null ? name : `${name} (${id})`,
    container: [title, sectionName].filter(Boolean).join(' › '),
    kind: tags.includes('milestone') ? 'milestone' : 'task',
    uri,
    range,
  };
}
