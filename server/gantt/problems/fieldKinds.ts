import type { Draft } from './draft';
import { readDate } from './readDate';

export function isLength(text: string): boolean {
  return /^\d+(?:\.\d+)?(?:[Mdhmswy]|ms)$/.test(text);
}

/** In the chart's dateFormat; null where it is no date in it, or the format cannot be read. */
export function safeParse({ dates }: Draft, text: string): number | null {
  try {
    return dates.parse(text);
  } catch {
    return null;
  }
}

/** Whether a text is a date, be it in the chart's dateFormat or in another. */
export function isDate(draft: Draft, text: string): boolean {
  return safeParse(draft, text) !== null || readDate(text, null).length > 0;
}

export function writtenAsStart(draft: Draft, text: string): boolean {
  return /^after\s+[\w-]/.test(text) || (readDate(text, null).length > 0 && safeParse(draft, text) !== null);
}

export function writtenAsEnd(draft: Draft, text: string): boolean {
  return /^until\s+[\w-]/.test(text) || isLength(text) || isDate(draft, text);
}

/** A number or a unit may be all that is known of a date or a duration, and is too good to be thrown away unasked. */
export function saysTime(text: string): boolean {
  return /\d|\b(?:hour|day|week|month|quarter|year)s?\b/i.test(text);
}
