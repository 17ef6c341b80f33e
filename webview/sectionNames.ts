import { html } from './element';
import type { Block } from './rows';
import { type Layer, meets, type Scene } from './scene';
import { ROW_HEIGHT } from './tiles';

/** The column of section names. It stays in view, and so does the name of a section taller than the view. */
export class SectionNames implements Layer {
  readonly element = html('div', { class: 'names' });
  private drawn = '';

  constructor(private readonly toggle: (key: string) => void) {}

  draw({ layout, rows }: Scene): void {
    this.element.style.height = `${layout.rowCount * ROW_HEIGHT}px`;
    const near = Array.from(layout.blocks.entries()).filter(([, { firstRow, rowCount }]) =>
      meets(rows, firstRow, firstRow + rowCount),
    );
    const state = JSON.stringify(
      near.map(([index, { key, firstRow, rowCount, folded, tasks }]) => [
        ...[index, key, firstRow, rowCount, folded, tasks.length],
      ]),
    );
    if (state === this.drawn) return;
    this.drawn = state;
    const focused = this.element.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    this.element.replaceChildren(...near.map(([index, block]) => this.name(block, index)));
    if (focused !== undefined) this.buttonOf(focused)?.focus({ preventScroll: true });
  }

  private name(block: Block, index: number): HTMLElement {
    const place = html('div', { class: index % 2 ? 'name' : 'name tinted' });
    place.style.top = `${block.firstRow * ROW_HEIGHT}px`;
    place.style.height = `${block.rowCount * ROW_HEIGHT}px`;
    if (!block.name) return place;
    const count = `${block.tasks.length} ${block.tasks.length === 1 ? 'task' : 'tasks'}`;
    const button = html(
      'button',
      {
        type: 'button',
        class: 'section-name',
        'data-key': block.key,
        'aria-expanded': String(!block.folded),
        'aria-label': `Section ${block.name}, ${count}`,
        title: `${block.name} (${count})`,
      },
      html('span', { class: 'chevron', 'aria-hidden': 'true' }),
      html('span', { class: 'text' }, block.name),
    );
    button.addEventListener('click', () => this.toggle(block.key));
    place.append(button);
    return place;
  }

  private buttonOf(key: string): HTMLElement | undefined {
    const buttons = this.element.querySelectorAll<HTMLElement>('button');
    return Array.from(buttons).find(({ dataset }) => dataset.key === key);
  }
}
