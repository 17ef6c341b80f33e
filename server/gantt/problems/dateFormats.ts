import type { Task } from '../analysis';
import { parseDate } from '../dateFormat';
import type { Piece, Span } from '../span';
import type { SettingStatement } from '../syntax';
import { timeZone } from '../timeZone';
import { isSettingWithColon } from './colons';
import type { Draft } from './draft';
import { type Edit, lineAt, lineBelow, replace } from './edits';
import { type Fix, type Problem, preferred, problem } from './problem';
import { ISO_DAY } from './starts';
import { isSwallowed } from './swallowed';
import { dateWords, NO_CHART, quoted } from './wording';

const DAY = 86_400_000;
/** Of so many dates that cannot be read, and none that can, not each one is wrong. */
const MANY = 3;

/** Formats that people write dates in, the commonest first. */
const FORMATS = [
  ...[
    'YYYY-MM-DD',
    'DD-MM-YYYY',
    'DD.MM.YYYY',
    'DD/MM/YYYY',
    'MM/DD/YYYY',
    'YYYY/MM/DD',
    'YYYY.MM.DD',
    'MM-DD-YYYY',
  ],
  ...['D.M.YYYY', 'D/M/YYYY', 'M/D/YYYY', 'D-M-YYYY', 'YYYY-M-D', 'YYYYMMDD'],
  ...[
    'YYYY-MM-DD HH:mm',
    'YYYY-MM-DDTHH:mm',
    'YYYY-MM-DD HH:mm:ss',
    'YYYY-MM-DDTHH:mm:ss',
    'HH:mm',
    'HH:mm:ss',
  ],
];

/** A chart whose dates are in another format than its dateFormat says. */
export interface FormatSlip {
  /** The fields that are no date now, or one by the browser's guess, and would be with the right dateFormat. */
  readonly fields: ReadonlySet<Span>;
  /** Null where the dateFormat is a task to its author, or to Mermaid, which is said on its line. */
  readonly problem: Problem | null;
}

/** Null where the dateFormat is not to blame. */
export function dateFormatSlip(draft: Draft): FormatSlip | null {
  const setting = draft.statements.findLast(
    (statement): statement is SettingStatement =>
      statement.kind === 'setting' && statement.name === 'dateFormat',
  );
  const written = draft.settings.dateFormat;
  const lost = draft.tasks.flatMap((task) => lostFields(task));
  const guessed = draft.tasks.flatMap(({ startExpression, syntax }) =>
    startExpression.kind === 'guessed' && syntax.startField
      ? [{ field: syntax.startField, time: startExpression.time }]
      : [],
  );
  const isMissed =
    !setting &&
    draft.tasks.some((task) => isSettingWithColon(task) && /^dateFormat$/i.test(task.syntax.name.text));
  if (isMissed || (setting && isSwallowed(draft, setting))) {
    const fields = [...lost, ...guessed.map(({ field }) => field)];
    return { fields: new Set(fields.map(({ span }) => span)), problem: null };
  }
  const candidates =
    written === ''
      ? FORMATS
      : [...corrected(written), ...(lost.length >= MANY && !readsAny(draft) ? FORMATS : [])].filter(
          (format) => format !== written,
        );
  const counts = candidates.map((candidate) => {
    // A format that reads another date out of a guessed one would move the task.
    const agreeing = guessed.map(({ field, time }) => agrees(draft, field.text, candidate, time));
    if (agreeing.includes(false)) return 0;
    return (
      agreeing.filter((agrees) => agrees === true).length +
      lost.filter(({ text }) => readsAs(draft, text, candidate)).length
    );
  });
  const most = Math.max(...counts, 0);
  if (most * 2 <= lost.length + guessed.length) return null;
  const format = candidates[counts.indexOf(most)]!;
  const readable = (fields: readonly Piece[]) =>
    fields.filter(({ text }) => readsAs(draft, text, format)).map(({ span }) => span);
  const unread = readable(lost);
  const days = readable(guessed.map(({ field }) => field).filter(({ text }) => ISO_DAY.test(text)));
  return {
    fields: new Set([...unread, ...days]),
    problem: slip(draft, setting ?? null, format, unread),
  };
}

/** Starts and ends that are no date, and no number or word that would never be one. */
function lostFields({ startExpression, endExpression, syntax }: Task): Piece[] {
  const start = startExpression.kind === 'invalid' ? syntax.startField : null;
  const end = endExpression.kind === 'invalid' && !endExpression.refused ? syntax.endField : null;
  return [start, end].flatMap((field) =>
    field && /\d.*\D.*\d|^\d{8}$/.test(field.text) && !/\s%%/.test(field.text) ? field : [],
  );
}

function readsAny({ tasks }: Draft): boolean {
  return tasks.some(({ startExpression, endExpression }) =>
    [startExpression.kind, endExpression.kind].includes('date'),
  );
}

