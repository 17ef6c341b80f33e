import type { Task } from '../analysis';
import type { Piece } from '../span';
import { taskWithId } from '../symbols';
import type { Tag } from '../syntax';
import { wrongComma } from './commas';
import { orderFor, reformattings } from './dateFixes';
import type { Draft } from './draft';
import { insert, remove, replace, separatorBefore } from './edits';
import { secondColon } from './fieldCount';
import { isLength, safeParse, saysTime, writtenAsStart } from './fieldKinds';
import { isVert } from './milestones';
import { looksLikeId, mayBeId } from './placeholders';
import { type Fix, type Problem, preferred, problem, snippet, snippetText } from './problem';
import { readDate } from './readDate';
import { asideUnasked, setAside } from './setAside';
import { shortOfField } from './shortOfField';
import { tagMeant } from './tags';
import { dateWords, NO_CHART, quoted, taskLabel } from './wording';
import { writtenStart } from './writeDate';
import { mistypedYear } from './years';

/** 1 January 1000. */
const FIRST_YEAR = Date.UTC(1000, 0);

/** Starts that are missing, no date, or a date only by a guess. */
export function startProblems(draft: Draft, task: Task): Problem[] {
  const { startExpression, syntax, index } = task;
  if (startExpression.kind === 'previous') return index === 0 ? [missingStart(draft, task)] : [];
  const field = syntax.startField;
  if (!field) return [];
  const unread = startExpression.kind === 'invalid' || startExpression.kind === 'guessed';
  const misread = unread ? misreadStart(draft, task, field) : null;
  if (misread) return [misread];
  if (startExpression.kind === 'invalid') return [invalidStart(draft, task, field)];
  if (startExpression.kind === 'guessed') return guessedStart(draft, task, field, startExpression.time);
  return [];
}

function missingStart(draft: Draft, task: Task): Problem {
  const { endField, name, colon } = task.syntax;
  const place = endField && endField.text !== '' ? endField.span : name.text === '' ? colon : name.span;
  const short = shortOfField(draft, task);
  if (short) {
    const message = `${NO_CHART}: ${short.what}, so its first task has no start. ${short.advice}`;
    return problem('missing-start', place, message, { fixes: short.fixes });
  }
  const message = `${NO_CHART}: its first task does not say when it starts, and no task above it ends. Write a date in front of the end.`;
  return problem('missing-start', place, message, {
    fixes: () => {
      const aside = setAside(draft, task.index);
      if (!endField || endField.text === '') return aside ? [aside] : [];
      const first = firstDate(draft);
      const date = writtenStart(draft, first ?? draft.dates.today);
      if (date === null) return aside ? [aside] : [];
      const title = first === null ? `Start today, ${date}` : `Start on the chart’s first date, ${date}`;
      const typed = [insert(endField.span.start, `\${1:${snippetText(date)}}, `)];
      return [
        preferred(title, [insert(endField.span.start, `${date}, `)]),
        snippet('Write a start date', typed),
      ];
    },
  });
}

/** Another field stands where the start should, for a comma too many, or for a comma or an end that is missing. */
function misreadStart(draft: Draft, task: Task, field: Piece): Problem | null {
  const invalid = task.startExpression.kind === 'invalid';
  const code = invalid ? 'invalid-start-date' : 'guessed-date';
  const effect = invalid ? NO_CHART : `Mermaid takes ${quoted(field.text)} for the start`;
  const comma = wrongComma(draft, task);
  if (comma) {
    return problem(code, comma.span, `${effect}: ${comma.message}`, {
      fixes: () => [comma.fix, ...asideUnasked(draft, task.index)],
    });
  }
  const short = shortOfField(draft, task);
  if (!short) return null;
  const instead = invalid ? `, so it takes ${quoted(field.text)} for the start` : '';
  return problem(code, field.span, `${effect}: ${short.what}${instead}. ${short.advice}`, {
    fixes: short.fixes,
  });
}

/** The earliest date written in the chart, in epoch milliseconds. */
export function firstDate({ tasks }: Draft): number | null {
  const dates = tasks.flatMap(({ startExpression, endExpression }) =>
    [startExpression, endExpression].flatMap((written) => (written.kind === 'date' ? [written.time] : [])),
  );
  return dates.length === 0 ? null : dates.reduce((first, date) => Math.min(first, date));
}

