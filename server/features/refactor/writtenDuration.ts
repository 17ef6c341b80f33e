import type { RefactorPlace } from './refactoring';

const DAY = 86_400_000;
const EXACT_UNITS = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/**
 * The duration that leads from `start` to `end` (epoch milliseconds), in the largest unit that fits: weeks, days, hours,
 * minutes, seconds. Excluded days push the end, so they are left out of the count. Null where no duration ends there.
 */
export function writtenDuration({ dates, days }: RefactorPlace, start: number, end: number): string | null {
  const length = Math.round((dates.toWall(end) - dates.toWall(start)) / DAY);
  // The end that a number of days leads to grows with it.
  let [low, high] = [0, Math.max(0, length)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days.push(start, dates.addDays(start, middle)) ?? Number.POSITIVE_INFINITY) < end) low = middle + 1;
    else high = middle;
  }
  if (days.push(start, dates.addDays(start, low)) === end) {
    return low > 0 && low % 7 === 0 ? `${low / 7}w` : `${low}d`;
  }
  if (days.any || end < start) return null;
  const unit = EXACT_UNITS.find(([, size]) => (end - start) % size === 0);
  return unit ? `${(end - start) / unit[1]}${unit[0]}` : null;
}
