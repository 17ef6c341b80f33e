import type { PanelChart } from '../server/lsp/protocol';
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
    this.list.replaceChildren(...entries.map((entry) => this.entry(charts[entry.chart]!, entry)));
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
    const section = task.section === null ? '' : (chart.sections[task.section]?.name ?? '');
    const reason = [task.start === null ? null : `Starts ${shortDate(task.start)}.`, task.note];
    const button = html(
      'button',
      { type: 'button', class: 'tray-task', 'data-chart': entry.chart, 'data-task': entry.task },
      html('span', {
        class: task.tags.includes('milestone') ? 'mark diamond' : 'mark',
        'aria-hidden': 'true',
      }),
      html('span', { class: 'task-name' }, task.name || 'Task without a name'),
      html('span', { class: 'task-section' }, section),
      html('span', { class: 'reason' }, reason.filter(Boolean).join(' ')),
    );
    button.addEventListener('click', () => this.events.choose(entry, false));
    button.addEventListener('dblclick', () => this.events.choose(entry, true));
    const fix = html('button', { type: 'button', class: 'fix', 'aria-label': `Fix ${task.name}…` }, 'Fix…');
    fix.addEventListener('click', () => this.events.fix(entry, fix));
    return html('li', {}, button, fix);
  }

  private showOpen(): void {
    this.element.classList.toggle('open', this.open);
    this.heading.setAttribute('aria-expanded', String(this.open));
    this.list.hidden = !this.open;
  }
}
