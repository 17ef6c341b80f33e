import type { PanelChart } from '../server/lsp/protocol';
import { Axis, ticksAround } from './axis';
import { Backdrop } from './backdrop';
import { ChartHead } from './chartHead';
import { html } from './element';
import { FoldedRows } from './foldedRows';
import type { TextMeasure } from './measure';
import { type DatesOf, layOut, type RowLayout, trueDates } from './rows';
import { fitZoom, pxPerDay, scaleFor, spanOf, type TimeScale, type TimeSpan, timeAt, xOf } from './scale';
import { SectionNames } from './sectionNames';
import { TileField } from './tileField';
import { ROW_HEIGHT } from './tiles';
import { edges } from './tileView';

/** What of a chart's view outlives edits, reloads and hiding. */
export interface ChartState {
  /** Null is "as wide as the view". */
  pxPerDay: number | null;
  folded: string[];
}

export interface ChartEvents {
  choose(task: number, edit: boolean): void;
  revealRefusal(): void;
  stateChanged(): void;
}

interface View {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** One chart on the page: head, axis, section names, and the plot with its layers. */
export class ChartView {
  readonly element = html('section', { class: 'chart' });
  private readonly axis: Axis;
  private readonly backdrop = new Backdrop();
  private readonly folded = new FoldedRows();
  private readonly current = html('div', { class: 'current-row', hidden: true });
  private readonly tiles: TileField;
  private readonly names: SectionNames;
  private readonly head: ChartHead;
  private readonly top: HTMLElement;
  private readonly plot: HTMLElement;

  private chart: PanelChart | undefined;
  private layout: RowLayout | undefined;
  private span: TimeSpan | null = null;
  private scale: TimeScale | undefined;
  private namesWidth = 0;
  private marked: number | null = null;
  private ticked: { scale: TimeScale; left: number; right: number; height: number } | undefined;
  private datesOf: DatesOf = trueDates;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly measure: TextMeasure,
    readonly state: ChartState,
    private readonly events: ChartEvents,
  ) {
    this.axis = new Axis(measure.widthOf);
    this.names = new SectionNames((key) => this.toggleFold(key));
    this.head = new ChartHead(() => events.revealRefusal());
    this.tiles = new TileField(measure.widthOf);
    this.plot = html(
      'div',
      { class: 'plot' },
      this.backdrop.element,
      this.current,
      this.folded.element,
      this.tiles.element,
    );
    this.top = html(
      'div',
      { class: 'chart-top' },
      this.head.element,
      html('div', { class: 'axis-row' }, html('div', { class: 'corner' }), this.axis.element),
    );
    this.element.append(this.top, html('div', { class: 'chart-body' }, this.names.element, this.plot));
    this.plot.addEventListener('click', (event) => this.clicked(event, false));
    this.plot.addEventListener('dblclick', (event) => this.clicked(event, true));
    this.plot.addEventListener('keydown', (event) => void this.walk(event));
  }

  get undated(): readonly number[] {
    return this.layout?.undated ?? [];
  }

  /**
   * Draws what is new in the part that is in view, then shows all of it at once. Resolves to false if `cancelled`
   * meanwhile: a newer version is on its way, and nothing has changed on the page.
   */
  async update(chart: PanelChart, ordinal: number | null, cancelled: () => boolean): Promise<boolean> {
    const layout = layOut(chart, this.datesOf, new Set(this.state.folded));
    const span = spanOf(datesIn(chart, this.datesOf));
    const namesWidth = this.namesWidthFor(chart);
    const scale = span
      ? scaleFor(span, this.scroller.clientWidth - namesWidth, this.state.pxPerDay)
      : undefined;
    const view = this.view(namesWidth);
    const planned = this.tiles.plan(layout);
    if (scale && !(await this.tiles.drawPlanned(planned, scale, rowsIn(view, 1), cancelled))) return false;

    this.chart = chart;
    this.layout = layout;
    this.span = span;
    this.namesWidth = namesWidth;
    this.scale = scale;
    this.ticked = undefined;
    this.element.classList.toggle('empty', !scale);
    this.element.style.setProperty('--names', `${namesWidth}px`);
    this.element.setAttribute('aria-label', chart.title ?? `Chart ${ordinal ?? 1}`);
    const height = layout.rowCount * ROW_HEIGHT;
    const drawn = chart.tasks.length - layout.undated.length;
    this.head.draw(chart, ordinal, span, drawn);
    this.names.draw(layout.blocks, height);
    this.backdrop.drawBands(layout);
    this.plot.style.height = `${height}px`;
    this.tiles.show(planned, chart);
    this.frame();
    return true;
  }

