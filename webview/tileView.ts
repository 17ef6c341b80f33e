import type { PanelChart, PanelTask } from '../server/lsp/protocol';
import { setAttribute, svg } from './element';
import { cutText, placeLabel } from './labels';
import type { DrawnBar } from './mermaidTiles';
import type { DatesOf } from './rows';
import { type TimeScale, xOf } from './scale';
import { spokenTask } from './taskWords';
import { BAR_HEIGHT, type BarShape, ROW_HEIGHT, type Tile } from './tiles';

/** The part of the plot that is in view, in pixels from its left edge. */
export interface Window {
  readonly left: number;
  readonly right: number;
}

/** Half the width of a diamond: Mermaid turns a square of 0.8 bar heights by 45 degrees. */
const HALF_DIAMOND = Math.ceil((0.8 * BAR_HEIGHT * Math.SQRT2) / 2);

/** Left and right edge of a bar or diamond, as Mermaid places them on the scale. */
export function edges({ tags, start, end }: BarShape, scale: TimeScale): { left: number; right: number } {
  const [from, to] = [xOf(scale, Math.min(start, end)), xOf(scale, Math.max(start, end))];
  if (!tags.includes('milestone')) return { left: from, right: Math.max(to, from + 2) };
  const middle = (from + to) / 2;
  return { left: middle - HALF_DIAMOND, right: middle + HALF_DIAMOND };
}

interface Bar extends DrawnBar {
  readonly group: SVGGElement;
  readonly milestone: boolean;
  task: number;
  name: string;
  kinds: string;
  left: number;
  right: number;
}

/**
 * A tile on the page: each of Mermaid's shapes as a button with its full name, and beside it the label for the eye, which
 * may be cut short.
 */
export class TileView {
  readonly element = svg('svg', { class: 'tile', role: 'group' });
  private readonly bars: Bar[];
  private placedFor: { scale: TimeScale; datesOf: DatesOf; chart: PanelChart } | undefined;
  private firstRow = 0;

  constructor(
    readonly tile: Tile,
    drawn: readonly DrawnBar[],
  ) {
    this.bars = drawn.map((shapes, index) => {
      shapes.label.setAttribute('aria-hidden', 'true');
      shapes.label.setAttribute('y', String(index * ROW_HEIGHT + ROW_HEIGHT / 2));
      shapes.rect.removeAttribute('id');
      shapes.label.removeAttribute('id');
      const group = svg('g', { role: 'button', tabindex: -1 }, shapes.rect);
      const milestone = tile.rows[index]!.tags.includes('milestone');
      return { ...shapes, group, milestone, task: -1, name: '', kinds: '', left: 0, right: 0 };
    });
    this.element.append(...this.bars.flatMap(({ group, label }) => [group, label]));
    this.element.style.height = `${tile.rows.length * ROW_HEIGHT}px`;
  }

  groupOf(row: number): SVGGElement | undefined {
    return this.bars[row - this.firstRow]?.group;
  }

  /** Puts the tile at its row and says which tasks its bars are. */
  write(firstRow: number, tasks: readonly number[], chart: PanelChart): void {
    this.firstRow = firstRow;
    this.element.style.top = `${firstRow * ROW_HEIGHT}px`;
    this.element.setAttribute('aria-label', `Rows ${firstRow + 1} to ${firstRow + this.bars.length}`);
    for (const [index, bar] of this.bars.entries()) {
      const task = chart.tasks[tasks[index]!]!;
      bar.task = tasks[index]!;
      bar.name = task.name;
      bar.kinds = kindsOf(task);
      setAttribute(bar.group, 'data-task', bar.task);
      setAttribute(bar.label, 'data-task', bar.task);
      setAttribute(bar.group, 'aria-label', spokenTask(task, chart));
    }
  }

  /** Gives each bar the classes that `marksOf` names for its task, beside those of its kind. */
  mark(marksOf: (task: number) => string): void {
    for (const { group, kinds, task } of this.bars)
      setAttribute(group, 'class', `${kinds} ${marksOf(task)}`.trim());
  }

  /** Moves the bars to a scale by Mermaid's own rule, so that zooming and dragging need no new drawing. */
  place(scale: TimeScale, datesOf: DatesOf, chart: PanelChart): void {
    const { placedFor } = this;
    if (placedFor?.scale === scale && placedFor.datesOf === datesOf && placedFor.chart === chart) return;
    this.placedFor = { scale, datesOf, chart };
    this.element.style.width = `${scale.width}px`;
    for (const bar of this.bars) {
      const { tags } = chart.tasks[bar.task]!;
      const [start, end] = datesOf(chart.tasks[bar.task]!) ?? [0, 0];
      const { left, right } = edges({ tags, start, end }, scale);
      bar.left = left;
      bar.right = right;
      setAttribute(bar.rect, 'x', bar.milestone ? (left + right - BAR_HEIGHT) / 2 : left);
      setAttribute(bar.rect, 'width', bar.milestone ? BAR_HEIGHT : right - left);
    }
  }

  /** Places the labels of the given rows (counted over the whole chart) for what is in view. */
  label(from: number, to: number, view: Window, widthOf: (text: string) => number): void {
    const last = Math.min(to - this.firstRow, this.bars.length);
    for (let index = Math.max(from - this.firstRow, 0); index < last; index++) {
      const { label, left, right, milestone, name } = this.bars[index]!;
      const place = placeLabel(
        { left, right, milestone, viewLeft: view.left, viewRight: view.right },
        widthOf(name),
      );
      const text = place ? cutText(name, place.room, widthOf) : '';
      if (label.textContent !== text) label.textContent = text;
      if (!place) continue;
      setAttribute(label, 'class', `label ${place.side}`);
      setAttribute(label, 'x', place.x);
    }
  }
}

function kindsOf({ tags, provisional }: PanelTask): string {
  const kinds = ['active', 'done', 'crit', 'milestone'].filter((tag) => tags.includes(tag));
  return ['bar', ...kinds, ...(provisional ? ['provisional'] : [])].join(' ');
}
