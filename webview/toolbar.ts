import { html } from './element';

/** The tools on top of the page. In a narrow panel, `extra` waits behind a button. */
export class Toolbar {
  readonly element = html('header', { class: 'toolbar' });
  private readonly more = html('button', { type: 'button', class: 'more', 'aria-expanded': 'false' }, 'View');

  constructor(first: readonly HTMLElement[], extra: readonly HTMLElement[], last: readonly HTMLElement[]) {
    this.element.append(...first, this.more, ...extra, ...last);
    for (const element of extra) element.classList.add('extra');
    this.more.addEventListener('click', () => {
      this.more.setAttribute('aria-expanded', String(this.element.classList.toggle('open')));
    });
  }

  /** Says at the button that something behind it is not as it is at first, so that nobody looks for what is filtered out. */
  drawChosen(chosen: boolean): void {
    this.more.classList.toggle('chosen', chosen);
    this.more.title = chosen ? 'What is shown has been changed here' : '';
  }
}
