import type { ChartView } from './chartView';
import { html } from './element';
import { listenToPinch } from './pinch';

/** How many days each button shows across the view; null shows the whole chart. */
const SPANS = [
  { name: 'Fit', days: null, title: 'Show the whole chart (0)' },
  { name: 'Quarter', days: 92, title: 'Show three months (3)' },
  { name: 'Month', days: 31, title: 'Show a month (2)' },
  { name: 'Week', days: 7, title: 'Show a week (1)' },
] as const;
const KEYS: Record<string, number> = { '0': 0, '3': 1, '2': 2, '1': 3 };
const STEP = 1.25;

/** Zooming on the time axis: buttons, keys, the wheel around the pointer (a pinch on a touchpad is one with Ctrl), two fingers. */
export class Zoom {
  readonly element = html('div', { class: 'zoom', role: 'group', 'aria-label': 'Zoom' });

  constructor(private readonly views: () => readonly ChartView[]) {
    const button = (name: string, title: string, act: () => void) => {
      const element = html('button', { type: 'button', title }, name);
      element.addEventListener('click', act);
      return element;
    };
    this.element.append(
      button('−', 'Zoom out (-)', () => this.step(1 / STEP)),
      button('+', 'Zoom in (+)', () => this.step(STEP)),
      ...SPANS.map(({ name, days, title }) => button(name, title, () => this.show(days))),
    );
  }

  listenTo(scroller: HTMLElement): void {
    scroller.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const view = this.viewAt(event.target);
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
        view?.zoomBy(
          Math.exp(-Math.max(-60, Math.min(60, event.deltaY * lines)) / 200),
          view.anchorAt(event.clientX),
        );
      },
      { passive: false },
    );
    listenToPinch(scroller, (target, factor, clientX) => {
      const view = this.viewAt(target);
      view?.zoomBy(factor, view.anchorAt(clientX));
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (typing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === '+' || event.key === '=') this.step(STEP);
      else if (event.key === '-') this.step(1 / STEP);
      else if (event.key in KEYS) this.show(SPANS[KEYS[event.key]!]!.days);
      else return;
      event.preventDefault();
    });
  }

  private viewAt(target: EventTarget | null): ChartView | undefined {
    return this.views().find(({ element }) => element.contains(target as Node));
  }

  /** The scroller stays with the chart that is looked at. */
  private step(factor: number): void {
    this.each((view, anchor) => view.zoomBy(factor, anchor));
  }

  private show(days: number | null): void {
    this.each((view, anchor) => view.showDays(days, anchor));
  }

  private each(zoom: (view: ChartView, anchor: number | null) => void): void {
    const views = this.views();
    for (const [index, view] of views.entries())
      zoom(view, index === views.length - 1 ? view.anchorAt(null) : null);
  }
}
