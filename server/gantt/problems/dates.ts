import type { Task } from '../analysis';
import { contains } from '../span';
import { workdays } from '../workdays';
import { semicolonForComma } from './commas';
import { dateFormatSlip } from './dateFormats';
import { startsOnExcludedDay } from './daysOff';
import type { Draft } from './draft';
import { durationProblems } from './durations';
import { beginsLine, removeLine } from './edits';
import { endProblems, lengthProblems } from './ends';
import { movedEndProblems } from './movedEnds';
import { type Fix, type Problem, preferred, problem } from './problem';
import { startProblems } from './starts';
import { NO_CHART, quoted } from './wording';
import { yearProblems } from './years';

/** Starts, ends and durations that cannot be read, or can hardly be meant. */
export function dateProblems(draft: Draft): Problem[] {
  const slip = dateFormatSlip(draft);
  const readable = draft.tasks.filter((task) => isReadable(task) && semicolonForComma(draft, task) === null);
  const single = readable.flatMap((task) => [
    ...startProblems(draft, task),
    ...endProblems(draft, task),
    ...lengthProblems(draft, task),
    ...startsOnExcludedDay(draft, task),
  ]);
  return [
    ...(slip?.problem ? [slip.problem] : []),
    ...(slip ? single.filter(({ span }) => !slip.fields.has(span)) : single),
    ...yearProblems(draft),
    ...durationProblems(draft),
    ...movedEndProblems(draft),
    ...excludesEverything(draft),
  ];
}

/** A refused line with no fields, or too many, says nothing certain about its dates. */
function isReadable({ syntax }: Task): boolean {
  return (
    !syntax.refused || (syntax.data.text !== '' && syntax.fields.length > 0 && syntax.fields.length <= 3)
  );
}

function excludesEverything(draft: Draft): Problem[] {
  const { drawing, settings } = draft;
  if (drawing.failure?.kind !== 'excludes-everything') return [];
  const span = settings.excludes[0]?.span ?? drawing.failure.span;
  const message = `${NO_CHART}: the days it excludes leave no working day to put a task on. Take one of them out.`;
  return [problem('excludes-everything', span, message, { fixes: () => withoutOneLine(draft) })];
}

/** The last line without which some days are left. */
function withoutOneLine({ text, settings, statements, dates }: Draft): Fix[] {
  const line = statements.findLast((statement) => {
    if (statement.kind !== 'setting' || statement.name !== 'excludes') return false;
    const excludes = settings.excludes.filter(({ span }) => !contains(statement.span, span));
    const left = workdays({ ...settings, excludes }, dates);
    return (
      beginsLine(text, statement.span.start) && left.push(dates.today, dates.addDays(dates.today, 1)) !== null
    );
  });
  if (!line) return [];
  const written = text.slice(line.span.start, line.span.end);
  return [preferred(`Remove ${quoted(written)}`, [removeLine(text, line.span.start)])];
}
