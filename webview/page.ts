import type { ToPage } from '../client/src/preview/messages';
import type { PanelDocument } from '../server/lsp/protocol';
import { editor, onMessage, type PageState } from './bridge';
import { ChartView } from './chartView';
import { html } from './element';
import { TextMeasure } from './measure';
import { taskAtLine } from './taskAtLine';
import { Tray, type TrayEntry } from './tray';
import { Zoom } from './zoom';

type Cursor = Extract<ToPage, { type: 'cursor' }>;

/** The whole page: the document's charts one below the other, and the tray of what could not be drawn. */
export class Page {
  private readonly state: PageState = editor.getState() ?? {
    uri: '',
    charts: [],
    scroll: { top: 0, left: 0 },
    tray: true,
  };
  private readonly measure = new TextMeasure();
  private readonly scroller = html('main', { class: 'scroller', tabindex: -1 });
  private readonly notice = html('p', { class: 'notice', role: 'status', hidden: true });
  private readonly tray = new Tray(
    this.state.tray,
    (entry, edit) => this.choose(entry, edit),
    (open) => {
      this.state.tray = open;
      this.save();
    },
  );
  private readonly zoom = new Zoom(() => this.views);
  private views: ChartView[] = [];
  private shown: PanelDocument | undefined;
  private newest = 0;
  private cursor: Cursor | undefined;
  private framing = 0;
  private saving = 0;

  constructor() {
    this.scroller.append(this.notice);
    document.body.append(
      html('header', { class: 'toolbar' }, this.zoom.element),
      this.scroller,
      this.tray.element,
    );
    this.readFont();
    this.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.resized()).observe(this.scroller);
    this.zoom.listenTo(this.scroller);
    new MutationObserver(() => this.themeChanged()).observe(document.documentElement, {
      attributeFilter: ['style', 'class'],
    });
    new MutationObserver(() => this.themeChanged()).observe(document.body, { attributeFilter: ['class'] });
    onMessage((message) => void this.receive(message));
  }

  private async receive(message: ToPage): Promise<void> {
    switch (message.type) {
      case 'document':
        this.state.uri = message.uri;
        return this.show(message.document);
      case 'cursor':
        this.cursor = message;
        return this.followCursor(true);
      case 'unavailable':
        return this.say(message.reason);
    }
  }

  /** A version that comes while an older one is still being drawn takes its place. */
  private async show(next: PanelDocument): Promise<void> {
    const turn = ++this.newest;
    const cancelled = () => turn !== this.newest;
    const first = !this.shown;
    const views = next.charts.map((_, index) => this.views[index] ?? this.view(index));
    for (const view of views) if (!view.element.isConnected) this.scroller.append(view.element);
    for (const [index, chart] of next.charts.entries()) {
      const ordinal = next.charts.length > 1 ? index + 1 : null;
      if (!(await views[index]!.update(chart, ordinal, cancelled))) return;
    }
    for (const old of this.views.slice(views.length)) old.element.remove();
    this.views = views;
    this.shown = next;
    this.say(emptyWords(next));
    this.tray.draw(
      next.charts,
      views.flatMap((view, chart) => view.undated.map((task) => ({ chart, task }))),
    );
    if (first) this.scroller.scrollTo(this.state.scroll);
    this.followCursor(false);
    this.save();
    editor.postMessage({ type: 'drawn', version: next.version });
  }

  private view(index: number): ChartView {
    const state = this.state.charts[index] ?? { pxPerDay: null, folded: [] };
    this.state.charts[index] = state;
    return new ChartView(this.scroller, this.measure, state, {
      choose: (task, edit) => this.choose({ chart: index, task }, edit),
      revealRefusal: () => this.revealRefusal(index),
      stateChanged: () => this.save(),
    });
  }

  private choose(entry: TrayEntry, edit: boolean): void {
    const task = this.shown?.charts[entry.chart]?.tasks[entry.task];
    if (!this.shown || !task) return;
    editor.postMessage({ type: 'reveal', version: this.shown.version, range: task.range, edit });
    this.highlight(entry, false);
  }

  private revealRefusal(chart: number): void {
    const rejection = this.shown?.charts[chart]?.rejection;
    if (!this.shown || !rejection) return;
    editor.postMessage({ type: 'reveal', version: this.shown.version, range: rejection.range, edit: true });
  }

  /** The cursor may be ahead of what is drawn; it is looked at again when its version is on the page. */
  private followCursor(scroll: boolean): void {
    const { cursor, shown } = this;
    if (!cursor || !shown || cursor.version !== shown.version) return;
    this.highlight(taskAtLine(shown, cursor.position.line), scroll);
  }

  private highlight(entry: TrayEntry | null, scroll: boolean): void {
    for (const [index, view] of this.views.entries()) {
      view.highlight(entry?.chart === index ? entry.task : null, scroll);
    }
    this.tray.highlight(entry);
  }

  private say(words: string | null): void {
    this.notice.textContent = words;
    this.notice.hidden = !words;
  }

  private scrolled(): void {
    this.state.scroll = { top: this.scroller.scrollTop, left: this.scroller.scrollLeft };
    this.frameSoon();
    this.save();
  }

  private resized(): void {
    for (const view of this.views) view.resize();
  }

  private themeChanged(): void {
    if (this.readFont()) this.resized();
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

  /** Scrolling changes the state many times a second; the last of them counts. */
  private save(): void {
    clearTimeout(this.saving);
    this.saving = window.setTimeout(() => this.state.uri && editor.setState(this.state), 100);
  }
}

function emptyWords({ charts }: PanelDocument): string | null {
  if (charts.length > 0) return null;
  return 'This document has no gantt chart. A fenced code block marked “mermaid” that begins with the line “gantt” is one.';
}
