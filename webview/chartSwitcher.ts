import type { PanelChart } from '../server/lsp/protocol';
import { html } from './element';
import type { ShownCharts } from './pageState';

/** In a document of several charts: all of them, the one at the cursor, or one. */
export class ChartSwitcher {
  readonly element = html('select', { 'aria-label': 'Chart', hidden: true });

  constructor(
    private shown: ShownCharts,
    changed: (shown: ShownCharts) => void,
  ) {
    this.element.addEventListener('change', () => {
      const { value } = this.element;
      this.shown = value === 'all' || value === 'cursor' ? value : Number(value);
      changed(this.shown);
    });
  }

  draw(charts: readonly PanelChart[]): void {
    this.element.hidden = charts.length < 2;
    this.element.replaceChildren(
      html('option', { value: 'all' }, 'All charts'),
      html('option', { value: 'cursor' }, 'Chart at the cursor'),
      ...charts.map(({ title }, index) => html('option', { value: index }, title ?? `Chart ${index + 1}`)),
    );
    const { shown } = this;
    this.element.value = String(typeof shown === 'number' ? Math.min(shown, charts.length - 1) : shown);
  }
}

/** `atCursor` is the chart the cursor was last in. */
export function isShown(chart: number, shown: ShownCharts, atCursor: number, count: number): boolean {
  if (shown === 'all' || count < 2) return true;
  const wanted = shown === 'cursor' ? atCursor : shown;
  return chart === Math.min(wanted, count - 1);
}