/** Null where the format cannot read the text. */
function agrees(draft: Draft, text: string, format: string, time: number): boolean | null {
  const read = parseDate(text, format, timeZone('UTC'), draft.dates.today);
  return read === null ? null : Math.abs(read - draft.dates.toWall(time)) < DAY;
}

function readsAs({ dates }: Draft, text: string, format: string): boolean {
  return parseDate(text, format, timeZone('UTC'), dates.today) !== null;
}

/** `: yyyy-mm-dd HH:MM` as dayjs would have it: `YYYY-MM-DD HH:mm`. */
function corrected(written: string): string[] {
  const format = written
    .replace(/^[\s:="'`]+|["'`\s]+$/g, '')
    .replace(/%([YmdHMS])/g, (_, letter: 'Y' | 'm' | 'd' | 'H' | 'M' | 'S') => STRFTIME[letter])
    .replace(/y+/g, (years) => years.toUpperCase())
    .replace(/d+/g, (days) => days.toUpperCase())
    .replace(/(^|[^a-z])mm?(?![a-z])/gi, (part, before: string, at: number, whole: string) => {
      const minutes = before === ':' || /^\s*:/.test(whole.slice(at + part.length));
      const letters = part.slice(before.length);
      return before + (minutes && /h/i.test(whole) ? letters.toLowerCase() : letters.toUpperCase());
    });
  return [format, format.replace(/h/g, 'H')];
}

const STRFTIME = { Y: 'YYYY', m: 'MM', d: 'DD', H: 'HH', M: 'mm', S: 'ss' } as const;

function slip(
  draft: Draft,
  setting: SettingStatement | null,
  format: string,
  spans: readonly Span[],
): Problem {
  const header = draft.statements.find(({ kind }) => kind === 'gantt');
  const span = setting?.value.span ?? spans[0] ?? header?.span ?? draft.span;
  const cause = setting
    ? `${quoted(setting.value.text)} is not how this chart writes its dates`
    : 'This chart does not say how it writes its dates';
  return problem(
    'missing-date-format',
    span,
    `${cause}: ${effect(draft, spans)} ${advice(setting, format)}`,
    {
      severity: spans.length > 0 ? 'error' : 'information',
      related: setting ? spans.map((place) => ({ span: place, message: 'This is no date to Mermaid' })) : [],
      fixes: () => slipFixes(draft, setting, format),
    },
  );
}

function effect(draft: Draft, lost: readonly Span[]): string {
  const { tasks, dates } = draft;
  const refused = tasks.some(
    ({ startExpression }) => startExpression.kind === 'invalid' && lost.includes(startExpression.span),
  );
  if (refused) return `${NO_CHART}.`;
  if (lost.length === 0) {
    const guess = tasks.map(({ startExpression }) => startExpression).find(({ kind }) => kind === 'guessed');
    // A day is guessed as midnight in UTC, and elsewhere that is an hour of its own.
    if (guess?.kind === 'guessed' && guess.time % DAY === 0 && dates.toWall(guess.time) % DAY !== 0) {
      return `the browser takes a day for midnight in Greenwich, which here is ${dateWords(draft, guess.time)}.`;
    }
    return 'the browser guesses where tasks start, and west of Greenwich that is the evening before.';
  }
  const others = lost.length === 1 ? 'this task' : `this task and ${lost.length - 1} more`;
  return `Mermaid reads none of the end dates, and draws ${others} without any length.`;
}

function advice(setting: SettingStatement | null, format: string): string {
  return setting
    ? `Write ${quoted(format)}.`
    : `Add ${quoted(`dateFormat ${format}`)} below ${quoted('gantt')}.`;
}

function slipFixes(draft: Draft, setting: SettingStatement | null, format: string): Fix[] {
  if (setting) {
    return [preferred(`Change to ${quoted(format)}`, [replace(setting.value.span, format)])];
  }
  const header = draft.statements.find(({ kind }) => kind === 'gantt');
  if (!header) return [];
  return [
    preferred(`Add ${quoted(`dateFormat ${format}`)}`, [
      belowHeader(draft, header.span, `dateFormat ${format}`),
    ]),
  ];
}

/** A line below `gantt`, indented like the one that follows. */
export function belowHeader({ text, statements }: Draft, header: Span, line: string): Edit {
  const following = statements.find(({ span }) => span.start > lineAt(text, header.start).end);
  const edit = lineBelow(text, header.start, line);
  return following ? indentedLike(text, edit, following.span.start) : edit;
}

function indentedLike(text: string, edit: Edit, offset: number): Edit {
  const own = /^(\r?\n|\r)[ \t>]*/.exec(edit.text);
  let lineStart = offset;
  while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1]!)) lineStart--;
  const indent = text.slice(lineStart, offset);
  if (!own || !/^[ \t>]*$/.test(indent)) return edit;
  return { ...edit, text: own[1] + indent + edit.text.slice(own[0].length) };
}
