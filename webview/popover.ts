import { html, setAttribute } from './element';

/** A small dialog below its button. It closes with Escape, by a click elsewhere, and when the focus leaves it. */
export class Popover {
  readonly button: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(name: string, mark: string, kind: string, ...content: (Node | string)[]) {
    const expects = { 'aria-expanded': 'false', 'aria-haspopup': 'dialog' };
    this.button = html('button', { type: 'button', ...expects }, mark);
    if (mark !== name) setAttribute(this.button, 'aria-label', name);
    const named = { role: 'dialog', 'aria-label': name, tabindex: -1 };
    this.element = html('div', { class: `menu ${kind}`, ...named, hidden: true }, ...content);
    this.button.addEventListener('click', () => this.toggle(this.element.hidden === true));
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close(true);
    });
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.owns(relatedTarget)) this.toggle(false);
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.owns(target as Node)) this.toggle(false);
    });
  }

  /** With `focus`, the keyboard goes back to the button. */
  close(focus: boolean): void {
    this.toggle(false);
    if (focus) this.button.focus();
  }

  private toggle(open: boolean): void {
    this.element.hidden = !open;
    setAttribute(this.button, 'aria-expanded', String(open));
    if (!open) return;
    const { right, bottom } = this.button.getBoundingClientRect();
    this.element.style.left = `${Math.max(right - this.element.offsetWidth, 8)}px`;
    this.element.style.top = `${bottom + 4}px`;
    (this.element.querySelector<HTMLElement>('input, button') ?? this.element).focus();
  }

  private owns(node: Node): boolean {
    return this.element.contains(node) || this.button.contains(node);
  }
}
