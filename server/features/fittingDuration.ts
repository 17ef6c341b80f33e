import type { Calendar } from '../gantt/calendar';
import type { DurationUnit } from '../gantt/syntax';
import type { Workdays } from '../gantt/workdays';

const LENGTHS: Partial<Record<DurationUnit, number>> = {
  w: 7 * 86_400_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/**
 * The duration that takes a task from `start` to `end` (epoch milliseconds), excluded days counted in; in the preferred
 * unit where that comes out even, else in the longest that does, else the shortest whole days that reach the end.
 */
export function fittingDuration(
  start: number,
  end: number,
  preferred: DurationUnit,
  dates: Calendar,
  days: Workdays,
): string {
  const ends = (amount: number, unit: DurationUnit) => {
    const written = dates.add(start, amount, unit);
    return days.any ? (days.push(start, written) ?? written) : written;
  };
  const order: DurationUnit[] = LENGTHS[preferred]
    ? [preferred, 'd', 'h', 'm', 's', 'ms']
    : ['d', 'h', 'm', 's', 'ms'];
  for (const unit of order) {
    const amount = leastReaching(end, (amount) => ends(amount, unit), (end - start) / LENGTHS[unit]!);
    if (ends(amount, unit) === end) return `${amount}${unit}`;
  }
  return `${leastReaching(end, (amount) => ends(amount, 'd'), (end - start) / LENGTHS.d!)}d`;
}

/** The least whole amount whose end is not before the wanted one; ends never go back as amounts grow. */
function leastReaching(end: number, ends: (amount: number) => number, most: number): number {
  let low = 0;
  let high = Math.max(Math.ceil(most) + 1, 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends(middle) >= end) high = middle;
    else low = middle + 1;
  }
  return low;
}
