import type { Range } from 'vscode-languageserver-types';
import type { FromPage, ToPage } from '../client/src/preview/messages';
import type { PanelDocument } from '../server/lsp/protocol';
import { editor, onMessage } from './bridge';
import { Card } from './card';
import { ChartSwitcher, isShown } from './chartSwitcher';
import { ChartView } from './chartView';
import { Dragging } from './dragging';
import { html } from './element';
import { exportChart } from './export/exporter';
import { ExportPanel, type ExportRequest } from './export/exportPanel';
import { FindBox } from './findBox';
import { keysHelp } from './keysHelp';
import { Legend } from './legend';
import { TextMeasure } from './measure';
import { Menu } from './menu';
import { FRESH_STATE, isChosen, type PageState } from './pageState';
import { Requests } from './requests';
import { sameTask } from './sameTask';
import { type Search, search, type TaskKey } from './search';
import { Spoken } from './spoken';
import { chartAtLine, taskAtLine } from './taskAtLine';
import { Toolbar } from './toolbar';
import { Tray } from './tray';
import { ViewSwitches } from './viewSwitches';
import { Zoom } from './zoom';

type Cursor = Extract<ToPage, { type: 'cursor' }>;

/** The whole page: tools, the document's charts one below the other, and the tray of what could not be drawn. */
export class Page {
  private readonly state: PageState = { ...FRESH_STATE, ...editor.getState() };
  private readonly measure = new TextMeasure();
  private readonly scroller = html('main', { class: 'scroller', tabindex: -1 });
  private readonly charts = html('div', { class: 'charts' });
  private readonly heading = html('h1', { class: 'unseen' }, 'Gantt charts');
  private readonly notice = html('p', { class: 'notice', role: 'status', hidden: true });
  private readonly zoom = new Zoom(() => this.visibleViews());
  private readonly legend = new Legend();
  private readonly tray = new Tray(this.state.tray, {
    choose: (key, edit) => this.choose(key, edit),
    fix: (key, at) => void this.offerFixes(key, at),
    toggled: (open) => this.change({ tray: open }),
  });
  private readonly findBox = new FindBox(this.state.filter, {
    changed: (filter) => this.change({ filter }),
    step: (direction) => this.step(direction),
  });
  private readonly switches = new ViewSwitches(this.state.options, (options) => this.change({ options }));
  private readonly switcher = new ChartSwitcher(this.state.shown, (shown) => this.change({ shown }));
  private readonly card: Card;
  private readonly toolbar: Toolbar;
  private readonly requests = new Requests((message) => editor.postMessage(message));
  private readonly menu = new Menu();
  private readonly dragging = new Dragging({
    requests: this.requests,
    menu: this.menu,
    view: (chart) => this.views[chart],
    version: () => this.shown?.version ?? 0,
    apply: (request, choice) => editor.postMessage({ type: 'applyChoice', request, choice }),
    say: (words) => this.spoken.say(words),
  });
  private readonly exports = new ExportPanel((request) => void this.export(request), isDark());
  private readonly spoken = new Spoken();

  private readonly views: ChartView[] = [];
  /** The newest there is; it may still be on its way to the screen. */
  private latest: PanelDocument | undefined;
  /** What is on the screen. */
  private shown: PanelDocument | undefined;
  private found: Search | undefined;
  private match: TaskKey | null = null;
  private focus: TaskKey | null = null;
  private cursor: Cursor | undefined;
  private atCursor: TaskKey | null = null;
  /** The chart that the cursor was last in. */
  private cursorChart = 0;
  private turn = 0;
  private framing = 0;
  private saving = 0;