function invalidStart(draft: Draft, task: Task, field: Piece): Problem {
  const { dateFormat } = draft.settings;
  const what =
    field.text === '' ? 'the start of this task is empty' : `the start ${quoted(field.text)} is no date`;
  const inFormat = dateFormat === '' || field.text === '' ? '' : ` in ${quoted(dateFormat)}`;
  const advice = `Write a date, or ${quoted('after')} and the id of a task.`;
  const span = field.text === '' ? separatorBefore(draft.text, field.span.start) : field.span;
  return problem('invalid-start-date', span, `${NO_CHART}: ${what}${inFormat}. ${advice}`, {
    fixes: () => {
      const aside = setAside(draft, task.index);
      const fixes = startFixes(draft, task, field);
      if (!aside) return fixes;
      return saysWhen(task, field) || fixes.some((fix) => fix.preferred)
        ? [...fixes, { ...aside, preferred: false }]
        : [aside, ...fixes];
    },
  });
}

function guessedStart(draft: Draft, task: Task, field: Piece, time: number): Problem[] {
  const { dates } = draft;
  if (/^\d{4}(?:-\d\d)?$/.test(field.text)) return [];
  const readings = readDate(field.text, orderFor(draft));
  const [likely] = readings;
  const rolled = readings.length > 0 && readings.every((reading) => reading.rolled !== null);
  if (rolled) {
    const message = `There is no ${quoted(field.text)}: Mermaid starts this task on ${dateWords(draft, time)}. Write the day you mean.`;
    return [
      problem('rolled-date', field.span, message, { fixes: () => reformattings(draft, field, 'start') }),
    ];
  }
  const isDay = ISO_DAY.test(field.text);
  const asWritten = likely !== undefined && likely.wall === (isDay ? time : dates.toWall(time));
  const chosen = readings.length === 1 || likely?.order === orderFor(draft);
  const isMoment = isIso(field.text) && (asWritten || /[Zz]$|[+-]\d\d:?\d\d$/.test(field.text));
  // Without a dateFormat the chart lacks that, and not each of its days something.
  if (isMoment && (!isDay || draft.settings.dateFormat === '')) return [];
  const inFormat = draft.settings.dateFormat === '' ? '' : ` in ${quoted(draft.settings.dateFormat)}`;
  const fixes = () => startFixes(draft, task, field);
  // A year of three digits is a slip of its own, whoever reads it.
  if (asWritten && chosen && likely.wall < FIRST_YEAR) return [];
  if (isDay && asWritten) {
    const message = `${quoted(field.text)} is not written${inFormat}: the browser takes it for midnight in Greenwich, which here is ${dateWords(draft, time)}.`;
    return [problem('guessed-date', field.span, message, { severity: 'warning', fixes })];
  }
  if (asWritten && chosen) {
    const message = `${quoted(field.text)} is not written${inFormat || ' as YYYY-MM-DD'}: this browser reads it as ${dateWords(draft, time)}, others may not draw the chart at all.`;
    return [problem('guessed-date', field.span, message, { severity: 'information', fixes })];
  }
  if (commaMissing(draft, field)) {
    const message = `There is no comma behind ${quoted(field.text.split(/\s/)[0]!)}, so Mermaid takes it for a part of the date: the task has no such id, and Firefox does not draw the chart at all.`;
    return [problem('guessed-date', field.span, message, { severity: 'warning', fixes })];
  }
  const message = `${quoted(field.text)} is no date${inFormat}; Mermaid guesses, and starts this task on ${dateWords(draft, time)}. Write the date you mean.`;
  return [problem('guessed-date', field.span, message, { fixes })];
}

/** JavaScript takes a day so written for a moment in UTC, and with a time of day behind it for a local one. */
export const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

function isIso(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?)?$/.test(text);
}

/** Behind an id, the field for the end may hold what is known of the start. */
function saysWhen({ syntax }: Task, { text }: Piece): boolean {
  const { fields, endField } = syntax;
  return saysTime(text) || (fields.length === 2 && mayBeId(text) && saysTime(endField!.text));
}

