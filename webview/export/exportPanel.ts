import { html } from '../element';
import { Popover } from '../popover';
import type { PaletteName } from './palette';

export type ExportFormat = 'svg' | 'png' | 'mermaid' | 'csv' | 'ics';
export type ExportWay = 'copy' | 'save';

export interface ExportRequest {
  readonly format: ExportFormat | 'print';
  readonly way: ExportWay;
  /** The whole chart, or what of it is in view. */
  readonly part: 'whole' | 'view';
  readonly palette: PaletteName;
}

const ROWS: readonly { format: ExportFormat; name: string; about: string }[] = [
  { format: 'svg', name: 'SVG', about: 'a drawing that stays sharp' },
  { format: 'png', name: 'PNG', about: 'a picture' },
  { format: 'mermaid', name: 'Mermaid', about: 'the chart written anew with its true dates' },
  { format: 'csv', name: 'CSV', about: 'every task as a line of a table' },
  { format: 'ics', name: 'iCalendar', about: 'the milestones for a calendar' },
];

/** What can be taken away from a chart: its button, and the panel behind it. */
export class ExportPanel {
  readonly popover: Popover;
  private part: ExportRequest['part'] = 'whole';
  private palette: PaletteName;

  constructor(
    private readonly run: (request: ExportRequest) => void,
    dark: boolean,
  ) {
    this.palette = dark ? 'dark' : 'light';
    const parts = [
      ['whole', 'Whole chart'],
      ['view', 'What is in view'],
    ] as const;
    const palettes = [
      ['light', 'Light'],
      ['dark', 'Dark'],
    ] as const;
    this.popover = new Popover(
      'Export',
      'Export',
      'export',
      choice('Picture of', parts, this.part, (part) => {
        this.part = part;
      }),
      choice('In', palettes, this.palette, (palette) => {
        this.palette = palette;
      }),
      ...ROWS.map(({ format, name, about }) => this.row(format, name, about)),
      this.action('Print…', 'print', 'save', 'Print the chart'),
    );
  }

  private row(format: ExportFormat, name: string, about: string): HTMLElement {
    const words = html('span', {}, html('strong', {}, name), ` ${about}`);
    const copy = this.action('Copy', format, 'copy', `Copy ${name}`);
    const save = this.action('Save…', format, 'save', `Save ${name}…`);
    return html('div', { class: 'export-row' }, words, copy, save);
  }

  private action(words: string, format: ExportRequest['format'], way: ExportWay, label: string): HTMLElement {
    const button = html('button', { type: 'button', 'aria-label': label }, words);
    button.addEventListener('click', () => {
      this.popover.close(true);
      this.run({ format, way, part: this.part, palette: this.palette });
    });
    return button;
  }
}

function choice<Value extends string>(
  legend: string,
  values: readonly (readonly [Value, string])[],
  checked: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const labels = values.map(([value, words]) => {
    const input = html('input', { type: 'radio', name: legend, value, checked: value === checked });
    input.addEventListener('change', () => choose(value));
    return html('label', {}, input, words);
  });
  return html('fieldset', {}, html('legend', {}, legend), ...labels);
}
