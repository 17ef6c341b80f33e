import type { Rescheduled } from '../client/src/preview/messages';
import type { Drag, DragPart, NewDates } from '../server/lsp/protocol';
import type { ChartView } from './chartView';
import { dragged, partAt, shifted, stepOf } from './drag';
import { html } from './element';
import type { Menu } from './menu';
import type { Requests } from './requests';
import type { TaskKey } from './search';
import { DAY, shortDate, spokenLength } from './wallDate';

/** A pointer that has moved less than this has clicked. */
const CLICK = 4;
/** How long a new text may take, in milliseconds, before the preview of a change that was not made goes away. */
const PATIENCE = 1500;
const PARTS: Record<string, DragPart> = { m: 'all', s: 'start', e: 'end' };

export interface DragContext {
  readonly requests: Requests;
  readonly menu: Menu;
  view(chart: number): ChartView | undefined;
  /** The version that is on the page. */
  version(): number;
  apply(request: number, choice: number): void;
  say(words: string): void;
}

/** A bar on its way to other dates. */
interface Held {
  readonly key: TaskKey;
  readonly part: DragPart;
  readonly dates: readonly [number, number];
  readonly version: number;
  drag: Drag;
}

/**
 * Moving a bar or its edges, by pointer or by keys (M, S or E, then the arrows). What would follow is seen at once; the
 * text changes when the bar is let go, and not at all with Escape.
 */
export class Dragging {
  readonly note = html('div', { class: 'drag-note', role: 'status', hidden: true });
  private held: Held | undefined;
  private from: { x: number; pointer: number; key: TaskKey; part: DragPart } | undefined;
  private asking: Promise<void> | undefined;
  private answered: { drag: Drag; request: number; answer: Rescheduled | null } | undefined;

  constructor(private readonly context: DragContext) {
    document.addEventListener('keydown', (event) => this.keyed(event), { capture: true });
    window.addEventListener('blur', () => this.cancel());
  }

  /** Listens for pointers on a chart. */
  listenTo(view: ChartView, chart: number): void {
    const { element } = view;
    element.addEventListener('pointerdown', (event) => this.take(event, view, chart));
    element.addEventListener('pointermove', (event) => this.pull(event, view));
    element.addEventListener('pointerup', (event) => this.release(event));
    element.addEventListener('pointercancel', () => this.cancel());
  }

  /** Something newer is on the page: what was held is no more. */
  cancel(): void {
    this.from = undefined;
    if (!this.held) return;
    this.context.view(this.held.key.chart)?.preview(null);
    this.held = undefined;
    this.answered = undefined;
    this.note.hidden = true;
  }

  private take(event: PointerEvent, view: ChartView, chart: number): void {
    // A finger scrolls, and two fingers zoom.
    const bar = event.button === 0 && event.pointerType !== 'touch' ? view.barAt(event) : null;
    if (!bar) return;
    const part = partAt(bar.x, bar.left, bar.right, bar.milestone);
    this.from = { x: event.clientX, pointer: event.pointerId, key: { chart, task: bar.task }, part };
  }

  private pull(event: PointerEvent, view: ChartView): void {
    if (!this.from) {
      view.showHandles(event);
      return;
    }
    const distance = event.clientX - this.from.x;
    if (!this.held && Math.abs(distance) < CLICK) return;
    if (!this.held) {
      this.hold(this.from.key, this.from.part);
      view.element.setPointerCapture(event.pointerId);
    }
    const { held } = this;
    if (!held || !view.timeScale) return;
    this.moveTo(dragged(held.part, held.dates, distance, view.timeScale));
    this.note.style.left = `${event.clientX + 14}px`;
    this.note.style.top = `${event.clientY + 18}px`;
  }

  private release(event: PointerEvent): void {
    const { held } = this;
    this.from = undefined;
    if (!held) return;
    // The click that ends a drag is none.
    const stop = (click: Event) => click.stopPropagation();
    window.addEventListener('click', stop, { capture: true });
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
    void this.drop(held, { x: event.clientX, y: event.clientY });
  }

  private hold(key: TaskKey, part: DragPart): void {
    const view = this.context.view(key.chart);
    const dates = view?.datesOfTask(key.task);
    if (!dates) return;
    this.held = { key, part, dates, version: this.context.version(), drag: shifted(part, dates, 0) };
  }

  private moveTo(drag: Drag): void {
    const { held } = this;
    if (!held) return;
    held.drag = drag;
    this.note.hidden = false;
    this.note.textContent =
      drag.start === drag.end
        ? shortDate(drag.start)
        : `${shortDate(drag.start)} – ${shortDate(drag.end)} · ${spokenLength(drag.end - drag.start)}`;
    this.preview(held, []);
    void this.ask(held);
  }