/** Everything that a start which is no date may have meant, the likeliest first. */
function startFixes(draft: Draft, task: Task, field: Piece): Fix[] {
  const { syntax } = task;
  const second = secondColon(syntax.data);
  if (second) return [second.fix];
  const tag = tagMeant(draft.symbols, field.text);
  if (tag !== null) return tagInFront(field, tag, syntax);
  const reworded = listInOtherWords(draft, task, field);
  if (reworded !== null) {
    return [preferred(`Change to ${quoted(reworded)}`, [replace(field.span, reworded)])];
  }
  const dates = [...reformattings(draft, field, 'start'), ...mistypedYear(draft, field)];
  if (dates.length > 0) return dates;
  const comma = commaMissing(draft, field);
  if (comma) return [preferred('Put a comma behind the id', [comma])];
  const { endField } = syntax;
  if (
    endField?.text === '' &&
    isLength(field.text) &&
    (!syntax.id || writtenAsStart(draft, syntax.id.text))
  ) {
    return [preferred('Remove the comma at the end', [remove(field.span.end, syntax.data.span.end)])];
  }
  if (endField && isLength(field.text) && !isLength(endField.text) && writtenAsStart(draft, endField.text)) {
    const swapped = [replace(field.span, endField.text), replace(endField.span, field.text)];
    return [preferred('Put the start before the duration', swapped)];
  }
  return idWithoutStart(draft, task, field);
}

/** `a, done, 5d`: a tag behind the id stands where the start should. */
function tagInFront({ span }: Piece, tag: Tag, { fields }: Task['syntax']): Fix[] {
  const index = fields.findIndex((field) => field.span === span);
  const [first] = fields;
  if (!first || index < 1) return [];
  const edits = [insert(first.span.start, `${tag}, `), remove(fields[index - 1]!.span.end, span.end)];
  return [preferred(`Write ${quoted(tag)} in front`, edits)];
}

/** `After a`, `after: a`, `a b` where these are ids: `after a b`. */
function listInOtherWords({ symbols }: Draft, task: Task, { text }: Piece): string | null {
  const list = /^(?:after|since|from|depends on|follows)?\s*[:(]?\s*([\w-]+(?:[\s&+]+[\w-]+)*)\s*\)?$/i.exec(
    text,
  )?.[1];
  const ids = list?.split(/[\s&+]+/).filter((id) => id !== 'and') ?? [];
  const known = ids.length > 0 && ids.every((id) => ![null, task.index].includes(taskWithId(symbols, id)));
  return known ? `after ${ids.join(' ')}` : null;
}

/** `api 2024-01-05`: the id and the date share a field. */
function commaMissing(draft: Draft, { text, span }: Piece) {
  const match = /^([\p{L}_][\p{L}\p{N}_.-]*)\s+(\d.*)$/u.exec(text);
  if (!match || safeParse(draft, match[2]!) === null) return null;
  return insert(span.start + match[1]!.length, ',');
}

/** `Build: api, 5d`: two fields are a start and an end, so an id needs a start behind it. */
function idWithoutStart(draft: Draft, task: Task, field: Piece): Fix[] {
  const { syntax, index, endExpression } = task;
  if (syntax.fields.length !== 2 || !looksLikeId(field.text) || endExpression.kind === 'invalid') return [];
  let above = draft.tasks[index - 1];
  // A vertical line takes no row, so nobody means it by the task above.
  while (above && isVert(above)) above = draft.tasks[above.index - 1];
  const aboveId = above?.syntax.id?.text;
  const id = quoted(field.text);
  if (above && aboveId && /^[\w-]+$/.test(aboveId) && taskWithId(draft.symbols, aboveId) === above.index) {
    const edits = [insert(field.span.end, `, after ${aboveId}`)];
    return [preferred(`Keep ${id} as the id and start after ${taskLabel(draft, above.index)}`, edits)];
  }
  const time = above ? above.end : (firstDate(draft) ?? draft.dates.today);
  const date = time === null ? null : writtenStart(draft, time);
  if (date === null) return [];
  return [preferred(`Keep ${id} as the id and start on ${date}`, [insert(field.span.end, `, ${date}`)])];
}
