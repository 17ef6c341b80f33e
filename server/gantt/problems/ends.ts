import type { Task } from '../analysis';
import type { Piece } from '../span';
import { taskWithId } from '../symbols';
import { wrongComma } from './commas';
import { orderFor, reformattings } from './dateFixes';
import type { Draft } from './draft';
import { readDuration } from './durationWords';
import { remove, replace, separatorBefore } from './edits';
import { isLength, saysTime, writtenAsEnd, writtenAsStart } from './fieldKinds';
import { choice, type Fix, type Problem, preferred, problem, snippet } from './problem';
import { readDate } from './readDate';
import { asideUnasked, setAside } from './setAside';
import { isPoint, shortOfField } from './shortOfField';
import { dateWords, NO_CHART, quoted } from './wording';
import { mistypedYear } from './years';

/** Ends that are neither a date nor a duration, so that the task has no length on the chart. */
export function endProblems(draft: Draft, task: Task): Problem[] {
  const { endExpression, syntax } = task;
  const { endField } = syntax;
  if (endExpression.kind !== 'invalid' || !endField || hasNote(endField.text)) return [];
  if (endExpression.refused) return [unreadableFormat(draft, endField)];
  if (/^0+$/.test(endField.text) && isPoint(task)) return [bareZero(endField)];
  if (isSaidOfStart(draft, task)) return [];
  const short = shortOfField(draft, task);
  if (short) {
    const message = `Mermaid draws this task without any length: ${short.what}. ${short.advice}`;
    return [problem('invalid-end', endField.span, message, { fixes: short.fixes })];
  }
  const what = wordsFor(draft, endField);
  const message = `${what}, so Mermaid draws this task without any length. Write an end date, or a duration such as \`5d\` or \`2w\`.`;
  const span = endField.text === '' ? separatorBefore(draft.text, endField.span.start) : endField.span;
  return [problem('invalid-end', span, message, { fixes: () => endFixes(draft, task, endField) })];
}

/** Whether one slip spoils both fields: the problem with the start says it. */
function isSaidOfStart(draft: Draft, task: Task): boolean {
  const { kind } = task.startExpression;
  if (kind === 'previous') return task.index === 0 && shortOfField(draft, task) !== null;
  return (
    (kind === 'invalid' || kind === 'guessed') &&
    (wrongComma(draft, task) ?? shortOfField(draft, task)) !== null
  );
}

/** A `%%` note behind the data is a problem of its own. */
export function hasNote(text: string): boolean {
  return /(?:^|\s)%%/.test(text);
}

function wordsFor({ settings }: Draft, { text }: Piece): string {
  if (text === '') return 'The end of this task is empty';
  const readings = readDate(text, null);
  if (readings.length > 0 && readings.every(({ rolled }) => rolled !== null))
    return `There is no ${quoted(text)}`;
  const inFormat = settings.dateFormat === '' ? '' : ` in ${quoted(settings.dateFormat)}`;
  if (readings.length > 0) return `${quoted(text)} is no date${inFormat}`;
  return `${quoted(text)} is neither a date${inFormat} nor a duration`;
}

function unreadableFormat({ settings }: Draft, { span }: Piece): Problem {
  const message = `${NO_CHART}: it cannot read dates in ${quoted(settings.dateFormat)}. Take week numbers and time zones out of the \`dateFormat\`.`;
  return problem('invalid-end', span, message);
}

function bareZero({ span }: Piece): Problem {
  const message =
    'A duration has a unit: write `0d`. Mermaid takes the bare `0` for no length at all, which here is the same.';
  return problem('bare-zero', span, message, {
    fixes: () => [preferred('Change to `0d`', [replace(span, '0d')])],
  });
}

