import type { Range } from 'vscode-languageserver-types';
import type { PanelChart, WallTime } from '../server/lsp/protocol';
import { type ChartElements, chartElements } from './chartElements';
import { ChartHead } from './chartHead';
import { partAt, stepOf } from './drag';
import { html } from './element';
import { focusOf, type Marks, marksOf, NO_MARKS, sameMarks } from './marks';
import type { TextMeasure } from './measure';
import {
  type DatesOf,
  datesIn,
  drawnDates,
  layOut,
  movedDates,
  type NewTrueDates,
  type RowLayout,
  trueDates,
} from './rows';
import { sameTask } from './sameTask';
import { fitZoom, pxPerDay, scaleFor, spanOf, type TimeScale, type TimeSpan, timeAt, xOf } from './scale';
import { type Focus, type Place, placeOf, type Rows, type Scene, type ViewOptions } from './scene';
import { TileField } from './tileField';
import { ROW_HEIGHT } from './tiles';
import { prefersCalm, rowsIn, type Viewport, viewportOf, wayTo } from './viewport';
import { taskAfter } from './walk';
import { DAY } from './wallDate';

/** What of a chart's view outlives edits, reloads and hiding. */
export interface ChartState {
  /** Null is "as wide as the view". */
  pxPerDay: number | null;
  folded: string[];
}

export interface ChartEvents {
  /** A task was clicked, or chosen by key; `edit` goes on to its line. */
  choose(task: number, edit: boolean): void;
  /** Nothing in particular was clicked. */
  leave(): void;
  /** A task was reached by key. */
  reach(task: number): void;
  /** A place in the text is to be shown, and what is wrong there. */
  revealProblem(problem: { range: Range; message: string }): void;
  foldingChanged(): void;
  stateChanged(): void;
}

/** What is to be drawn of a chart, and how. */
export interface Content {
  readonly chart: PanelChart;
  /** Counted from 1 where there are several. */
  readonly ordinal: number | null;
  readonly options: ViewOptions;
  /** Tasks that are not left out by a filter. */
  readonly shown: (task: number) => boolean;
}

/** A chart as it stands on the page. */
export interface DrawnChart {
  readonly scene: Scene;
  readonly span: TimeSpan;
  readonly view: Viewport;
  /** Pixels of the column of section names. */
  readonly namesWidth: number;
}

/** One chart on the page: head, axis, section names, and the plot with its layers. */
export class ChartView {
  readonly element = html('section', { class: 'chart' });
  private readonly tiles: TileField;
  private readonly head: ChartHead;
  private readonly parts: ChartElements;
  private readonly plot: HTMLElement;