  /** Brings everything in step with what is in view now; cheap where nothing has moved. */
  frame(): void {
    const { chart, layout, scale } = this;
    if (!chart || !layout || !scale) return;
    const view = this.view(this.namesWidth);
    const height = layout.rowCount * ROW_HEIGHT;
    this.plot.style.width = `${scale.width}px`;
    this.head.element.style.width = `${this.scroller.clientWidth}px`;
    const seen = this.ticked;
    if (seen?.scale !== scale || seen.height !== height || view.left < seen.left || view.right > seen.right) {
      const reach = view.right - view.left;
      this.ticked = { scale, height, left: view.left - reach, right: view.right + reach };
      const ticks = ticksAround(view, scale, chart.weekday);
      this.axis.draw(ticks, chart, scale);
      this.backdrop.drawTimes(ticks, chart, scale, height);
      this.folded.draw(chart, layout, this.datesOf, scale);
    }
    const rows = rowsIn(view, 0.5);
    this.tiles.frame(rows, view, scale);
    void this.tiles.drawNear(rowsIn(view, 1.5), scale, chart).then((drawn) => drawn && this.frame());
  }

  /** The view's size has changed: a fitted chart takes the new width. */
  resize(): void {
    if (!this.chart || !this.span) return;
    this.namesWidth = this.namesWidthFor(this.chart);
    this.element.style.setProperty('--names', `${this.namesWidth}px`);
    this.scale = scaleFor(this.span, this.scroller.clientWidth - this.namesWidth, this.state.pxPerDay);
    this.frame();
  }

  /** Zooms and keeps the instant at `anchor` (pixels into the plot's view) in place; never wider than the view. */
  zoomBy(factor: number, anchor: number): void {
    if (!this.scale || !this.span) return;
    const wanted = pxPerDay(this.scale) * factor;
    this.zoomTo(wanted <= fitZoom(this.span, this.viewWidth) ? null : wanted, anchor);
  }

  /** Zooms until the view shows so many days, around the marked task or the middle; null shows the whole chart. */
  showDays(days: number | null): void {
    this.zoomTo(days === null ? null : this.viewWidth / days, this.anchorAt(null));
  }

  /** Pixels into the plot's view; null is the marked task where it is in view, else the middle. */
  anchorAt(clientX: number | null): number {
    if (clientX !== null) return clientX - this.scroller.getBoundingClientRect().left - this.namesWidth;
    const shape = this.marked === null ? null : this.layout?.rows[this.marked]?.shape;
    const x = shape && this.scale ? xOf(this.scale, shape.start) - this.scroller.scrollLeft : -1;
    return x >= 0 && x <= this.viewWidth ? x : this.viewWidth / 2;
  }

  private zoomTo(wanted: number | null, anchor: number): void {
    if (!this.scale || !this.span) return;
    const instant = timeAt(this.scale, this.scroller.scrollLeft + anchor);
    this.state.pxPerDay = wanted;
    this.resize();
    this.scroller.scrollLeft = xOf(this.scale, instant) - anchor;
    this.frame();
    this.events.stateChanged();
  }

  private get viewWidth(): number {
    return this.scroller.clientWidth - this.namesWidth;
  }

