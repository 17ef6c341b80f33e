import type { PanelChart } from '../server/lsp/protocol';
import { html } from './element';
import { drawnElsewhere } from './ghosts';
import { drawnDates, trueDates } from './rows';
import type { ViewOptions } from './scene';

export interface LegendEntry {
  /** Class of its mark; the stylesheet draws it like the thing it stands for. */
  readonly mark: string;
  readonly words: string;
}

/** The colours and marks that the charts use, and no others. */
export function legendOf(charts: readonly PanelChart[], options: ViewOptions): LegendEntry[] {
  const datesOf = options.mode === 'true' ? trueDates : drawnDates;
  const tasks = charts.flatMap((chart) => chart.tasks).filter((task) => datesOf(task) !== null);
  const tagged = (...tags: string[]) => tasks.some((task) => tags.every((tag) => task.tags.includes(tag)));
  const plain = tasks.some(
    ({ tags }) => !tags.some((tag) => tag === 'crit' || tag === 'done' || tag === 'active'),
  );
  const entries: [boolean, string, string][] = [
    [plain, 'bar', 'Task'],
    [tagged('active'), 'bar active', 'Active'],
    [tagged('done'), 'bar done', 'Done'],
    [tagged('crit'), 'bar crit', 'Critical (crit)'],
    [tagged('milestone'), 'bar milestone', 'Milestone'],
    [
      tasks.some(({ provisional }) => provisional),
      'bar provisional',
      'Provisional: waits for something without a date',
    ],
    [options.criticalPath, 'bar critical', 'On the critical path'],
    [options.criticalPath && tasks.some(({ slack }) => slack), 'slack', 'Slack'],
    [options.overlaps, 'overlap', 'At the same time in one section'],
    [options.mode === 'drawn' && tasks.some(drawnElsewhere), 'bar elsewhere', 'Drawn elsewhere'],
    [options.mode === 'drawn' && tasks.some(drawnElsewhere), 'ghost', 'Where it belongs'],
    [options.dependencies && tasks.some(({ predecessors }) => predecessors.length > 0), 'arrow', 'Waits for'],
    [charts.some(({ excluded }) => excluded.length > 0), 'excluded', 'Excluded days'],
  ];
  return entries.flatMap(([used, mark, words]) => (used ? { mark, words } : []));
}

export class Legend {
  readonly element = html('ul', { class: 'legend', 'aria-label': 'Legend' });

  draw(charts: readonly PanelChart[], options: ViewOptions): void {
    this.element.replaceChildren(
      ...legendOf(charts, options).map(({ mark, words }) =>
        html('li', {}, html('span', { class: `key ${mark}`, 'aria-hidden': 'true' }), words),
      ),
    );
    this.element.hidden = this.element.childElementCount === 0;
  }
}
