import type { Rescheduled } from '../client/src/preview/messages';
import type { Drag, DragPart, NewDates } from '../server/lsp/protocol';
import type { ChartView } from './chartView';
import { dragged, partAt, shifted } from './drag';
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
/** They would lead to another bar. */
const WALKING = ['ArrowUp', 'ArrowDown', 'Home', 'End'];

export interface DragContext {
  readonly requests: Requests;
  readonly menu: Menu;
  view(chart: number): ChartView | undefined;
  /** The version that is on the page. */
  version(): number;
  apply(request: number, choice: number): void;
  say(words: string): void;
}

/** A bar under a pointer that is down, before it has moved. */
interface Pressed {
  readonly x: number;
  readonly pointer: number;
  readonly key: TaskKey;
  readonly part: DragPart;
}

/** A bar on its way to other dates. */
interface Held {
  readonly key: TaskKey;
  readonly part: DragPart;
  readonly dates: readonly [number, number];
  readonly version: number;
  /** The bar that the keys move; null where a pointer does. */
  readonly bar: Element | null;
  drag: Drag;
  /** The last answer, and what it was an answer to. */
  answered?: { drag: Drag; request: number; answer: Rescheduled | null };
  asking?: Promise<void> | undefined;
  /** It has been let go, and waits for an answer or a choice. */
  dropped?: boolean;
}

/**
 * Moving a bar or its edges, by pointer or by keys (M, S or E, then the arrows). What would follow is seen at once; the
 * text changes when the bar is let go, and not at all with Escape.
 */
export class Dragging {
  readonly note = html('div', { class: 'drag-note', role: 'status', hidden: true });
  private held: Held | undefined;
  private pressed: Pressed | undefined;

