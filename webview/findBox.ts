import { html } from './element';
import { STATES } from './find';
import type { Filter } from './pageState';

export interface FindEvents {
  changed(filter: Filter): void;
  /** To the next match, or the one before. */
  step(direction: 1 | -1): void;
}

/** The search box with its count and filters. */
export class FindBox {
  readonly element = html('div', { class: 'find', role: 'search' });
  readonly filters = html('div', { class: 'find' });
  private readonly input = html('input', {
    type: 'search',
    placeholder: 'Find words or is:late',
    'aria-label': 'Find tasks by name, id, section or state',
    title: `Words, or ${Object.keys(STATES)
      .map((state) => `is:${state}`)
      .join(' ')}`,
    spellcheck: 'false',
    list: 'states',
  });
  private readonly count = html('span', { class: 'count', role: 'status' });
  private readonly previous = html(
    'button',
    { type: 'button', class: 'icon', 'aria-label': 'Previous match', title: 'Previous match (Shift+Enter)' },
    '↑',
  );
  private readonly next = html(
    'button',
    { type: 'button', class: 'icon', 'aria-label': 'Next match', title: 'Next match (Enter)' },
    '↓',
  );
  private readonly only = html(
    'button',
    { type: 'button', class: 'toggle', title: 'Leave out everything else' },
    'Only matches',
  );
  private readonly section = html('select', { 'aria-label': 'Section' });
  private readonly milestones = html(
    'button',
    { type: 'button', class: 'toggle', title: 'Show milestones only' },
    '◆ Milestones',
  );

  constructor(
    private filter: Filter,
    private readonly events: FindEvents,
  ) {
    const states = Object.keys(STATES).map((state) => html('option', { value: `is:${state}` }));
    const box = html('div', { class: 'find-box' }, this.input, this.count, this.previous, this.next);
    this.element.append(box, html('datalist', { id: 'states' }, ...states));
    this.filters.append(this.only, this.section, this.milestones);
    this.input.value = filter.query;
    this.input.addEventListener('input', () => this.change({ query: this.input.value }));
    this.input.addEventListener('keydown', (event) => this.keyed(event));
    this.previous.addEventListener('click', () => events.step(-1));
    this.next.addEventListener('click', () => events.step(1));
    this.only.addEventListener('click', () => this.change({ onlyMatches: !this.filter.onlyMatches }));
    this.milestones.addEventListener('click', () =>
      this.change({ milestonesOnly: !this.filter.milestonesOnly }),
    );
    this.section.addEventListener('change', () =>
      this.change({ section: this.section.value.slice(1) || null }),
    );
    this.show();
  }

  focus(): void {
    this.input.select();
  }

  /** `total` null: nothing is looked for. `position` counts from 0. */
  drawCount(total: number | null, position: number | null): void {
    const place = position === null ? '' : `${position + 1} of `;
    this.count.textContent = total === null ? '' : total === 0 ? 'none' : `${place}${total}`;
    for (const button of [this.previous, this.next]) button.disabled = !total;
    this.only.hidden = total === null;
  }

  drawSections(names: readonly string[]): void {
    const wanted = ['', ...names.map((name) => `=${name}`)];
    if (wanted.join('\n') === Array.from(this.section.options, ({ value }) => value).join('\n')) return;
    this.section.replaceChildren(
      ...wanted.map((value) => html('option', { value }, value === '' ? 'All sections' : value.slice(1))),
    );
    this.section.hidden = names.length < 2;
    this.show();
  }

  private change(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.show();
    this.events.changed(this.filter);
  }

  private show(): void {
    const { onlyMatches, milestonesOnly, section } = this.filter;
    this.only.setAttribute('aria-pressed', String(onlyMatches));
    this.milestones.setAttribute('aria-pressed', String(milestonesOnly));
    // A name that no section has any more filters nothing.
    const known = Array.from(this.section.options).some(({ value }) => value === `=${section}`);
    this.section.value = known ? `=${section}` : '';
    this.section.classList.toggle('active', known);
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.events.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && this.input.value) {
      this.input.value = '';
      this.change({ query: '' });
    } else return;
    event.preventDefault();
  }
}
