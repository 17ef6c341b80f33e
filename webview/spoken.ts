import { html } from './element';

const SHOWN_MS = 4000;

/** Words for those who cannot see what has happened, shown for a moment to those who can. */
export class Spoken {
  readonly element = html('div', { class: 'spoken', role: 'status' });
  private timer = 0;

  say(words: string): void {
    this.element.textContent = words;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.element.replaceChildren(), SHOWN_MS);
  }
}
