import type { Drag, DragPart } from '../server/lsp/protocol';
import type { TimeScale } from './scale';
import { pxPerDay } from './scale';
import { DAY } from './wallDate';

const EDGE = 6;
/** A bar narrower than this has no edges to take hold of: it can only be moved. */
const LEAST_WIDTH = 20;
const HOUR = 3_600_000;

/** What of a bar lies at `x`; all in pixels of the plot. The name beside a bar takes hold of all of it. */
export function partAt(x: number, left: number, right: number, milestone: boolean): DragPart {
  if (milestone || right - left < LEAST_WIDTH) return 'all';
  if (Math.abs(x - left) <= EDGE) return 'start';
  return Math.abs(x - right) <= EDGE ? 'end' : 'all';
}

/** The step that dragging snaps to: what can be told apart on screen and in the text, whose `grain` it is; milliseconds. */
export function stepOf(scale: TimeScale, grain: number): number {
  const day = pxPerDay(scale);
  const seen = day < 200 ? DAY : day < 24 * 60 ? HOUR : HOUR / 4;
  return Math.max(seen, grain);
}

/** The dates after a drag over `distance` pixels, in whole steps. */
export function dragged(
  part: DragPart,
  dates: readonly [number, number],
  distance: number,
  scale: TimeScale,
  step: number,
): Drag {
  const way = Math.round((distance / pxPerDay(scale)) * (DAY / step)) * step;
  return shifted(part, dates, way);
}

/** The dates after the part moved by `way` milliseconds; no edge passes the other. */
export function shifted(part: DragPart, [start, end]: readonly [number, number], way: number): Drag {
  switch (part) {
    case 'all':
      return { part, start: start + way, end: end + way };
    case 'start':
      return { part, start: Math.min(start + way, end), end };
    case 'end':
      return { part, start, end: Math.max(end + way, start) };
  }
}
