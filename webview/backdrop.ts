import type { PanelChart } from '../server/lsp/protocol';
import { type AxisTicks, showsToday } from './axis';
import { html, svg } from './element';
import type { RowLayout } from './rows';
import { pxPerDay, type TimeScale, xOf } from './scale';
import { ROW_HEIGHT } from './tiles';

/** Excluded days narrower than this many pixels would be a flicker of stripes, not information. */
const LEAST_DAY = 2;

/** What lies behind the bars, once for all tiles: section bands, excluded days, grid, today. */
export class Backdrop {
  readonly element = html('div', { class: 'backdrop', 'aria-hidden': 'true' });
  private readonly bands = html('div');
  private readonly excluded = svg('path', { class: 'excluded' });
  private readonly lower = svg('path', { class: 'grid lower' });
  private readonly upper = svg('path', { class: 'grid upper' });
  private readonly today = svg('path', { class: 'today' });
  private readonly lines = svg('svg', {}, this.excluded, this.lower, this.upper, this.today);

  constructor() {
    this.element.append(this.bands, this.lines);
  }

  drawBands({ blocks }: RowLayout): void {
    this.bands.replaceChildren(
      ...blocks.map(({ firstRow, rowCount }, index) => {
        const band = html('div', { class: index % 2 ? 'band' : 'band tinted' });
        band.style.top = `${firstRow * ROW_HEIGHT}px`;
        band.style.height = `${rowCount * ROW_HEIGHT}px`;
        return band;
      }),
    );
  }

  drawTimes(ticks: AxisTicks, chart: PanelChart, scale: TimeScale, height: number): void {
    this.lines.style.width = `${scale.width}px`;
    this.lines.style.height = `${height}px`;
    const line = (x: number) => `M${x + 0.5} 0V${height}`;
    const lines = (list: AxisTicks['upper']) => list.map(({ time }) => line(xOf(scale, time))).join('');
    this.lower.setAttribute('d', lines(ticks.lower));
    this.upper.setAttribute('d', lines(ticks.upper));
    this.today.setAttribute('d', showsToday(chart, scale) ? line(xOf(scale, chart.today)) : '');
    const days = pxPerDay(scale) < LEAST_DAY ? [] : chart.excluded;
    const shade = ([from, to]: [number, number]) =>
      `M${xOf(scale, from)} 0H${xOf(scale, to)}V${height}H${xOf(scale, from)}Z`;
    this.excluded.setAttribute('d', days.map(shade).join(''));
  }
}
