import { type AxisTicks, showsToday, ticksOf } from './axis';
import { html, svg } from './element';
import type { RowLayout } from './rows';
import { pxPerDay, xOf } from './scale';
import type { Layer, Scene } from './scene';
import { ROW_HEIGHT } from './tiles';

/** Excluded days narrower than this many pixels would be a flicker of stripes, not information. */
const LEAST_DAY = 2;

/** Wider than any plot, which cuts it off. */
const FAR = 10_000_000;

/** What lies behind the bars, once for all tiles: section bands, excluded days, grid, today. */
export class Backdrop implements Layer {
  readonly element = html('div', { class: 'backdrop', 'aria-hidden': 'true' });
  private readonly bands = svg('path', { class: 'bands' });
  private readonly edges = svg('path', { class: 'grid lower' });
  private readonly excluded = svg('path', { class: 'excluded' });
  private readonly lower = svg('path', { class: 'grid lower' });
  private readonly upper = svg('path', { class: 'grid upper' });
  private readonly today = svg('path', { class: 'today' });
  private readonly lines = svg(
    'svg',
    { class: 'layer' },
    this.bands,
    this.edges,
    this.excluded,
    this.lower,
    this.upper,
    this.today,
  );

  constructor() {
    this.element.append(this.lines);
  }

  drawBands({ blocks }: RowLayout): void {
    const tinted = blocks.filter((_, index) => index % 2 === 0);
    const edges = blocks.map(({ firstRow }) => `M0 ${firstRow * ROW_HEIGHT + 0.5}H${FAR}`);
    const areas = tinted.map(({ firstRow, rowCount }) => {
      return `M0 ${firstRow * ROW_HEIGHT}H${FAR}v${rowCount * ROW_HEIGHT}H0Z`;
    });
    this.bands.setAttribute('d', areas.join(''));
    this.edges.setAttribute('d', edges.join(''));
  }

  draw(scene: Scene): void {
    const { chart, layout, scale } = scene;
    const ticks = ticksOf(scene);
    const height = layout.rowCount * ROW_HEIGHT;
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
