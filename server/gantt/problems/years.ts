import type { Task } from '../analysis';
import { editDistance } from '../editDistance';
import type { Piece, Span } from '../span';
import type { Draft } from './draft';
import { replace } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { orderOf, readDate } from './readDate';
import { quoted } from './wording';

const FAR_YEARS = 50;
/** `2099-12-31` is for ever, and no slip. */
const FAR_FUTURE = 90;
/** The wider a chart's usual years are spread, the further away is far. */
const FAR_SPREADS = 5;
/** Beside so many usual dates one far from them is a slip; with fewer the chart may be about centuries. */
const USUAL_PER_STRAY = 3;
/** Years of three digits are typing errors, unless a whole chart is about them. */
const FIRST_YEAR = 1000;

interface WrittenDate {
  readonly field: Piece;
  readonly year: number;
  readonly task: Task;
}

/** One year far from all others squeezes the rest of the chart into a line. */
export function yearProblems(draft: Draft): Problem[] {
  const dates = draft.tasks.flatMap((task) => writtenDates(draft, task));
  const usual = usualYears(draft, dates);
  const far = strays(draft, dates, usual);
  return far.map(({ field, year, task }) => {
    const reach = usual.length === 1 ? `in ${usual[0]}` : `from ${usual[0]} to ${usual.at(-1)}`;
    const others =
      far.length === dates.length ? '' : `, far from the other dates of this chart, which are ${reach}`;
    const message = `This is in the year ${year}${others}: Mermaid draws an axis of centuries, and everything on it as a line. Check the year.`;
    return problem('far-year', field.span, message, {
      fixes: () => yearFixes(draft, task, field, year, usual),
    });
  });
}

/** Dates far from the usual years, as far as that is likely to be a slip and no chart of centuries. */
function strays(draft: Draft, dates: readonly WrittenDate[], usual: readonly number[]): WrittenDate[] {
  const [first = 0, last = 0] = [usual[0], usual.at(-1)];
  const spread = (last - first) * FAR_SPREADS;
  const isFar = (year: number) =>
    year < first - Math.max(FAR_YEARS, spread) || year > last + Math.max(FAR_FUTURE, spread);
  const far = dates.filter(({ year }) => isFar(year));
  const present = usual.some((year) => Math.abs(year - thisYear(draft)) <= FAR_FUTURE);
  const few = far.length * (USUAL_PER_STRAY + 1) <= dates.length;
  const slips = far.filter(
    ({ year }) =>
      few || dates.length === 1 || (present && year < FIRST_YEAR && far.length * 2 <= dates.length),
  );
  // Nobody mistypes both ends of a task alike; they stand side by side.
  return slips.filter(
    ({ year, task }, index) =>
      ![slips[index - 1], slips[index + 1]].some(
        (other) => other?.task === task && Math.abs(other.year - year) <= FAR_YEARS,
      ),
  );
}

function thisYear({ dates }: Draft): number {
  return new Date(dates.toWall(dates.today)).getUTCFullYear();
}

/** The years that most dates of the chart are near to, in order; with too few dates to tell, those that can be meant. */
function usualYears(draft: Draft, dates: readonly WrittenDate[]): number[] {
  const years = dates.map(({ year }) => year).sort((a, b) => a - b);
  const middle = years[years.length >> 1] ?? 0;
  const near = years.filter((year) => Math.abs(year - middle) <= FAR_YEARS);
  if (near.length * 2 > years.length && (years.length > 2 || middle >= FIRST_YEAR)) return [...new Set(near)];
  const likely = years.filter((year) => year >= FIRST_YEAR && year < 10_000);
  if (likely.length === years.length) return [...new Set(years)];
  return likely.length > 0 ? [...new Set(likely)] : [thisYear(draft)];
}

function writtenDates({ dates }: Draft, task: Task): WrittenDate[] {
  const { syntax, startExpression, endExpression } = task;
  const { startField, endField } = syntax;
  const found: WrittenDate[] = [];
  const add = (field: Piece | null, time: number) => {
    const wall = dates.toWall(time);
    if (field && !Number.isNaN(wall)) found.push({ field, year: new Date(wall).getUTCFullYear(), task });
  };
  if (startExpression.kind === 'date') add(startField, startExpression.time);
  // `sprint 3` is no year, though JavaScript makes one of it.
  const guess =
    startExpression.kind === 'guessed' && startField && readDate(startField.text, null).length > 0;
  if (guess) add(startField, startExpression.time);
  if (endExpression.kind === 'date') add(endField, endExpression.time);
  return found;
}

/** The years of the chart that are closest in spelling, and with which the task ends behind its start. */
function yearFixes(
  draft: Draft,
  task: Task | undefined,
  { text, span }: Piece,
  year: number,
  usual: readonly number[],
): Fix[] {
  const written = new RegExp(`(?<!\\d)0*${year}(?!\\d)`).exec(text);
  if (!written) return [];
  const near = usual
    .map((other) => ({ other, distance: editDistance(written[0], String(other)) }))
    .filter(({ other, distance }) => {
      const mended = text.replace(written[0], String(other));
      return distance <= 2 && (!task || fits(draft, task, span, mended));
    })
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
  const task = draft.tasks.find(({ syntax }) => [syntax.startField, syntax.endField].includes(field));
  return yearFixes(draft, task, field, Number(written), usualYears(draft, dates));
}

/** Whether the start or end of a task can be written so: a day that there is, on the right side of the other. */
function fits(draft: Draft, task: Task, { start: place }: Span, text: string): boolean {
  const [reading] = readDate(text, orderOf(draft.settings.dateFormat));
  if (!reading) return true;
  if (reading.rolled !== null) return false;
  const time = draft.dates.fromWall(reading.wall);
  const { endExpression, start } = task;
  if (task.syntax.endField?.span.start === place) return start === null || start <= time;
  return !('time' in endExpression) || time <= endExpression.time;
}
