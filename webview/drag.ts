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

/** The step that dragging snaps to, in milliseconds: what can be told apart on screen. */
export function stepOf(scale: TimeScale): number {
  const day = pxPerDay(scale);
  if (day < 200) return DAY;
  return day < 24 * 60 ? HOUR : HOUR / 4;
}

/** The dates after a drag over `distance` pixels. */
export function dragged(
  part: DragPart,
  dates: readonly [number, number],
  distance: number,
  scale: TimeScale,
): Drag {
  const step = stepOf(scale);
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
