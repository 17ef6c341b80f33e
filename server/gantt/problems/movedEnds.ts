import type { Task } from '../analysis';
import { isPlainDate } from '../drawn';
import { isExcluded } from './daysOff';
import type { Draft } from './draft';
import { type Edit, replace } from './edits';
import { choice, type Fix, type Problem, problem } from './problem';
import { dateWords, listed, quoted } from './wording';
import { formatted, writtenEndDate } from './writeDate';

const ISO = 'YYYY-MM-DD';
const DAY = 86_400_000;
const MOST_DAYS_OFF = 400;

/** Ends written by hand, or by `until`, that Mermaid moves behind the excluded days all the same. */
export function movedEndProblems(draft: Draft): Problem[] {
  return draft.days.any ? draft.tasks.flatMap((task) => movedEnd(draft, task)) : [];
}

function movedEnd(draft: Draft, task: Task): Problem[] {
  const { start, end, endExpression, index } = task;
  const { kind, span } = endExpression;
  if (start === null || end === null || (kind !== 'date' && kind !== 'until')) return [];
  if (isPlainDate(draft.read[index]!)) return [];
  const pushed = pushedEnd(draft, start, end);
  if (pushed === null || pushed === end) return [];
  const cause =
    kind === 'until'
      ? `This should end when ${listed(
          endExpression.ids.map(({ id }) => quoted(id)),
          'or',
        )} starts`
      : `This should end on ${dateWords(draft, end)}`;
  const advice =
    kind === 'until' ? 'Write the date itself.' : `Only ends written as ${quoted(ISO)} stay where they are.`;
  const message = `${cause}, but Mermaid counts the excluded days on top and draws it up to ${dateWords(draft, pushed)}. ${advice}`;
  return [problem('moved-end', span, message, { fixes: () => endFixes(draft, task) })];
}

function pushedEnd({ days }: Draft, start: number, end: number): number | null {
  try {
    return days.push(start, end);
  } catch {
    return null;
  }
}

function endFixes(draft: Draft, task: Task): Fix[] {
  const { end, endExpression } = task;
  const plain = draft.settings.dateFormat === ISO;
  const date = plain ? writtenEndDate(draft, end!) : null;
  const fixes =
    date !== null
      ? [choice(`Write the date, ${date}, instead`, [replace(endExpression.span, date)])]
      : [...asDuration(draft, task), ...(plain ? [] : plainDates(draft))];
  return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

const LENGTHS = [
  ['d', DAY],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** As many working days or hours as lead to the same end. */
function asDuration(draft: Draft, { start, end, endExpression }: Task): Fix[] {
  const { dates } = draft;
  // A duration counts from the first working day, and Mermaid from the first day.
  if (isExcluded(draft, start!)) return [];
  for (let off = 0; off <= MOST_DAYS_OFF; off++) {
    const length = dates.toWall(end!) - dates.toWall(start!) - off * DAY;
    if (length <= 0) return [];
    const [unit, size] = LENGTHS.find(([, milliseconds]) => length % milliseconds === 0) ?? LENGTHS[3];
    if (pushedEnd(draft, start!, dates.add(start!, length / size, unit)) !== end) continue;
    const written = `${length / size}${unit}`;
    return [choice(`Write it as a duration, ${quoted(written)}`, [replace(endExpression.span, written)])];
  }
  return [];
}

/** Writes all dates of the chart as Mermaid leaves them alone; only days can be written so. */
function plainDates(draft: Draft): Fix[] {
  const { settings, dates, statements, tasks } = draft;
  const edits: Edit[] = [];
  let wholeDays = true;
  for (const statement of statements) {
    if (statement.kind !== 'setting' || statement.name !== 'dateFormat') continue;
    edits.push(replace(statement.value.span, ISO));
  }
  const rewrite = (text: string, span: Edit['span']) => {
    const time = dates.parse(text);
    const day = time === null ? null : formatted(draft, time, ISO);
    wholeDays &&= time !== null && dates.toWall(time) % DAY === 0 && day !== null;
    if (day !== null) edits.push(replace(span, day));
  };
  for (const { syntax, startExpression, endExpression } of tasks) {
    if (startExpression.kind === 'date') rewrite(syntax.startField!.text, startExpression.span);
    if (endExpression.kind === 'date') rewrite(syntax.endField!.text, endExpression.span);
  }
  for (const { text, span } of [...settings.excludes, ...settings.includes]) {
    if (dates.parse(text) !== null) rewrite(text, span);
  }
  return wholeDays ? [choice(`Write all dates of this chart as ${quoted(ISO)}`, edits)] : [];
}