  private content: Content | undefined;
  private layout: RowLayout | undefined;
  private span: TimeSpan | null = null;
  private scale: TimeScale | undefined;
  private datesOf: DatesOf = trueDates;
  private namesWidth = 0;
  /** The height of what stays on top, in pixels. */
  private covered = -1;
  private marks = NO_MARKS;
  private tabStop = 0;
  /** The task whose bar is to have the focus again; it may have no bar while its line is being typed. */
  private refocus: number | null = null;
  private focus: Focus | null = null;
  private scene: Scene | undefined;
  /** The last zoom: the instant that stayed in place, and where. */
  private zoomed: { anchor: number; instant: WallTime; scrollLeft: number } | undefined;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly measure: TextMeasure,
    readonly state: ChartState,
    private readonly events: ChartEvents,
  ) {
    this.head = new ChartHead((problem) => events.revealProblem(problem));
    this.tiles = new TileField(measure.widthOf);
    this.parts = chartElements(this.head.element, this.tiles.element, measure.widthOf, (key) =>
      this.toggleFold(key),
    );
    this.plot = this.parts.plot;
    this.element.append(this.parts.top, this.parts.body);
    // The second click of a double click has nothing to add.
    this.element.addEventListener('click', (event) => event.detail < 2 && this.clicked(event, false));
    this.element.addEventListener('dblclick', (event) => this.clicked(event, true));
    this.plot.addEventListener('keydown', (event) => void this.walk(event));
  }

  /** Tasks that pass the filter but have no dates, or none that follow from what is written. */
  get unscheduled(): readonly number[] {
    return this.layout?.unscheduled ?? [];
  }

  /**
   * Draws what is new in the part that is in view, then shows all of it at once. Resolves to false if `cancelled`
   * meanwhile: something newer is on its way, and nothing has changed on the page.
   */
  async update(content: Content, cancelled: () => boolean): Promise<boolean> {
    const { chart, ordinal, options } = content;
    const datesOf = options.mode === 'true' ? trueDates : drawnDates;
    const layout = layOut(chart, datesOf, new Set(this.state.folded), content.shown);
    const span = spanOf(datesIn(chart, options.mode));
    const namesWidth = this.namesWidthFor(chart);
    const scale = span
      ? scaleFor(span, this.scroller.clientWidth - namesWidth, this.state.pxPerDay)
      : undefined;
    const planned = this.tiles.plan(layout);
    // The first bars of a chart stand as soon as they can; later, nothing is shown until all that is in view is new.
    const [top, bottom] = rowsIn(this.viewport(), 0);
    const seen: Rows = [top, this.content ? bottom : top + 1];
    if (scale && !(await this.tiles.drawPlanned(planned, scale, seen, cancelled))) return false;

    const lost = document.activeElement === document.body ? this.refocus : null;
    const focused = this.tiles.focusedTask ?? lost;
    this.refocus = focused === null || !this.content ? null : sameTask(this.content.chart, chart, focused);
    Object.assign(this, { content, layout, span, scale, datesOf });
    this.setNamesWidth(namesWidth);
    this.element.classList.remove('previewing');
    this.element.classList.toggle('empty', !scale || layout.rowCount + layout.markers.length === 0);
    this.element.setAttribute('aria-label', chart.title ?? `Chart ${ordinal ?? 1}`);
    const height = layout.rowCount * ROW_HEIGHT;
    this.head.draw(chart, ordinal, span, layout, options);
    this.parts.backdrop.drawBands(layout);
    this.plot.style.height = `${height}px`;
    this.focus = focusOf(chart, this.marks);
    this.tiles.show(planned, chart, marksOf(chart, options, this.marks, this.focus?.chain ?? null));
    this.drawMarks();
    this.frame();
    void this.keepFocus();
    return true;
  }

  /** Brings everything in step with what is in view now; cheap where nothing has moved. */
  frame(): void {
    if (!this.content || !this.layout || !this.scale || this.element.hidden) return;
    const view = this.viewport();
    const scene = this.sceneFor(view);
    if (scene !== this.scene) {
      this.scene = scene;
      this.plot.style.width = `${scene.scale.width}px`;
      for (const layer of this.parts.layers) layer.draw(scene);
      this.placeNames();
    }
    this.tiles.frame(rowsIn(view, 0.5), view, scene);
    this.tiles.drawSoon({
      rows: [rowsIn(view, 0), rowsIn(view, 1.5), [this.tabStop, this.tabStop + 1]],
      scale: scene.scale,
      chart: this.content.chart,
      drawn: () => this.frame(),
    });
  }

  /** Section names stop below the head, however many lines that has. */
  private placeNames(): void {
    const height = this.parts.top.offsetHeight;
    if (height === this.covered) return;
    this.covered = height;
    this.parts.names.style.setProperty('--top', `${height}px`);
  }

  /** The view's size has changed: a fitted chart takes the new width. */
  resize(): void {
    if (!this.content || !this.span) return;
    this.setNamesWidth(this.namesWidthFor(this.content.chart));
    this.scale = scaleFor(this.span, this.viewWidth, this.state.pxPerDay);
    this.redraw();
  }

  /** Zooms and keeps the instant at `anchor` (pixels into the plot's view) in place; never narrower than the view. */
  zoomBy(factor: number, anchor: number | null): void {
    if (!this.scale || !this.span) return;
    const wanted = pxPerDay(this.scale) * factor;
    this.zoomTo(wanted <= fitZoom(this.span, this.viewWidth) ? null : wanted, anchor);
  }

  /** Zooms until the view shows so many days; null shows the whole chart. */
  showDays(days: number | null, anchor: number | null): void {
    this.zoomTo(days === null ? null : this.viewWidth / days, anchor);
  }

  /** Pixels into the plot's view; null is the marked task where it is in view, else the middle. */
  anchorAt(clientX: number | null): number {
    if (clientX !== null) return clientX - this.scroller.getBoundingClientRect().left - this.namesWidth;
    const marked = this.marks.focus ?? this.marks.current;
    const place = marked === null || !this.scene ? null : placeOf(this.scene, marked);
    const x = place ? place.left - this.scroller.scrollLeft : -1;
    return x >= 0 && x <= this.viewWidth ? x : this.viewWidth / 2;
  }

  setMarks(marks: Marks): void {
    const same = sameMarks(marks, this.marks);
    this.marks = marks;
    const { content } = this;
    if (!content || same) return;
    this.focus = focusOf(content.chart, marks);
    this.drawMarks();
    this.tiles.mark(marksOf(content.chart, content.options, marks, this.focus?.chain ?? null));
    this.redraw();
  }

  get timeScale(): TimeScale | undefined {
    return this.scale;
  }

  /** What dragging snaps to; milliseconds. */
  get dragStep(): number {
    return this.scale && this.content ? stepOf(this.scale, this.content.chart.grain) : DAY;
  }

  /** The dates a task is drawn at; null where it is not, or where dragging it would mean nothing. */
  datesOfTask(task: number): readonly [number, number] | null {
    const { content } = this;
    const found = content?.options.mode === 'true' ? content.chart.tasks[task] : undefined;
    return found ? trueDates(found) : null;
  }

  /** The bar under a pointer, with the pointer's place; in pixels of the plot. */
  barAt({ target, clientX }: PointerEvent): (Place & { task: number; x: number }) | null {
    const task = this.plot.contains(target as Node) ? taskAt(target) : null;
    if (task === null || !this.scene || !this.datesOfTask(task)) return null;
    const place = placeOf(this.scene, task);
    return place && { ...place, task, x: clientX - this.plot.getBoundingClientRect().left };
  }

  /** Shows by the pointer's shape what dragging would do. */
  showHandles(event: PointerEvent): void {
    const bar = this.barAt(event);
    const edge = bar !== null && partAt(bar.x, bar.left, bar.right, bar.milestone) !== 'all';
    this.plot.classList.toggle('edge', edge);
  }

  /** Draws tasks at other dates for a while; null ends it. */
  preview(dates: NewTrueDates | null): void {
    const { content } = this;
    if (!content) return;
    const base = content.options.mode === 'true' ? trueDates : drawnDates;
    if (!dates && this.datesOf === base) return;
    this.datesOf = dates ? movedDates(content.chart, dates) : base;
    this.element.classList.toggle('previewing', dates !== null);
    this.redraw();
  }

  /** What is on the page; null where there is nothing to draw. */
  get drawn(): DrawnChart | null {
    const { content, layout, span, scale, namesWidth } = this;
    if (!content || !layout || !span || !scale) return null;
    const view = this.viewport();
    return { scene: this.sceneFor(view), span, view, namesWidth };
  }

  /** What stands at the left edge of the view; null where all of the chart is seen. */
  get leftInstant(): WallTime | null {
    return this.scale && this.state.pxPerDay !== null ? timeAt(this.scale, this.scroller.scrollLeft) : null;
  }

  /** Brings an instant to the left edge: a chart that now begins earlier or later does not jump. */
  scrollToInstant(instant: WallTime): void {
    if (!this.scale || this.state.pxPerDay === null) return;
    const x = xOf(this.scale, instant);
    if (Math.abs(x - this.scroller.scrollLeft) > 1) this.scroller.scrollLeft = x;
  }

  /** Scrolls to a task; nothing happens where it is in view or has no row. */
  scrollTo(task: number): void {
    const place = this.scene && placeOf(this.scene, task);
    if (!place) return;
    const way = wayTo(place, this.viewport());
    if (way.top || way.left)
      this.scroller.scrollBy({ ...way, behavior: prefersCalm() ? 'instant' : 'smooth' });
  }

  /** The row that stands out, and the one that the Tab key reaches. */
  private drawMarks(): void {
    const { layout, marks } = this;
    if (!layout) return;
    const row = layout.rowOf.get(marks.focus ?? marks.current ?? -1);
    this.parts.current.hidden = row === undefined;
    this.parts.current.style.top = `${(row ?? 0) * ROW_HEIGHT}px`;
    this.tabStop = row ?? Math.max(layout.rows.findIndex(Boolean), 0);
    this.tiles.setTabStop(this.tabStop);
  }

  private redraw(): void {
    this.scene = undefined;
    this.frame();
  }

  /** The scene before, while it still covers the view. */
  private sceneFor(view: Viewport): Scene {
    const rows = rowsIn(view, 0);
    const old = this.scene;
    const covers =
      old &&
      old.scale === this.scale &&
      old.layout === this.layout &&
      old.chart === this.content?.chart &&
      old.rows[0] <= rows[0] &&
      old.rows[1] >= rows[1] &&
      old.left <= view.left &&
      old.right >= view.right;
    if (covers) return old;
    const reach = view.right - view.left;
    return {
      chart: this.content!.chart,
      options: this.content!.options,
      layout: this.layout!,
      scale: this.scale!,
      datesOf: this.datesOf,
      focus: this.focus,
      rows: rowsIn(view, 1),
      left: view.left - reach,
      right: view.right + reach,
    };
  }

  private viewport(): Viewport {
    return viewportOf(this.scroller, this.plot, this.parts.top.offsetHeight, this.namesWidth);
  }

  private get viewWidth(): number {
    return this.scroller.clientWidth - this.namesWidth;
  }

  /** Null leaves the scroller, which all charts share, where it is. */
  private zoomTo(wanted: number | null, anchor: number | null): void {
    if (!this.scale || !this.span) return;
    if (anchor === null) {
      this.state.pxPerDay = wanted;
      this.resize();
      return;
    }
    const { scrollLeft } = this.scroller;
    // Scrolling goes by whole pixels: over many steps of one turn of the wheel, what they cut off would add up.
    const same = this.zoomed?.anchor === anchor && this.zoomed.scrollLeft === scrollLeft;
    const instant = same ? this.zoomed!.instant : timeAt(this.scale, scrollLeft + anchor);
    this.state.pxPerDay = wanted;
    this.resize();
    this.scroller.scrollLeft = xOf(this.scale, instant) - anchor;
    this.zoomed = { anchor, instant, scrollLeft: this.scroller.scrollLeft };
    this.frame();
    this.events.stateChanged();
  }

  private namesWidthFor({ sections }: PanelChart): number {
    const longest = Math.max(0, ...sections.map(({ name }) => this.measure.widthOf(name)));
    if (longest === 0) return 12;
    return Math.ceil(Math.min(longest + 36, this.scroller.clientWidth * 0.3));
  }

  private setNamesWidth(width: number): void {
    this.namesWidth = width;
    this.element.style.setProperty('--names', `${width}px`);
    this.head.element.style.width = `${this.scroller.clientWidth}px`;
  }

  private toggleFold(key: string): void {
    const folded = new Set(this.state.folded);
    if (!folded.delete(key)) folded.add(key);
    this.state.folded = [...folded];
    this.events.foldingChanged();
  }

  private clicked(event: Event, edit: boolean): void {
    const task = taskAt(event.target);
    if (task !== null) {
      // A name beside a bar cannot take the focus by itself; with `edit` it goes to the text.
      if (!edit) this.tiles.groupOf(this.layout?.rowOf.get(task) ?? -1)?.focus({ preventScroll: true });
      this.events.choose(task, edit);
    } else if (this.plot.contains(event.target as Node)) this.events.leave();
  }

  private async walk(event: KeyboardEvent): Promise<void> {
    const task = taskAt(event.target);
    const { content, layout } = this;
    if (task === null || !content || !layout || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.events.choose(task, event.key === 'Enter');
    }
    const reached = taskAfter(content.chart, layout, task, event.key);
    if (reached === undefined) return;
    event.preventDefault();
    if (reached !== null) await this.focusTask(reached);
  }

  /** Gives the focus back to a bar that has been drawn anew, unless it has gone elsewhere. */
  private async keepFocus(): Promise<void> {
    const { layout, refocus } = this;
    const row = refocus === null ? undefined : layout?.rowOf.get(refocus);
    if (row === undefined || !this.content || !this.scale) return;
    await this.tiles.drawRow(row, this.scale, this.content.chart);
    // By now there may be other rows, and this has been called for them.
    if (this.layout !== layout) return;
    if (document.activeElement === document.body) this.tiles.groupOf(row)?.focus({ preventScroll: true });
    this.refocus = null;
  }

  /** Moves the keyboard's focus to a task's bar, drawn or not. */
  private async focusTask(task: number): Promise<void> {
    const row = this.layout?.rowOf.get(task);
    if (row === undefined || !this.content || !this.scale) return;
    this.scrollTo(task);
    await this.tiles.drawRow(row, this.scale, this.content.chart);
    this.frame();
    this.tiles.groupOf(row)?.focus({ preventScroll: true });
    this.events.reach(task);
  }
}

function taskAt(target: EventTarget | null): number | null {
  const found = target instanceof Element ? target.closest('[data-task]') : null;
  return found ? Number(found.getAttribute('data-task')) : null;
}
