import type { PanelChart } from '../server/lsp/protocol';
import { setAttribute, svg } from './element';
import { cutText, placeLabel } from './labels';
import type { DrawnBar } from './mermaidTiles';
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
  readonly shape: BarShape;
  name: string;
}

/** A tile on the page: Mermaid's shapes, each with its label in a group that can be reached and named. */
export class TileView {
  readonly element = svg('svg', { class: 'tile', role: 'group' });
  private readonly bars: Bar[];
  private scale: TimeScale | undefined;
  firstRow = 0;

  constructor(
    readonly tile: Tile,
    drawn: readonly DrawnBar[],
  ) {
    this.bars = drawn.map((shapes, index) => {
      shapes.label.setAttribute('aria-hidden', 'true');
      shapes.rect.removeAttribute('id');
      shapes.label.removeAttribute('id');
      const group = svg('g', { role: 'button', tabindex: -1 }, shapes.rect, shapes.label);
      return { ...shapes, group, shape: tile.rows[index]!, name: '' };
    });
    this.element.append(...this.bars.map(({ group }) => group));
    this.element.style.height = `${tile.rows.length * ROW_HEIGHT}px`;
  }

  get rowCount(): number {
    return this.bars.length;
  }

  groupOf(row: number): SVGGElement | undefined {
    return this.bars[row - this.firstRow]?.group;
  }

  /** Puts the tile at its row and says which tasks its bars are. */
  write(firstRow: number, tasks: readonly number[], chart: PanelChart): void {
    this.firstRow = firstRow;
    this.element.style.top = `${firstRow * ROW_HEIGHT}px`;
    this.element.setAttribute('aria-label', `Rows ${firstRow + 1} to ${firstRow + this.rowCount}`);
    for (const [index, bar] of this.bars.entries()) {
      const task = chart.tasks[tasks[index]!]!;
      bar.name = task.name;
      setAttribute(bar.group, 'data-task', tasks[index]);
      setAttribute(bar.group, 'class', classesOf(bar.shape, task.provisional));
      setAttribute(bar.group, 'aria-label', spokenTask(task, chart));
      bar.label.textContent = task.name;
    }
  }

  /** Moves the bars to a scale by Mermaid's own rule, so that zooming needs no new drawing. */
  place(scale: TimeScale): void {
    if (scale === this.scale) return;
    this.scale = scale;
    this.element.style.width = `${scale.width}px`;
    for (const { rect, shape } of this.bars) {
      const { left, right } = edges(shape, scale);
      const milestone = shape.tags.includes('milestone');
      rect.setAttribute('x', String(milestone ? (left + right - BAR_HEIGHT) / 2 : left));
      rect.setAttribute('width', String(milestone ? BAR_HEIGHT : right - left));
    }
  }

  /** Places the labels of the given rows (counted over the whole chart) for what is in view. */
  label(from: number, to: number, view: Window, scale: TimeScale, widthOf: (text: string) => number): void {
    const last = Math.min(to - this.firstRow, this.bars.length);
    for (let index = Math.max(from - this.firstRow, 0); index < last; index++) {
      const { label, shape, name } = this.bars[index]!;
      const { left, right } = edges(shape, scale);
      const milestone = shape.tags.includes('milestone');
      const place = placeLabel(
        { left, right, milestone, viewLeft: view.left, viewRight: view.right },
        widthOf(name),
      );
      const text = place ? cutText(name, place.room, widthOf) : '';
      if (label.textContent !== text) label.textContent = text;
      if (!place) continue;
      setAttribute(label, 'class', `label ${place.side}`);
      setAttribute(label, 'x', place.x);
      setAttribute(label, 'y', index * ROW_HEIGHT + ROW_HEIGHT / 2);
    }
  }
}

function classesOf({ tags }: BarShape, provisional: boolean): string {
  const kinds = ['active', 'done', 'crit', 'milestone'].filter((tag) => tags.includes(tag));
  return ['bar', ...kinds, provisional ? 'provisional' : ''].join(' ').trim();
}
