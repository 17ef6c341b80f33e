import type { PanelChart } from '../server/lsp/protocol';
import { html } from './element';
import { withCode } from './inlineCode';
import type { RowLayout } from './rows';
import type { TimeSpan } from './scale';
import { calendarDate, shortDate } from './wallDate';

/** The line above a chart: its title and reach, or why Mermaid refuses it. */
export class ChartHead {
  readonly element = html('header', { class: 'chart-head' });
  private readonly title = html('h2');
  private readonly summary = html('p', { class: 'summary' });
  private readonly refusal = html('button', { type: 'button', class: 'refusal' });

  constructor(reveal: () => void) {
    this.refusal.addEventListener('click', reveal);
    this.element.append(this.title, this.summary, html('div', { role: 'status' }, this.refusal));
  }

  draw(
    chart: PanelChart,
    ordinal: number | null,
    span: TimeSpan | null,
    { rowOf, markers }: RowLayout,
  ): void {
    const title = chart.title ?? (ordinal === null ? '' : `Chart ${ordinal}`);
    this.title.textContent = title;
    this.title.hidden = !title;
    this.summary.textContent = summaryOf(chart, span, rowOf.size + markers.length);
    this.refusal.hidden = !chart.rejection;
    this.refusal.replaceChildren(...refusalOf(chart));
  }
}

function refusalOf({ rejection }: PanelChart): (Node | string)[] {
  if (!rejection) return [];
  const line = html('strong', {}, `Line ${rejection.range.start.line + 1}: `);
  return [
    line,
    ...withCode(`${rejection.message} `),
    html('span', { class: 'aside' }, 'Drawn here from the true schedule.'),
  ];
}

function summaryOf({ tasks, today }: PanelChart, span: TimeSpan | null, drawn: number): string {
  if (tasks.length === 0) return 'This chart has no tasks yet.';
  if (!span) return 'No task of this chart has a date yet.';
  const parts = [
    `${shortDate(span.start)} – ${shortDate(span.end)}`,
    `${drawn} of ${tasks.length} tasks drawn`,
  ];
  if (drawn === tasks.length) parts[1] = `${drawn} ${drawn === 1 ? 'task' : 'tasks'}`;
  if (today > span.end) parts.push(`ended before today, ${calendarDate(today)}`);
  if (today < span.start) parts.push(`begins after today, ${calendarDate(today)}`);
  return parts.join(' · ');
}
