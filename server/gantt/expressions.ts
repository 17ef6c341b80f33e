import type { Calendar } from './calendar';
import { disguise } from './entities';
import type { ChartSettings } from './settings';
import type { Piece, Span } from './span';
import type { DurationUnit, EndExpression, IdReference, StartExpression, TaskStatement } from './syntax';

const DURATION = /^(\d+(?:\.\d+)?)([Mdhmswy]|ms)$/;
/** Mermaid takes letters without accents, digits, `_`, `-` and blanks; the rest of the field is dropped. */
const IDS = '\\s+(?<ids>[\\d\\w- ]+)';
const PATTERNS = { after: new RegExp(`^after${IDS}`), until: new RegExp(`^until${IDS}`) };

/** What a task's start field means in its chart. */
export function readStart(
  task: Pick<TaskStatement, 'index' | 'startField' | 'endField' | 'colon'>,
  calendar: Calendar,
): StartExpression {
  const field = task.startField;
  if (!field) return { kind: 'previous', span: task.endField?.span ?? task.colon };
  const { text, span } = field;
  if ((calendar.dateFormat === 'x' || calendar.dateFormat === 'X') && /^\d+$/.test(text)) {
    return { kind: 'date', span, time: new Date(Number(text)).getTime() };
  }
  const list = readIds('after', field, task.index);
  if (list) return { kind: 'after', span, ...list };
  const time = tryParse(text, calendar);
  if (time === 'refused') return { kind: 'invalid', span };
  if (time !== null) return { kind: 'date', span, time };
  const guessed = calendar.guess(disguise(text));
  return guessed === null ? { kind: 'invalid', span } : { kind: 'guessed', span, time: guessed };
}

/** What a task's end field means in its chart. */
export function readEnd(
  task: Pick<TaskStatement, 'index' | 'endField' | 'data'>,
  calendar: Calendar,
  settings: Pick<ChartSettings, 'inclusiveEndDates'>,
): EndExpression {
  const field = task.endField;
  if (!field) return { kind: 'invalid', span: task.data.span, refused: false };
  const { text, span } = field;
  const list = readIds('until', field, task.index);
  if (list) return { kind: 'until', span, ...list };
  const time = tryParse(text, calendar);
  if (time === 'refused') return { kind: 'invalid', span, refused: true };
  if (time !== null) {
    return { kind: 'date', span, time: settings.inclusiveEndDates ? calendar.addDays(time, 1) : time };
  }
  const duration = DURATION.exec(text);
  if (!duration) return { kind: 'invalid', span, refused: false };
  return { kind: 'duration', span, amount: Number(duration[1]), unit: duration[2] as DurationUnit };
}

/** Some formats (week numbers, zone names) make dayjs throw without plugins that Mermaid does not load. */
function tryParse(text: string, calendar: Calendar): number | null | 'refused' {
  try {
    return calendar.parse(text);
  } catch {
    return 'refused';
  }
}

interface IdList {
  readonly keyword: Span;
  readonly ids: readonly IdReference[];
  readonly unread: Piece | null;
}

function readIds(role: 'after' | 'until', { text, span }: Piece, task: number): IdList | null {
  const match = PATTERNS[role].exec(text);
  if (!match) return null;
  const at = (offset: number) => span.start + offset;
  const list = match.groups?.ids ?? '';
  const listStart = match[0].length - list.length;
  const ids: IdReference[] = [];
  for (const id of list.matchAll(/[^ ]+/g)) {
    const start = at(listStart + id.index);
    ids.push({ id: id[0], span: { start, end: start + id[0].length }, role, task });
  }
  const rest = text.slice(match[0].length);
  return {
    keyword: { start: at(0), end: at(role.length) },
    ids,
    unread: rest === '' ? null : { text: rest, span: { start: at(match[0].length), end: span.end } },
  };
}

/** The end that an expression gives a task starting at `start`, before excluded days push it. Epoch milliseconds. */
export function writtenEnd(start: number, expression: EndExpression, calendar: Calendar): number {
  if (expression.kind === 'date') return expression.time;
  if (expression.kind !== 'duration') return start;
  const end = calendar.add(start, expression.amount, expression.unit);
  return Number.isNaN(end) ? start : end;
}
