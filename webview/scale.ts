import type { WallTime } from '../server/lsp/protocol';
import { DAY } from './wallDate';

/** Maps wall time to whole pixels, exactly as Mermaid's own rounded scale does between the same two instants. */
export interface TimeScale {
  /** The instant at pixel 0, a whole millisecond. */
  readonly start: WallTime;
  /** The instant at pixel `width`. */
  readonly end: WallTime;
  readonly width: number;
}

/** What the chart covers before any room is added around it; null when nothing has a date. */
export interface TimeSpan {
  readonly start: WallTime;
  readonly end: WallTime;
}

/** Pixels left free before the first and behind the last instant, so that diamonds and labels are not cut. */
export const EDGE = 20;
const MAX_WIDTH = 2_000_000;
/** A chart of one instant is shown as if it took this long. */
const MIN_SPAN = 7 * DAY;

export function spanOf(dates: readonly (readonly [WallTime, WallTime])[]): TimeSpan | null {
  let start = Infinity;
  let end = -Infinity;
  for (const [from, to] of dates) {
    start = Math.min(start, from, to);
    end = Math.max(end, from, to);
  }
  if (start > end) return null;
  if (end > start) return { start, end };
  return { start: start - MIN_SPAN / 2, end: end + MIN_SPAN / 2 };
}

/** `pxPerDay` null means: as wide as the view, so that the whole chart is seen. */
export function scaleFor(span: TimeSpan, viewWidth: number, pxPerDay: number | null): TimeScale {
  const fitted = fitZoom(span, viewWidth);
  const wanted = pxPerDay === null ? fitted : Math.min(pxPerDay, maxZoom(span));
  const pxPerMs = Math.max(wanted, fitted) / DAY;
  const start = Math.floor(span.start - EDGE / pxPerMs);
  const width = Math.max(Math.round((span.end - start) * pxPerMs) + EDGE, Math.floor(viewWidth));
  return { start, end: start + Math.round(width / pxPerMs), width };
}

/** Pixels per day at which the whole span just fits the view. */
export function fitZoom(span: TimeSpan, viewWidth: number): number {
  const room = Math.max(viewWidth - 2 * EDGE, 100);
  return (room / (span.end - span.start)) * DAY;
}

export function maxZoom(span: TimeSpan): number {
  return (MAX_WIDTH / (span.end - span.start)) * DAY;
}

export function pxPerDay(scale: TimeScale): number {
  return (scale.width / (scale.end - scale.start)) * DAY;
}

/** Whole pixels from the plot's left edge. */
export function xOf(scale: TimeScale, time: WallTime): number {
  return Math.round(((time - scale.start) / (scale.end - scale.start)) * scale.width);
}

export function timeAt(scale: TimeScale, x: number): WallTime {
  return scale.start + (x / scale.width) * (scale.end - scale.start);
}
