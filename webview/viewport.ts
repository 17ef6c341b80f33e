import type { Place, Rows } from './scene';
import { ROW_HEIGHT } from './tiles';

/** What of a chart's plot is in view, in pixels of the plot. */
export interface Viewport {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** `covered` is the height of what stays on top of the plot, `names` the width of what stays at its left. */
export function viewportOf(
  scroller: HTMLElement,
  plot: HTMLElement,
  covered: number,
  names: number,
): Viewport {
  const outer = scroller.getBoundingClientRect();
  const { top } = plot.getBoundingClientRect();
  return {
    left: scroller.scrollLeft,
    right: scroller.scrollLeft + scroller.clientWidth - names,
    top: Math.max(outer.top + covered - top, 0),
    bottom: Math.max(outer.top + scroller.clientHeight - top, 0),
  };
}

/** The rows in view and, above and below, as many as `margin` times those. */
export function rowsIn({ top, bottom }: Viewport, margin: number): Rows {
  const reach = (bottom - top) * margin;
  return [Math.floor((top - reach) / ROW_HEIGHT), Math.ceil((bottom + reach) / ROW_HEIGHT)];
}

/** How far to scroll to have a bar in view: nothing where it is, else to the middle, its beginning to the first quarter. */
export function wayTo({ row, left, right }: Place, view: Viewport): { top: number; left: number } {
  const top = row * ROW_HEIGHT;
  const above = top < view.top;
  const below = top + ROW_HEIGHT > view.bottom;
  const outside = right < view.left + 20 || left > view.right - 60;
  return {
    top: above || below ? top - (view.top + view.bottom) / 2 : 0,
    left: outside ? left - view.left - (view.right - view.left) / 4 : 0,
  };
}

export function prefersCalm(): boolean {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return calm || document.body.classList.contains('vscode-reduce-motion');
}