  /** The bar itself follows at once; what hangs on it, as soon as the server has said where it goes. */
  private preview({ key, drag }: Held, dates: readonly NewDates[]): void {
    const own: NewDates = [key.task, drag.start, drag.end];
    this.context
      .view(key.chart)
      ?.preview(new Map([own, ...dates].map(([task, start, end]) => [task, [start, end]])));
  }

  /** One question at a time; the newest position is asked for when the answer is there. Resolves when it has come. */
  private async ask(held: Held): Promise<void> {
    this.asking ??= this.askOn(held).finally(() => {
      this.asking = undefined;
    });
    await this.asking;
    // What was waited for may have been about a bar that was held before.
    if (this.held === held && this.answered?.drag !== held.drag) await this.ask(held);
  }

  private async askOn(held: Held): Promise<void> {
    while (this.held === held && this.answered?.drag !== held.drag) {
      const { drag, key, version } = held;
      const { request, answer } = await this.context.requests.reschedule({
        type: 'reschedule',
        version,
        ...key,
        drag,
      });
      if (this.held !== held) return;
      this.answered = { drag, request, answer };
      this.preview(held, answer?.choices[0]?.dates ?? []);
    }
  }

  private async drop(held: Held, at: { x: number; y: number }): Promise<void> {
    const { drag, dates, key } = held;
    if (drag.start === dates[0] && drag.end === dates[1]) return this.cancel();
    await this.ask(held);
    if (this.held !== held || this.answered?.drag !== drag) return;
    const { request, answer } = this.answered;
    if (!answer || answer.choices.length === 0) {
      this.cancel();
      return this.context.say(
        answer ? 'The chart’s dateFormat cannot say this date.' : 'The text has changed meanwhile.',
      );
    }
    if (answer.choices.length === 1 && !answer.explanation) return this.apply(request, 0);
    this.note.hidden = true;
    const items = answer.choices.map(({ title, dates }, choice) => ({
      title,
      run: () => this.apply(request, choice),
      preview: () =>
        this.context
          .view(key.chart)
          ?.preview(new Map(dates.map(([task, start, end]) => [task, [start, end]]))),
    }));
    this.context.menu.open(answer.explanation ?? 'How?', items, at, () => this.cancel());
  }

  /** The preview stays until the new text has been drawn, so that nothing jumps back in between. */
  private apply(request: number, choice: number): void {
    const view = this.held && this.context.view(this.held.key.chart);
    setTimeout(() => this.held || view?.preview(null), PATIENCE);
    this.held = undefined;
    this.answered = undefined;
    this.note.hidden = true;
    this.context.apply(request, choice);
  }

  private keyed(event: KeyboardEvent): void {
    if (this.context.menu.isOpen) return;
    if (event.key === 'Escape' && (this.held || this.from)) {
      this.cancel();
      event.stopPropagation();
    } else if (!this.held) this.pickUp(event);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.nudge(event);
    else if (event.key === 'Enter') {
      const bar = document.activeElement?.getBoundingClientRect();
      event.preventDefault();
      event.stopPropagation();
      void this.drop(this.held, { x: bar?.left ?? 0, y: bar?.bottom ?? 0 });
    }
  }

  private pickUp(event: KeyboardEvent): void {
    const part = PARTS[event.key];
    const bar =
      event.target instanceof SVGElement ? event.target.closest<SVGElement>('.bar[data-task]') : null;
    if (!part || !bar || event.ctrlKey || event.metaKey || event.altKey) return;
    const chart = Number(bar.closest<HTMLElement>('.chart')?.dataset.chart);
    event.preventDefault();
    this.hold({ chart, task: Number(bar.dataset.task) }, part);
    if (!this.held) return;
    const place = bar.getBoundingClientRect();
    this.note.style.left = `${place.left}px`;
    this.note.style.top = `${place.bottom + 4}px`;
    this.moveTo(this.held.drag);
    this.context.say(
      'Arrow keys move by a day, with Shift by a week. Enter changes the text, Escape cancels.',
    );
  }

  private nudge(event: KeyboardEvent): void {
    const { held } = this;
    const scale = held && this.context.view(held.key.chart)?.timeScale;
    if (!held || !scale) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? 7 * DAY : stepOf(scale);
    const way = event.key === 'ArrowLeft' ? -step : step;
    this.moveTo(shifted(held.part, [held.drag.start, held.drag.end], way));
  }
}
