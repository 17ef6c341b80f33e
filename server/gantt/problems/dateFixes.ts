import type { Piece } from '../span';
import type { Draft } from './draft';
import { replace } from './edits';
import type { Fix } from './problem';
import { type DateOrder, orderOf, type Reading, readDate } from './readDate';
import { dateWords, quoted } from './wording';
import { writtenEndDate, writtenStart } from './writeDate';

/** 1 January 1000. */
const FIRST_YEAR = Date.UTC(1000, 0);

/** In which order this chart writes year, month and day: as its dateFormat says, else as dates that leave no choice show. */
export function orderFor(draft: Draft): DateOrder | null {
  return orderOf(draft.settings.dateFormat);
}

/**
 * Fixes that write a date in the chart's dateFormat, one for each way to read it, the likeliest first. It is preferred
 * where there is one way only, or the chart's own order of year, month and day decides.
 */
export function reformattings(draft: Draft, field: Piece, role: 'start' | 'end'): Fix[] {
  const order = orderFor(draft) ?? 'YMD';
  // `014-01-06` is a slip in the year, and no year 14.
  const readings = readDate(field.text, order).filter(({ wall }) => wall >= FIRST_YEAR);
  const certain = readings.length === 1 || readings[0]?.order === order;
  return readings
    .flatMap((reading, index) =>
      datesOf(draft, reading).map((time, nth) => ({ time, likely: index + nth === 0 })),
    )
    .flatMap(({ time, likely }): Fix[] => {
      const text =
        role === 'start' ? writtenStart(draft, time) : writtenEndDate(draft, lastMoment(draft, time));
      if (text === null || text === field.text) return [];
      const title = `Change to ${quoted(text)}, ${dateWords(draft, time)}`;
      return [{ title, edits: [replace(field.span, text)], preferred: likely && certain }];
    });
}

/** 31 November may be meant as the last of the month or as the day after it. */
function datesOf({ dates }: Draft, { wall, rolled }: Reading): number[] {
  return (rolled === null ? [wall] : [wall, rolled]).map(dates.fromWall);
}

function lastMoment({ settings, dates }: Draft, time: number): number {
  return settings.inclusiveEndDates ? dates.addDays(time, 1) : time;
}
