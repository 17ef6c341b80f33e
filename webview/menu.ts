import { html } from './element';
import { withCode } from './inlineCode';

export interface MenuItem {
  readonly title: string;
  run(): void;
  /** Shows what it would do, while it is pointed at or reached by key. */
  preview?(): void;
}

/** A short list of things to do, at a place on the page; there is at most one. */
export class Menu {
  readonly element = html('div', { class: 'menu', hidden: true });
  private readonly heading = html('p', { id: 'menu-heading' });
  private readonly list = html('div', { role: 'menu', 'aria-labelledby': 'menu-heading' });
  private closed: (() => void) | undefined;
  private before: Element | null = null;

  constructor() {
    this.element.append(this.heading, this.list);
    this.element.addEventListener('keydown', (event) => this.keyed(event));
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.element.hidden && !this.element.contains(target as Node)) this.close();
    });
    // Whoever is elsewhere by now is not called back.
    window.addEventListener('blur', () => {
      this.before = null;
      this.close();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** `closed` is called when it closes without anything chosen. */
  open(heading: string, items: readonly MenuItem[], at: { x: number; y: number }, closed = () => {}): void {
    this.close();
    this.before = document.activeElement;
    this.closed = closed;
    this.heading.replaceChildren(...withCode(heading));
    this.list.replaceChildren(...items.map((item) => this.button(item)));
    this.element.hidden = false;
    const { offsetWidth, offsetHeight } = this.element;
    this.element.style.left = `${Math.max(Math.min(at.x, innerWidth - offsetWidth - 8), 8)}px`;
    this.element.style.top = `${Math.max(Math.min(at.y, innerHeight - offsetHeight - 8), 8)}px`;
    (this.list.firstElementChild as HTMLElement | null)?.focus();
  }

  close(): void {
    if (this.element.hidden) return;
    const { closed } = this;
    this.hide();
    closed?.();
  }

  private hide(): void {
    this.element.hidden = true;
    this.closed = undefined;
    if (this.before instanceof HTMLElement || this.before instanceof SVGElement)
      this.before.focus({ preventScroll: true });
  }

  private button({ title, run, preview }: MenuItem): HTMLElement {
    const button = html('button', { type: 'button', role: 'menuitem', tabindex: -1 }, ...withCode(title));
    button.addEventListener('click', () => {
      this.hide();
      run();
    });
    button.addEventListener('pointerenter', () => button.focus());
    button.addEventListener('focus', () => preview?.());
    return button;
  }

  private keyed(event: KeyboardEvent): void {
    const items = Array.from(this.list.children) as HTMLElement[];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (target !== undefined) items.at(target % items.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