/** Everything that the end may have meant, the likeliest first. */
function endFixes(draft: Draft, task: Task, field: Piece): Fix[] {
  const known = reworded(draft, task, field);
  if (known.length > 0) return known;
  const dates = [...reformattings(draft, field, 'end'), ...mistypedYear(draft, field)];
  if (dates.length > 0) return dates;
  const surplus = commaAtEnd(draft, task, field);
  if (surplus) return [surplus, ...asideUnasked(draft, task.index)];
  // An empty field stands right behind its comma.
  const blank = field.text === '' && /[,:]/.test(draft.text[field.span.start - 1] ?? '') ? ' ' : '';
  const zero = choice('Keep it without a length: `0d`', [replace(field.span, `${blank}0d`)]);
  const duration = snippet('Write a duration', [replace(field.span, `${blank}\${1:1w}`)]);
  if (/^0+$/.test(field.text)) return [{ ...zero, preferred: true }, duration];
  if (saysTime(field.text)) return [duration, zero, ...asideUnasked(draft, task.index)];
  const aside = setAside(draft, task.index);
  // Tasks that begin where this one ends have dates, which would go with it.
  if (aside && task.successors.length === 0) return [aside, zero, duration];
  return [{ ...zero, preferred: task.successors.length > 0 }, ...asideUnasked(draft, task.index), duration];
}

/** `2024-01-05, 2024-01-12,` or `5d,`: the last of the fields is empty, and those in front of it are all it takes. */
function commaAtEnd(draft: Draft, { syntax }: Task, { text, span }: Piece): Fix | null {
  const { id, startField } = syntax;
  if (text !== '' || !startField) return null;
  const fits = id
    ? writtenAsStart(draft, id.text) && writtenAsEnd(draft, startField.text)
    : isLength(startField.text);
  if (!fits) return null;
  return preferred('Remove the comma', [remove(startField.span.end, span.end)]);
}

function reworded({ symbols, tasks }: Draft, task: Task, { text, span }: Piece): Fix[] {
  const to = (written: string, sure = true): Fix => {
    const title = `Change to ${quoted(written)}`;
    return sure ? preferred(title, [replace(span, written)]) : choice(title, [replace(span, written)]);
  };
  const duration = readDuration(text);
  if (duration !== null && duration !== text) return [to(duration)];
  if (/^[1-9]\d*$/.test(text)) {
    const units = tasks.flatMap(({ endExpression }) =>
      endExpression.kind === 'duration' ? endExpression.unit : [],
    );
    const usual = units.filter((unit) => unit === 'w').length > units.length / 2 ? 'w' : 'd';
    return [to(text + usual), to(text + (usual === 'w' ? 'd' : 'w'), false)];
  }
  const list = /^(until|till|by|before|after)?\s*[:(]?\s*([\w-]+(?:[\s&+]+[\w-]+)*)\s*\)?$/i.exec(text);
  const ids = list?.[2]?.split(/[\s&+]+/).filter((id) => id !== 'and') ?? [];
  const known = ids.length > 0 && ids.every((id) => ![null, task.index].includes(taskWithId(symbols, id)));
  if (!known) return [];
  return [to(`until ${ids.join(' ')}`, /^(?:until|till)$/i.test(list?.[1] ?? ''))];
}

/** Ends before starts, and points that are no points. */
export function lengthProblems(draft: Draft, task: Task): Problem[] {
  const { start, end, startExpression, endExpression } = task;
  if (start === null || end === null || end >= start) return [];
  const [starts, ends] = [dateWords(draft, start), dateWords(draft, end)];
  const message = `This ends on ${ends}, before it starts on ${starts}, so Mermaid draws no bar for it. Check both dates.`;
  const written = startExpression.kind === 'date' && endExpression.kind === 'date';
  return [
    problem('end-before-start', endExpression.span, message, {
      fixes: () => (written ? endBeforeStartFixes(draft, task) : []),
    }),
  ];
}

function endBeforeStartFixes(draft: Draft, { syntax, start, end }: Task): Fix[] {
  const { startField, endField } = syntax;
  if (!startField || !endField || start === null || end === null) return [];
  const nextYear = laterYear(draft, endField, start);
  const swapped = [replace(startField.span, endField.text), replace(endField.span, startField.text)];
  const swap = choice('Swap start and end', swapped);
  return nextYear ? [nextYear, swap] : [swap];
}

/** `2024-12-01, 2024-01-15`: over the turn of the year the old year is easily written on. */
function laterYear(draft: Draft, field: Piece, start: number): Fix | null {
  const [reading] = readDate(field.text, orderFor(draft));
  const year = reading && String(new Date(reading.wall).getUTCFullYear());
  if (!year || field.text.split(year).length !== 2) return null;
  const text = field.text.replace(year, String(Number(year) + 1));
  const later = draft.dates.parse(text);
  if (later === null || later < start || later > draft.dates.addDays(start, 200)) return null;
  return preferred(`Change to ${quoted(text)}`, [replace(field.span, text)]);
}