  constructor() {
    this.scroller.append(this.notice, this.charts);
    this.card = new Card(this.scroller, (anchor) => this.cardOf(anchor));
    const extra = [this.findBox.filters, this.switches.element, this.switches.modes, this.switcher.element];
    const keys = keysHelp();
    const last = [this.zoom.element, this.exports.popover.button, keys.button];
    this.toolbar = new Toolbar([this.heading, this.findBox.element], extra, last);
    const floating = [
      this.menu.element,
      this.exports.popover.element,
      keys.element,
      this.dragging.note,
      this.spoken.element,
    ];
    const footer = html('footer', {}, this.legend.element);
    document.body.append(this.toolbar.element, this.scroller, footer, this.tray.element, ...floating);
    this.scroller.append(this.card.element);
    this.readFont();
    this.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.resized()).observe(this.scroller);
    this.zoom.listenTo(this.scroller);
    document.addEventListener('keydown', (event) => this.keyed(event));
    const theme = new MutationObserver(() => this.readFont() && this.resized());
    theme.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
    theme.observe(document.body, { attributeFilter: ['class'] });
    onMessage((message) => void this.receive(message));
  }

  get hasDocument(): boolean {
    return this.latest !== undefined;
  }

  private async receive(message: ToPage): Promise<void> {
    switch (message.type) {
      case 'document':
        this.state.uri = message.uri;
        this.heading.textContent = `Gantt charts of ${decodeURIComponent(message.uri.slice(message.uri.lastIndexOf('/') + 1))}`;
        this.latest = JSON.parse(message.document) as PanelDocument;
        return this.show(this.latest);
      case 'cursor':
        this.cursor = message;
        this.focus = null;
        return this.followCursor(message.follow);
      case 'unavailable':
        return this.say(message.reason);
      case 'card':
      case 'rescheduled':
      case 'fixes':
        return this.requests.receive(message);
    }
  }

  /** What comes while something older is still being drawn takes its place. */
  private async show(next: PanelDocument): Promise<void> {
    const turn = ++this.turn;
    if (next !== this.shown) this.dragging.cancel();
    const first = !this.shown;
    const { charts } = next;
    const looked = this.viewLookedAt();
    const instant = looked?.leftInstant ?? null;
    const seen = (chart: number) => isShown(chart, this.state.shown, this.cursorChart, charts.length);
    const found = search(charts, this.state.filter, seen);
    while (this.views.length < charts.length) this.views.push(this.view(this.views.length));
    const views = this.views.slice(0, charts.length);
    for (const [index, view] of views.entries()) {
      view.element.hidden = !seen(index);
      if (!view.element.isConnected) this.charts.append(view.element);
    }
    for (const [index, chart] of charts.entries()) {
      const content = {
        chart,
        ordinal: charts.length > 1 ? index + 1 : null,
        options: this.state.options,
        shown: (task: number) => found.shows(index, task),
      };
      if (!(await views[index]!.update(content, () => turn !== this.turn))) return;
    }
    for (const old of this.views.splice(charts.length)) old.element.remove();
    const changed = this.shown !== next;
    if (changed) {
      this.focus = this.after(this.focus, next);
      this.match = this.after(this.match, next);
    }
    this.shown = next;
    this.found = found;
    this.drawSurroundings(next, views);
    if (first) this.scroller.scrollTo(this.state.scroll);
    else if (instant !== null) looked?.scrollToInstant(instant);
    this.followCursor(false);
    this.dragging.refresh();
    this.save();
    if (changed) editor.postMessage({ type: 'drawn', version: next.version });
  }

  /** Where a task of the shown document is in the next one. */
  private after(key: TaskKey | null, next: PanelDocument): TaskKey | null {
    const [before, after] = [this.shown?.charts[key?.chart ?? -1], next.charts[key?.chart ?? -1]];
    const task = key && before && after ? sameTask(before, after, key.task) : null;
    return key && task !== null ? { ...key, task } : null;
  }

  private drawSurroundings({ charts }: PanelDocument, views: readonly ChartView[]): void {
    const visible = (index: number) => !views[index]!.element.hidden;
    const unscheduled = views.flatMap((view, chart) =>
      visible(chart) ? view.unscheduled.map((task) => ({ chart, task })) : [],
    );
    this.tray.draw(charts, unscheduled);
    this.legend.draw(
      charts.filter((_, index) => visible(index)),
      this.state.options,
    );
    this.switcher.draw(charts);
    this.toolbar.drawChosen(isChosen(this.state));
    this.findBox.drawSections([
      ...new Set(charts.flatMap(({ sections }) => sections.map(({ name }) => name))),
    ]);
    this.say(emptyWords(charts.length));
  }

  private view(index: number): ChartView {
    const state = this.state.charts[index] ?? { pxPerDay: null, folded: [] };
    this.state.charts[index] = state;
    const view = new ChartView(this.scroller, this.measure, state, {
      choose: (task, edit) => this.choose({ chart: index, task }, edit),
      leave: () => this.setFocus(null),
      reach: (task) => this.setFocus({ chart: index, task }),
      revealProblem: ({ range, message }) => {
        this.reveal(range, false);
        this.spoken.say(message.replaceAll('`', ''));
      },
      foldingChanged: () => this.change({}),
      stateChanged: () => this.saveSoon(),
    });
    view.element.dataset.chart = String(index);
    this.dragging.listenTo(view, index);
    return view;
  }

  private change(change: Partial<PageState>): void {
    Object.assign(this.state, change);
    this.save();
    if (this.latest) void this.show(this.latest);
  }

  private choose(key: TaskKey, edit: boolean): void {
    const task = this.shown?.charts[key.chart]?.tasks[key.task];
    if (!task) return;
    this.reveal(task.range, edit);
    this.setFocus(key);
  }

  private async offerFixes(key: TaskKey, at: HTMLElement): Promise<void> {
    const task = this.shown?.charts[key.chart]?.tasks[key.task];
    if (!this.shown || !task) return;
    const { version } = this.shown;
    const { request, titles } = await this.requests.fixes({ type: 'fixes', version, range: task.range });
    const fixes = titles.map((title, fix) => ({
      title,
      run: () => editor.postMessage({ type: 'applyFix', request, fix }),
    }));
    const edit = { title: 'Edit the line', run: () => this.choose(key, true) };
    const { left, bottom } = at.getBoundingClientRect();
    this.menu.open(task.note ?? '', [...fixes, edit], { x: left, y: bottom });
  }

  private reveal(range: Range, edit: boolean): void {
    if (this.shown) editor.postMessage({ type: 'reveal', version: this.shown.version, range, edit });
  }

  /** The cursor may be ahead of what is drawn; it is looked at again when its version is on the page. */
  private followCursor(scroll: boolean): void {
    const { cursor, shown } = this;
    if (cursor && shown && cursor.version === shown.version) {
      const before = this.cursorChart;
      this.atCursor = taskAtLine(shown, cursor.position.line);
      this.cursorChart = chartAtLine(shown, cursor.position.line) ?? before;
      if (this.state.shown === 'cursor' && this.cursorChart !== before) this.change({});
    }
    this.applyMarks();
    if (scroll && this.atCursor) this.views[this.atCursor.chart]?.scrollTo(this.atCursor.task);
  }

  private setFocus(focus: TaskKey | null): void {
    this.focus = focus;
    this.applyMarks();
  }

  private applyMarks(): void {
    const { atCursor, focus, found } = this;
    for (const [chart, view] of this.views.entries()) {
      const of = (key: TaskKey | null) => (key?.chart === chart ? key.task : null);
      const matches = found?.matches?.filter((key) => key.chart === chart).map(({ task }) => task);
      view.setMarks({
        current: focus ? null : of(atCursor),
        focus: of(focus),
        matches: matches ? new Set(matches) : null,
      });
    }
    this.tray.mark(focus ?? atCursor);
    const position = this.match ? (found?.matches?.findIndex((key) => same(key, this.match)) ?? -1) : -1;
    this.findBox.drawCount(found?.matches?.length ?? null, position < 0 ? null : position);
  }

  private step(direction: 1 | -1): void {
    const matches = this.found?.matches ?? [];
    const at = matches.findIndex((key) => same(key, this.match));
    const next =
      at < 0 && direction < 0 ? matches.length - 1 : (at + direction + matches.length) % matches.length;
    this.match = matches[next] ?? null;
    if (!this.match) return;
    this.setFocus(this.match);
    this.views[this.match.chart]?.scrollTo(this.match.task);
  }

  /** The charts on the page; the one that is looked at comes last. */
  private visibleViews(): ChartView[] {
    const looked = this.viewLookedAt();
    const others = this.views.filter((view) => !view.element.hidden && view !== looked);
    return looked ? [...others, looked] : others;
  }

  /** Of the charts in view, the one in focus or at the cursor, else the uppermost. */
  private viewLookedAt(): ChartView | undefined {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const inView = this.views.filter(({ element }) => {
      const box = element.getBoundingClientRect();
      return !element.hidden && box.bottom > top && box.top < bottom;
    });
    const chosen = this.views[this.focus?.chart ?? this.atCursor?.chart ?? -1];
    return chosen && inView.includes(chosen) ? chosen : inView[0];
  }

  private async export(request: ExportRequest): Promise<void> {
    const view = this.viewLookedAt();
    if (!view) return;
    const chart = this.views.indexOf(view);
    const post = (message: FromPage) => editor.postMessage(message);
    try {
      await exportChart(request, view, chart, {
        measure: this.measure,
        post,
        say: (words) => this.spoken.say(words),
      });
    } catch (error) {
      this.spoken.say(error instanceof Error ? error.message : String(error));
    }
  }

  private async cardOf(anchor: Element): Promise<string | null> {
    const chart = this.views.findIndex(({ element }) => element.contains(anchor));
    const task = Number(anchor.getAttribute('data-task'));
    return this.requests.card({ type: 'card', version: this.shown?.version ?? 0, chart, task });
  }

  private keyed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key === 'f') {
      event.preventDefault();
      this.findBox.focus();
    } else if (event.key === 'Escape') this.setFocus(null);
    else if (isUndo(event))
      editor.postMessage({ type: event.shiftKey || event.key === 'y' ? 'redo' : 'undo' });
  }

  private say(words: string | null): void {
    this.notice.textContent = words;
    this.notice.hidden = !words;
  }

  private scrolled(): void {
    this.state.scroll = { top: this.scroller.scrollTop, left: this.scroller.scrollLeft };
    this.frameSoon();
    this.saveSoon();
  }

  private resized(): void {
    for (const view of this.views) view.resize();
  }

  /** True if the editor's font has changed. */
  private readFont(): boolean {
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(document.body);
    return this.measure.setFont(`${fontStyle} ${fontWeight} 11px ${fontFamily}`);
  }

  private frameSoon(): void {
    if (this.framing) return;
    this.framing = requestAnimationFrame(() => {
      this.framing = 0;
      for (const view of this.views) view.frame();
    });
  }

  private save(): void {
    clearTimeout(this.saving);
    if (this.state.uri) editor.setState(this.state);
  }

  /** Scrolling and zooming change the state many times a second; the last of them counts. */
  private saveSoon(): void {
    clearTimeout(this.saving);
    this.saving = window.setTimeout(() => this.save(), 100);
  }
}

function isUndo({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const typing = target instanceof HTMLInputElement;
  return (ctrlKey || metaKey) && !typing && ['z', 'Z', 'y'].includes(key);
}

function isDark(): boolean {
  const { classList } = document.body;
  return classList.contains('vscode-dark') || classList.contains('vscode-high-contrast');
}

function same(one: TaskKey, other: TaskKey | null): boolean {
  return one.chart === other?.chart && one.task === other.task;
}

function emptyWords(charts: number): string | null {
  if (charts > 0) return null;
  return 'This document has no gantt chart. A fenced code block marked “mermaid” that begins with the line “gantt” is one.';
}
