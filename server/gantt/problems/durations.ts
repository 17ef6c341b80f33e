import type { Task } from '../analysis';
import type { DurationUnit, EndExpression } from '../syntax';
import type { Draft } from './draft';
import { replace } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { counted, dateWords, quoted } from './wording';
import { writtenEndDate } from './writeDate';

type Duration = Extract<EndExpression, { kind: 'duration' }>;

const CLOCK_UNITS: readonly DurationUnit[] = ['ms', 's', 'h'];

/** Durations that Mermaid rounds, and minutes that were meant as months. */
export function durationProblems(draft: Draft): Problem[] {
  const months = looksLikeMonths(draft);
  return draft.tasks.flatMap((task) => {
    const duration = task.endExpression;
    if (duration.kind !== 'duration') return [];
    if (months && duration.unit === 'm' && duration.amount > 0) return minutes(duration);
    return fraction(draft, task, duration);
  });
}

/** In a chart of days nobody counts minutes; one that counts hours too may. */
function looksLikeMonths({ settings, tasks }: Draft): boolean {
  const format = settings.dateFormat.replace(/\[[^\]]*\]/g, '');
  if (/[HhmsSAaXxkZ]/.test(format)) return false;
  return !tasks.some(
    ({ endExpression }) => endExpression.kind === 'duration' && CLOCK_UNITS.includes(endExpression.unit),
  );
}

function minutes({ amount, span }: Duration): Problem {
  const message = `${quoted(`${amount}m`)} is ${counted(amount, 'minute')}, too short to be seen on this chart. For months write ${quoted(`${amount}M`)}.`;
  return problem('minutes-not-months', span, message, {
    fixes: () => [preferred(`Change to ${quoted(`${amount}M`)}`, [replace(span, `${amount}M`)])],
  });
}

/** Days are whole on the calendar: `0.5d` is a day, `1.5M` a month, `0.5M` nothing. */
function fraction(draft: Draft, { start, end }: Task, { amount, unit, span }: Duration): Problem[] {
  const whole = wholeAmount(amount, unit);
  if (whole === null) return [];
  const written = `${amount}${unit}`;
  const drawn = `${whole.amount}${whole.unit}`;
  const effect =
    whole.amount === 0
      ? `draws no bar for ${quoted(written)}`
      : `takes ${quoted(written)} for ${quoted(drawn)}`;
  const message = `Mermaid counts whole ${WORDS[whole.unit]} and ${effect}. Write a whole number, or a smaller unit.`;
  return [
    problem('fractional-duration', span, message, {
      fixes: () => {
        const fixes: Fix[] =
          whole.amount === 0
            ? []
            : [preferred(`Change to ${quoted(drawn)}, as it is drawn`, [replace(span, drawn)])];
        const smaller = smallerUnit(amount, unit);
        if (smaller !== null) fixes.push(choice(`Change to ${quoted(smaller)}`, [replace(span, smaller)]));
        const date = start === null || end === null || whole.amount === 0 ? null : writtenEndDate(draft, end);
        if (date !== null && end !== null)
          fixes.push(choice(`Write the end, ${dateWords(draft, end)}`, [replace(span, date)]));
        return fixes;
      },
    }),
  ];
}

const WORDS = { d: 'days', M: 'months', y: 'years' } as const;

/** What Mermaid makes of a broken number of days, months or years; null where it is not broken. */
function wholeAmount(amount: number, unit: DurationUnit): { amount: number; unit: 'd' | 'M' | 'y' } | null {
  if (unit === 'd' || unit === 'w') {
    const days = unit === 'w' ? amount * 7 : amount;
    // Times seven, a decimal number is seldom exact.
    return Math.abs(days - Math.round(days)) < 1e-9 ? null : { amount: Math.round(days), unit: 'd' };
  }
  if (unit === 'M' || unit === 'y') {
    return Number.isInteger(amount) ? null : { amount: Math.trunc(amount), unit };
  }
  return null;
}

function smallerUnit(amount: number, unit: DurationUnit): string | null {
  if (unit === 'd') return Number.isInteger(amount * 24) ? `${amount * 24}h` : null;
  if (unit === 'w') return Number.isInteger(amount * 7 * 24) ? `${amount * 7 * 24}h` : null;
  if (unit === 'y') return Number.isInteger(amount * 12) ? `${amount * 12}M` : null;
  return unit === 'M' && Number.isInteger(amount * 4) ? `${amount * 4}w` : null;
}
