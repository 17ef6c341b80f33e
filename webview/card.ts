import { html } from './element';
import { richText } from './richText';

const DELAY = 350;
/** How long the card waits for a pointer that is on its way to it. */
const GRACE = 250;
const APART = 6;

/** The card that says everything about a task, beside its bar; as in the editor. */
export class Card {
  readonly element = html('div', { class: 'card', role: 'tooltip', id: 'card', hidden: true });
  private timer = 0;
  private leaving = 0;
  private anchor: Element | null = null;
  private dismissed: Element | null = null;

  /** `textOf` asks for the card's Markdown for an element of the page; null where there is none. */
  constructor(
    private readonly page: HTMLElement,
    private readonly textOf: (anchor: Element) => Promise<string | null>,
  ) {
    page.addEventListener('pointerover', ({ target }) => this.aim(target));
    page.addEventListener('pointerdown', () => this.dismiss());
    page.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches(':focus-visible')) this.aim(target);
    });
    page.addEventListener('focusout', () => this.hide());
    document.addEventListener('scroll', () => this.hide(), { capture: true, passive: true });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide());
    page.addEventListener('pointerleave', () => this.hide());
  }

  hide(): void {
    clearTimeout(this.timer);
    clearTimeout(this.leaving);
    this.anchor?.removeAttribute('aria-describedby');
    this.anchor = null;
    this.element.hidden = true;
  }

  /** Who clicks wants to see the chart: the card comes back when the pointer has been elsewhere. */
  private dismiss(): void {
    this.dismissed = this.anchor;
    this.hide();
  }

  /** The card stays while the pointer is on it, so that it can be read and copied from. */
  private aim(target: EventTarget | null): void {
    clearTimeout(this.leaving);
    if (!(target instanceof Element) || this.element.contains(target)) return;
    const anchor = target.closest('[data-task]');
    if (anchor === this.anchor || (anchor && anchor === this.dismissed)) return;
    if (!anchor && !this.element.hidden) {
      this.leaving = window.setTimeout(() => this.hide(), GRACE);
      return;
    }
    this.dismissed = null;
    this.hide();
    if (!anchor || !this.page.contains(anchor)) return;
    this.anchor = anchor;
    this.timer = window.setTimeout(() => void this.show(anchor), DELAY);
  }

  private async show(anchor: Element): Promise<void> {
    const text = await this.textOf(anchor);
    if (!text || this.anchor !== anchor || !anchor.isConnected) return;
    this.element.replaceChildren(...richText(text));
    this.element.hidden = false;
    anchor.setAttribute('aria-describedby', this.element.id);
    const bar = (anchor.querySelector('rect') ?? anchor).getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    const below = bar.bottom + APART;
    const fits = below + offsetHeight <= innerHeight;
    const left = Math.min(Math.max(bar.left, APART), Math.max(innerWidth - offsetWidth - APART, APART));
    this.element.style.left = `${left}px`;
    this.element.style.top = `${fits ? below : Math.max(bar.top - offsetHeight - APART, APART)}px`;
  }
}
