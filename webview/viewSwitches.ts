import { html, setAttribute } from './element';
import type { Mode, ViewOptions } from './scene';

const SWITCHES = [
  {
    key: 'criticalPath',
    name: 'Critical path',
    title: 'Mark the tasks that set the end, and how far the others can slip',
  },
  { key: 'dependencies', name: 'Dependencies', title: 'Show what waits for what' },
  { key: 'overlaps', name: 'Overlaps', title: 'Mark what goes on at the same time in one section' },
] as const;

const MODES: readonly { mode: Mode; name: string; title: string }[] = [
  { mode: 'true', name: 'True dates', title: 'Where every task belongs by what is written' },
  {
    mode: 'drawn',
    name: 'As Mermaid draws it',
    title: 'Where Mermaid puts every task, with a ghost where it belongs',
  },
];

/** What to show on top of the bars, and by which dates. */
export class ViewSwitches {
  readonly element = html('div', { class: 'switches', role: 'group', 'aria-label': 'Show' });
  readonly modes = html('div', { class: 'modes', role: 'radiogroup', 'aria-label': 'Dates' });

  constructor(
    private options: ViewOptions,
    private readonly changed: (options: ViewOptions) => void,
  ) {
    for (const { key, name, title } of SWITCHES) {
      const button = html('button', { type: 'button', class: 'toggle', title }, name);
      button.addEventListener('click', () => this.change({ [key]: !this.options[key] }));
      this.element.append(button);
    }
    for (const { mode, name, title } of MODES) {
      const button = html('button', { type: 'button', role: 'radio', class: 'toggle', title }, name);
      button.addEventListener('click', () => this.change({ mode }));
      this.modes.append(button);
    }
    this.modes.addEventListener('keydown', (event) => this.arrowed(event));
    this.show();
  }

  private change(change: Partial<ViewOptions>): void {
    this.options = { ...this.options, ...change };
    this.show();
    this.changed(this.options);
  }

  private show(): void {
    for (const [index, button] of Array.from(this.element.children).entries()) {
      setAttribute(button, 'aria-pressed', String(this.options[SWITCHES[index]!.key]));
    }
    for (const [index, button] of Array.from(this.modes.children).entries()) {
      const checked = MODES[index]!.mode === this.options.mode;
      setAttribute(button, 'aria-checked', String(checked));
      setAttribute(button, 'tabindex', checked ? 0 : -1);
    }
  }

  private arrowed(event: KeyboardEvent): void {
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    const index = MODES.findIndex(({ mode }) => mode !== this.options.mode);
    this.change({ mode: MODES[index]!.mode });
    (this.modes.children[index] as HTMLElement).focus();
  }
}
