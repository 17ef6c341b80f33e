import { html } from './element';

/** The tools on top of the page. In a narrow panel, `extra` waits behind a button. */
export function toolbarOf(
  first: HTMLElement,
  extra: readonly HTMLElement[],
  last: readonly HTMLElement[],
): HTMLElement {
  const more = html('button', { type: 'button', class: 'more', 'aria-expanded': 'false' }, 'View');
  const toolbar = html('header', { class: 'toolbar' }, first, more, ...extra, ...last);
  for (const element of extra) element.classList.add('extra');
  more.addEventListener('click', () => {
    more.setAttribute('aria-expanded', String(toolbar.classList.toggle('open')));
  });
  return toolbar;
}
