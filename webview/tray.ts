import type { PanelChart, PanelTask } from '../server/lsp/protocol';
import { html } from './element';
import type { TaskKey } from './search';
import { shortDate } from './wallDate';

export interface TrayEvents {
  choose(key: TaskKey, edit: boolean): void;
  /** What mends the task is asked for; `at` is where the answer is to be shown. */
  fix(key: TaskKey, at: HTMLElement): void;
  toggled(open: boolean): void;
}

/** The tasks that cannot be drawn, each with its reason. Docked below the charts; it can be closed. */
export class Tray {
  readonly element = html('aside', { class: 'tray', 'aria-label': 'Unscheduled tasks' });
  private readonly heading = html('button', { type: 'button', class: 'tray-heading' });
  private readonly list = html('ul', { id: 'unscheduled' });
  private drawn = '';

  constructor(
    private open: boolean,
    private readonly events: TrayEvents,
  ) {
    this.heading.setAttribute('aria-controls', 'unscheduled');
    this.heading.addEventListener('click', () => {
      this.open = !this.open;
      this.events.toggled(this.open);
      this.showOpen();
    });
    this.element.append(html('h2', {}, this.heading), this.list);
    this.showOpen();
  }

  draw(charts: readonly PanelChart[], entries: readonly TaskKey[]): void {
    this.element.hidden = entries.length === 0;
    const count = `${entries.length} unscheduled ${entries.length === 1 ? 'task' : 'tasks'}`;
    this.heading.replaceChildren(html('span', { class: 'chevron', 'aria-hidden': 'true' }), count);
    const state = JSON.stringify(
      entries.map((entry) => [entry, wordsOf(charts[entry.chart]!, charts[entry.chart]!.tasks[entry.task]!)]),
    );
    if (state === this.drawn) return;
    this.drawn = state;
    const focused = Array.from(this.list.querySelectorAll('button')).indexOf(
      document.activeElement as HTMLButtonElement,
    );
    this.list.replaceChildren(...entries.map((entry) => this.entry(charts[entry.chart]!, entry)));
    // What stands in its place now, or at the end.
    if (focused >= 0) (this.list.querySelectorAll('button')[focused] ?? this.heading).focus();
  }

  mark(entry: TaskKey | null): void {
    for (const item of this.list.querySelectorAll<HTMLElement>('[data-task]')) {
      const current =
        Number(item.dataset.task) === entry?.task && Number(item.dataset.chart) === entry?.chart;
      item.classList.toggle('current', current);
      if (current) item.scrollIntoView({ block: 'nearest' });
    }
  }

  private entry(chart: PanelChart, entry: TaskKey): HTMLElement {
    const task = chart.tasks[entry.task]!;
    const { name, section, reason } = wordsOf(chart, task);
    const button = html(
      'button',
      { type: 'button', class: 'tray-task', 'data-chart': entry.chart, 'data-task': entry.task },
      html('span', {
        class: task.tags.includes('milestone') ? 'mark diamond' : 'mark',
        'aria-hidden': 'true',
      }),
      html('span', { class: 'task-name' }, name),
      html('span', { class: 'task-section' }, section),
      html('span', { class: 'reason' }, reason),
    );
    button.addEventListener('click', () => this.events.choose(entry, false));
    button.addEventListener('dblclick', () => this.events.choose(entry, true));
    const fix = html('button', { type: 'button', class: 'fix', 'aria-label': `Fix ${name}…` }, 'Fix…');
    fix.addEventListener('click', () => this.events.fix(entry, fix));
    return html('li', {}, button, fix);
  }

  private showOpen(): void {
    this.element.classList.toggle('open', this.open);
    this.heading.setAttribute('aria-expanded', String(this.open));
    this.list.hidden = !this.open;
  }
}

function wordsOf({ sections }: PanelChart, { name, section, start, note }: PanelTask) {
  return {
    name: name || 'Task without a name',
    section: section === null ? '' : (sections[section]?.name ?? ''),
    reason: [start === null ? null : `Starts ${shortDate(start)}.`, note].filter(Boolean).join(' '),
  };
}
