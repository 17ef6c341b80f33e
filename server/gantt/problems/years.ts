import type { Task } from '../analysis';
import { editDistance } from '../editDistance';
import type { Piece } from '../span';
import type { Draft } from './draft';
import { replace } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { readDate } from './readDate';
import { quoted } from './wording';

const FAR_YEARS = 50;
/** Years of three digits are typing errors, unless a whole chart is about them. */
const FIRST_YEAR = 1000;

interface WrittenDate {
  readonly field: Piece;
  readonly year: number;
}

/** One year far from all others squeezes the rest of the chart into a line. */
export function yearProblems(draft: Draft): Problem[] {
  const dates = draft.tasks.flatMap((task) => writtenDates(draft, task));
  const usual = usualYears(draft, dates);
  const far = dates.filter(({ year }) => usual.every((other) => Math.abs(year - other) > FAR_YEARS));
  return far.map(({ field, year }) => {
    const reach = usual.length === 1 ? `in ${usual[0]}` : `from ${usual[0]} to ${usual.at(-1)}`;
    const others =
      far.length === dates.length ? '' : `, far from the other dates of this chart, which are ${reach}`;
    const message = `This is in the year ${year}${others}: Mermaid draws an axis of centuries, and everything on it as a line. Check the year.`;
    return problem('far-year', field.span, message, { fixes: () => yearFixes(field, year, usual) });
  });
}

/** The years that most dates of the chart are near to, in order; with too few dates to tell, those that can be meant. */
function usualYears({ dates: calendar }: Draft, dates: readonly WrittenDate[]): number[] {
  const years = dates.map(({ year }) => year).sort((a, b) => a - b);
  const middle = years[years.length >> 1] ?? 0;
  const near = years.filter((year) => Math.abs(year - middle) <= FAR_YEARS);
  if (near.length * 2 > years.length && (years.length > 2 || middle >= FIRST_YEAR)) return [...new Set(near)];
  const likely = years.filter((year) => year >= FIRST_YEAR && year < 10_000);
  if (likely.length === years.length) return [...new Set(years)];
  return likely.length > 0
    ? [...new Set(likely)]
    : [new Date(calendar.toWall(calendar.today)).getUTCFullYear()];
}

function writtenDates({ dates }: Draft, { syntax, startExpression, endExpression }: Task): WrittenDate[] {
  const { startField, endField } = syntax;
  const found: WrittenDate[] = [];
  const add = (field: Piece | null, time: number) => {
    const wall = dates.toWall(time);
    if (field && !Number.isNaN(wall)) found.push({ field, year: new Date(wall).getUTCFullYear() });
  };
  if (startExpression.kind === 'date') add(startField, startExpression.time);
  // `sprint 3` is no year, though JavaScript makes one of it.
  const guess =
    startExpression.kind === 'guessed' && startField && readDate(startField.text, null).length > 0;
  if (guess) add(startField, startExpression.time);
  if (endExpression.kind === 'date') add(endField, endExpression.time);
  return found;
}

/** The years of the chart that are closest in spelling. */
function yearFixes({ text, span }: Piece, year: number, usual: readonly number[]): Fix[] {
  const written = new RegExp(`(?<!\\d)0*${year}(?!\\d)`).exec(text);
  if (!written) return [];
  const near = usual
    .map((other) => ({ other, distance: editDistance(written[0], String(other)) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance || a.other - b.other);
  return near.slice(0, 3).map(({ other, distance }, index) => {
    const mended = text.replace(written[0], String(other));
    const only = index === 0 && near[1]?.distance !== distance;
    return (only ? preferred : choice)(`Change to ${quoted(mended)}`, [replace(span, mended)]);
  });
}

/** `20244-01-05`: a year with a digit too many or too few, which makes the whole field no date. */
export function mistypedYear(draft: Draft, field: Piece): Fix[] {
  const written = /^(?:\d{5}|\d{3})(?=[-/.])|(?<=[-/.])(?:\d{5}|\d{3})$/.exec(field.text)?.[0];
  if (!written) return [];
  const dates = draft.tasks.flatMap((task) => writtenDates(draft, task));
  return yearFixes(field, Number(written), usualYears(draft, dates));
}
