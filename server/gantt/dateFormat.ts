import dayjs from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat.js';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import utc from 'dayjs/plugin/utc.js';
import { readLooseDate } from './looseDate';
import type { TimeZone } from './timeZone';

// Mermaid's own date library with the plugins Mermaid loads, and utc, so that the time zone is ours to choose.
dayjs.extend(utc);
dayjs.extend(isoWeek);
dayjs.extend(customParseFormat);
dayjs.extend(advancedFormat);

/** Tokens of a format outside `[literal]` brackets, as dayjs cuts them when it parses. */
const PARSE_TOKENS =
  /\[[^[]*\]|[-_:/.,()\s]+|(A|a|Q|YYYY|YY?|ww?|MM?M?M?|Do|DD?|hh?|HH?|mm?|ss?|S{1,3}|z|ZZ?)/g;
/** What dayjs writes from the instant and not from the local fields. */
const INSTANT_TOKENS = /\[[^\]]+\]|X|x|ZZ?/g;
const FURTHEST_YEAR = 10_000;

interface FormatTraits {
  /** The text is an instant: epoch (milli)seconds, or fields with an offset. */
  readonly instant: boolean;
  /** Fields that the format lacks and dayjs takes from today, as a format for them. */
  readonly missing: string;
  /** dayjs cannot read week numbers without a plugin that Mermaid does not load. */
  readonly weeks: boolean;
  /** What every date in the format looks like, where that is plain to see: most fields are durations, and dayjs is slow to say no. */
  readonly shape: readonly ShapePart[] | null;
}

/** A literal text, or a run of digits of at least and at most so many. */
type ShapePart = string | readonly [number, number];

const DIGITS: Readonly<Record<string, readonly [number, number]>> = {
  YYYY: [4, 5],
  MM: [2, 2],
  M: [1, 2],
  DD: [2, 2],
  D: [1, 2],
  HH: [2, 2],
  H: [1, 2],
  mm: [2, 2],
  m: [1, 2],
  ss: [2, 2],
  s: [1, 2],
  SSS: [3, 3],
};

function shapeOf(format: string): readonly ShapePart[] | null {
  if (!/^(?:(?:YYYY|MM?|DD?|HH?|mm?|ss?|SSS)(?:[-_:/.,()\sT]+|$))+$/.test(format)) return null;
  return (format.match(/[A-SU-Za-z]+|[^A-SU-Za-z]+/g) ?? []).map((part) => DIGITS[part] ?? part);
}

function hasShape(text: string, shape: readonly ShapePart[]): boolean {
  let at = 0;
  for (const part of shape) {
    if (typeof part === 'string') {
      if (!text.startsWith(part, at)) return false;
      at += part.length;
      continue;
    }
    const from = at;
    while (at - from < part[1] && text[at]! >= '0' && text[at]! <= '9') at++;
    if (at - from < part[0]) return false;
  }
  return at === text.length;
}

const traitsByFormat = new Map<string, FormatTraits>();

function traitsOf(format: string): FormatTraits {
  let traits = traitsByFormat.get(format);
  if (!traits) {
    const tokens = new Set([...format.matchAll(PARSE_TOKENS)].map((match) => match[1] ?? ''));
    const year = tokens.has('Y') || tokens.has('YY') || tokens.has('YYYY');
    const month = ['M', 'MM', 'MMM', 'MMMM', 'Q'].some((token) => tokens.has(token));
    const day = tokens.has('D') || tokens.has('DD') || tokens.has('Do');
    traits = {
      instant: format === 'x' || format === 'X' || tokens.has('Z') || tokens.has('ZZ'),
      missing: year ? '' : month ? 'YYYY ' : day ? 'YYYY MM ' : 'YYYY MM DD ',
      weeks: tokens.has('w') || tokens.has('ww'),
      shape: shapeOf(format),
    };
    traitsByFormat.set(format, traits);
  }
  return traits;
}

/**
 * Reads `text` strictly in `format` (both trimmed) as Mermaid does: the date written back must be the same text.
 * Returns epoch milliseconds, or null. Throws where dayjs throws, on formats that need plugins Mermaid lacks.
 */
export function parseDate(text: string, format: string, zone: TimeZone, now: number): number | null {
  if (format === '') return null;
  const { instant, missing, weeks, shape } = traitsOf(format);
  if (weeks || (shape && !hasShape(text, shape))) return null;
  let time: number;
  if (instant) {
    time = dayjs.utc(text, format).valueOf();
  } else {
    const today = missing === '' ? '' : dayjs.utc(zone.toWall(now)).format(missing);
    time = zone.fromWall(dayjs.utc(today + text, missing + format).valueOf());
  }
  return Number.isNaN(time) || formatDate(time, format, zone) !== text ? null : time;
}

/** Writes `time` (epoch milliseconds) in a dayjs format. Throws like `parseDate`. */
export function formatDate(time: number, format: string, zone: TimeZone): string {
  const wall = zone.toWall(time);
  const local = format.replace(INSTANT_TOKENS, (token) => {
    if (token.startsWith('[')) return token;
    if (token === 'x') return String(time);
    if (token === 'X') return String(Math.floor(time / 1000));
    return `[${offsetText(wall - time, token === 'Z' ? ':' : '')}]`;
  });
  return dayjs.utc(wall).format(local);
}

function offsetText(offset: number, separator: string): string {
  // Like Date.getTimezoneOffset rounded to a quarter of an hour, which is what dayjs writes.
  const minutes = -Math.round(-offset / 60_000 / 15) * 15;
  const digits = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}${separator}${digits(size % 60)}`;
}

/**
 * What JavaScript's own date parser makes of a text, which is what Mermaid falls back to for a start date:
 * `2024-02-30` is 1 March, `sprint 3` is March 2001. Returns epoch milliseconds, or null.
 */
export function guessDate(text: string, zone: TimeZone): number | null {
  const loose = readLooseDate(text);
  if (!loose) return null;
  const time = loose.offset === null ? zone.fromWall(loose.wall) : loose.wall - loose.offset;
  const year = new Date(zone.toWall(time)).getUTCFullYear();
  return Math.abs(year) <= FURTHEST_YEAR ? time : null;
}