  /** Marks a task's row; with `scroll`, brings it into view. */
  highlight(task: number | null, scroll: boolean): void {
    const row = task === null ? -1 : (this.layout?.rows.findIndex((row) => row?.task === task) ?? -1);
    this.current.hidden = row < 0;
    this.marked = row < 0 ? null : row;
    this.tiles.mark(this.marked);
    if (row < 0) return;
    this.current.style.top = `${row * ROW_HEIGHT}px`;
    if (scroll) this.scrollTo(row);
  }

  private scrollTo(row: number): void {
    const shape = this.layout?.rows[row]?.shape;
    if (!shape || !this.scale) return;
    const view = this.view(this.namesWidth);
    const { left, right } = edges(shape, this.scale);
    const top = row * ROW_HEIGHT;
    const middle = (view.bottom - view.top) / 2;
    const down = top < view.top || top + ROW_HEIGHT > view.bottom ? top - view.top - middle : 0;
    const across =
      right < view.left + 20 || left > view.right - 60 ? left - view.left - (view.right - view.left) / 4 : 0;
    if (!down && !across) return;
    const calm =
      matchMedia('(prefers-reduced-motion: reduce)').matches ||
      document.body.classList.contains('vscode-reduce-motion');
    this.scroller.scrollBy({ top: down, left: across, behavior: calm ? 'instant' : 'smooth' });
  }

  /** What is in view, in pixels of the plot. */
  private view(namesWidth: number): View {
    const outer = this.scroller.getBoundingClientRect();
    const plot = this.plot.getBoundingClientRect();
    const left = this.scroller.scrollLeft;
    const hidden = this.top.offsetHeight;
    return {
      left,
      right: left + this.scroller.clientWidth - namesWidth,
      top: Math.max(outer.top + hidden - plot.top, 0),
      bottom: Math.max(outer.top + this.scroller.clientHeight - plot.top, 0),
    };
  }

  private namesWidthFor({ sections }: PanelChart): number {
    const longest = Math.max(0, ...sections.map(({ name }) => this.measure.widthOf(name)));
    if (longest === 0) return 12;
    return Math.ceil(Math.min(longest + 36, this.scroller.clientWidth * 0.3));
  }

  private toggleFold(key: string): void {
    const folded = new Set(this.state.folded);
    if (!folded.delete(key)) folded.add(key);
    this.state.folded = [...folded];
    this.events.stateChanged();
    if (this.chart) void this.update(this.chart, null, () => false);
  }

  private clicked(event: Event, edit: boolean): void {
    const task = taskAt(event.target);
    if (task !== null) this.events.choose(task, edit);
  }

  private async walk(event: KeyboardEvent): Promise<void> {
    const task = taskAt(event.target);
    const { layout } = this;
    if (task === null || !layout) return;
    const row = layout.rows.findIndex((candidate) => candidate?.task === task);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.events.choose(task, event.key === 'Enter');
    }
    const last = layout.rowCount - 1;
    const target = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: last }[event.key];
    if (target === undefined || target < 0 || target > last) return;
    event.preventDefault();
    const step = target < row || event.key === 'End' ? -1 : 1;
    let next = target;
    while (next >= 0 && next <= last && !layout.rows[next]) next += step;
    if (!layout.rows[next] || !this.chart || !this.scale) return;
    this.scrollTo(next);
    await this.tiles.drawNear([next, next + 1], this.scale, this.chart);
    this.frame();
    this.tiles.focus(next);
  }
}

function rowsIn({ top, bottom }: View, margin: number): [number, number] {
  const reach = (bottom - top) * margin;
  return [Math.floor((top - reach) / ROW_HEIGHT), Math.ceil((bottom + reach) / ROW_HEIGHT)];
}

function* datesIn({ tasks }: PanelChart, datesOf: DatesOf): Iterable<[number, number]> {
  for (const task of tasks) {
    const dates = datesOf(task);
    if (dates) yield [dates[0], dates[1]];
  }
}

function taskAt(target: EventTarget | null): number | null {
  const group = target instanceof Element ? target.closest<SVGGElement>('[data-task]') : null;
  return group ? Number(group.dataset.task) : null;
}
