import type { Task } from '../analysis';
import type { Draft } from './draft';
import { replace } from './edits';
import { choice, type Problem, problem } from './problem';
import { dateWords, listed, quoted } from './wording';
import { writtenStart } from './writeDate';

/** Mermaid never looks at the first day, so work written to start on a day off starts on it. */
export function startsOnExcludedDay(
  draft: Draft,
  { syntax, startExpression, endExpression, start }: Task,
): Problem[] {
  const { days, dates, settings } = draft;
  const { startField } = syntax;
  if (!days.any || !startField || start === null || startExpression.kind !== 'date') return [];
  // `dateFormat HH:mm` is a chart of hours, drawn today, whatever day that is.
  if (!/[Dx]/i.test(dates.dateFormat)) return [];
  if (endExpression.kind !== 'duration' || endExpression.amount === 0 || !isExcluded(draft, start)) return [];
  const day = dates.format(start, 'dddd');
  const entries = listed([...new Set(settings.excludes.map(({ text }) => quoted(text)))].slice(0, 4));
  const message = `This starts on ${dateWords(draft, start)}, a ${day}, which ${quoted('excludes')} leaves out (${entries}). Mermaid counts it as a working day all the same.`;
  return [
    problem('starts-on-excluded-day', startField.span, message, {
      fixes: () => {
        const next = nextWorkingDay(draft, start);
        const text = next === null ? null : writtenStart(draft, next);
        if (next === null || text === null) return [];
        return [
          choice(`Start on the next working day, ${dateWords(draft, next)}`, [
            replace(startField.span, text),
          ]),
        ];
      },
    }),
  ];
}

export function isExcluded({ days }: Draft, time: number): boolean {
  try {
    return days.excludes(time);
  } catch {
    return false;
  }
}

function nextWorkingDay(draft: Draft, start: number): number | null {
  for (let count = 1; count <= 366; count++) {
    const day = draft.dates.addDays(start, count);
    if (!isExcluded(draft, day)) return day;
  }
  return null;
}