  constructor(private readonly context: DragContext) {
    document.addEventListener('keydown', (event) => this.keyed(event), { capture: true });
    document.addEventListener('focusin', ({ target }) => this.focused(target));
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

  /** Something newer is on the page, or nobody wants to move the bar any more. */
  cancel(): void {
    this.pressed = undefined;
    const { held } = this;
    if (!held) return;
    this.letGo();
    this.context.view(held.key.chart)?.preview(null);
    if (held.dropped) this.context.menu.close();
  }

  /** The chart has been drawn anew, with the same dates. */
  refresh(): void {
    if (this.held) this.preview(this.held);
  }

  private letGo(): void {
    this.held = undefined;
    this.note.hidden = true;
  }

  private take(event: PointerEvent, view: ChartView, chart: number): void {
    this.cancel();
    // A finger scrolls, and two fingers zoom.
    const bar = event.button === 0 && event.pointerType !== 'touch' ? view.barAt(event) : null;
    if (!bar) return;
    const part = partAt(bar.x, bar.left, bar.right, bar.milestone);
    this.pressed = { x: event.clientX, pointer: event.pointerId, key: { chart, task: bar.task }, part };
  }

  private pull(event: PointerEvent, under: ChartView): void {
    const { pressed } = this;
    if (!pressed) under.showHandles(event);
    if (pressed?.pointer !== event.pointerId) return;
    if (!(event.buttons & 1)) {
      // It was let go where nobody heard of it.
      this.cancel();
      return;
    }
    const view = this.context.view(pressed.key.chart);
    const distance = event.clientX - pressed.x;
    if (!view || (!this.held && Math.abs(distance) < CLICK)) return;
    if (!this.held) {
      this.hold(pressed.key, pressed.part, null);
      view.element.setPointerCapture(event.pointerId);
    }
    const { held } = this;
    if (!held || !view.timeScale) return;
    this.moveTo(dragged(held.part, held.dates, distance, view.timeScale, view.dragStep));
    this.note.style.left = `${event.clientX + 14}px`;
    this.note.style.top = `${event.clientY + 18}px`;
  }

  private release(event: PointerEvent): void {
    const { held, pressed } = this;
    this.pressed = undefined;
    if (!pressed || !held) return;
    // The click that ends a drag is none.
    const stop = (click: Event) => click.stopPropagation();
    window.addEventListener('click', stop, { capture: true });
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
    void this.drop(held, { x: event.clientX, y: event.clientY });
  }

  private hold(key: TaskKey, part: DragPart, bar: Element | null): void {
    const dates = this.context.view(key.chart)?.datesOfTask(key.task);
    if (!dates) return;
    // A task that ends before it starts has no edge that could be told from the other.
    const whole = dates[1] < dates[0] ? 'all' : part;
    const version = this.context.version();
    this.held = { key, part: whole, dates, version, bar, drag: shifted(whole, dates, 0) };
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
    this.preview(held);
    if (drag.start !== held.dates[0] || drag.end !== held.dates[1]) void this.ask(held);
  }

  /** The bar itself follows at once; what hangs on it stays where the last answer had it until there is a newer one. */
  private preview({ key, drag, answered }: Held): void {
    const own: NewDates = [key.task, drag.start, drag.end];
    const dates = answered?.answer?.choices[0]?.dates ?? [];
    this.context
      .view(key.chart)
      ?.preview(new Map([...dates, own].map(([task, start, end]) => [task, [start, end]])));
  }

  /** One question at a time; the newest position is asked for when the answer is there. Resolves when it has come. */
  private ask(held: Held): Promise<void> {
    held.asking ??= this.askOn(held).finally(() => {
      held.asking = undefined;
    });
    return held.asking;
  }

  private async askOn(held: Held): Promise<void> {
    while (this.held === held && held.answered?.drag !== held.drag) {
      const { drag, key, version } = held;
      const { requests } = this.context;
      const { request, answer } = await requests.reschedule({ type: 'reschedule', version, ...key, drag });
      if (this.held !== held) return;
      held.answered = { drag, request, answer };
      this.preview(held);
    }
  }

  private async drop(held: Held, at: { x: number; y: number }): Promise<void> {
    const { drag, dates, key } = held;
    if (held.dropped) return;
    if (drag.start === dates[0] && drag.end === dates[1]) return this.cancel();
    held.dropped = true;
    await this.ask(held);
    if (this.held !== held || !held.answered) return;
    const { request, answer } = held.answered;
    if (!answer || answer.choices.length === 0) {
      this.cancel();
      return this.context.say(
        answer ? 'The chart’s dateFormat cannot say this date.' : 'The text has changed meanwhile.',
      );
    }
    if (answer.choices.length === 1 && !answer.explanation) return this.apply(held, request, 0);
    this.note.hidden = true;
    const items = answer.choices.map(({ title, dates }, choice) => ({
      title,
      run: () => this.apply(held, request, choice),
      preview: () =>
        this.context
          .view(key.chart)
          ?.preview(new Map(dates.map(([task, start, end]) => [task, [start, end]]))),
    }));
    this.context.menu.open(answer.explanation ?? 'How?', items, at, () => this.cancel());
  }

  /** The preview stays until the new text has been drawn, so that nothing jumps back in between. */
  private apply(held: Held, request: number, choice: number): void {
    const view = this.context.view(held.key.chart);
    setTimeout(() => this.held || view?.preview(null), PATIENCE);
    this.letGo();
    this.context.apply(request, choice);
  }

  private keyed(event: KeyboardEvent): void {
    if (this.context.menu.isOpen) return;
    const { held } = this;
    if (event.key === 'Escape' && (held || this.pressed)) {
      this.cancel();
      event.stopPropagation();
    } else if (!held) this.pickUp(event);
    else if (held.bar?.contains(event.target as Node)) this.steer(event, held);
  }

  /** Keys move the bar that has the focus, so going elsewhere leaves it where it was. */
  private focused(target: EventTarget | null): void {
    const { held } = this;
    if (held?.bar && !held.dropped && !held.bar.contains(target as Node)) this.cancel();
  }

  private pickUp(event: KeyboardEvent): void {
    const part = PARTS[event.key];
    const bar =
      event.target instanceof SVGElement ? event.target.closest<SVGElement>('.bar[data-task]') : null;
    if (!part || !bar || event.ctrlKey || event.metaKey || event.altKey) return;
    const chart = Number(bar.closest<HTMLElement>('.chart')?.dataset.chart);
    event.preventDefault();
    this.hold({ chart, task: Number(bar.dataset.task) }, part, bar);
    if (!this.held) return;
    const place = bar.getBoundingClientRect();
    this.note.style.left = `${place.left}px`;
    this.note.style.top = `${place.bottom + 4}px`;
    this.moveTo(this.held.drag);
    const step = spokenLength(this.context.view(chart)?.dragStep ?? DAY);
    this.context.say(
      `Arrow keys move by ${step}, with Shift by a week. Enter changes the text, Escape cancels.`,
    );
  }

  private steer(event: KeyboardEvent, held: Held): void {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.nudge(event, held);
    else if (event.key === 'Enter') {
      const { left, bottom } = held.bar!.getBoundingClientRect();
      void this.drop(held, { x: left, y: bottom });
    } else if (!WALKING.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private nudge({ key, shiftKey }: KeyboardEvent, held: Held): void {
    const step = this.context.view(held.key.chart)?.dragStep ?? DAY;
    const way = shiftKey ? Math.max(7 * DAY, step) : step;
    const { start, end } = held.drag;
    if (!held.dropped) this.moveTo(shifted(held.part, [start, end], key === 'ArrowLeft' ? -way : way));
  }
}
