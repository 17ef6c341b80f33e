import type { ChartAnalysis, DocumentAnalysis, Task } from '../../gantt/analysis';
import type { Span } from '../../gantt/span';
import { TAGS } from '../../gantt/syntax';
import { statementAt } from '../place';
import { dateItems, durationItems } from './dates';
import type { CompletionItem } from './item';

const TAG_NAMES: readonly string[] = TAGS;

const TAG_DOCUMENTATION = {
  active: 'Work that is going on now.',
  done: 'Finished work, drawn in grey.',
  crit: 'Work that matters most, drawn in red.',
  milestone:
    'A point in time, drawn as a diamond in the middle between start and end; `0d` is the usual length.',
  vert: 'A vertical line through the whole chart, without a row of its own.',
} as const;

/** Tags, dates, durations and the words before lists of ids, in a task's fields; null elsewhere. */
export function fieldItems(
  analysis: DocumentAnalysis,
  chart: ChartAnalysis,
  offset: number,
): CompletionItem[] | null {
  const statement = statementAt(chart, analysis.text, offset);
  if (statement?.kind !== 'task' || offset < statement.colon.end) return null;
  const before = analysis.text.slice(statement.colon.end, offset);
  if (/[#;]/.test(before)) return null;
  const fields = before.split(',').map((field) => field.trim());
  const typed = fields.pop() ?? '';
  const behind = /[^\r\n,#;]*/y;
  behind.lastIndex = offset;
  const start = offset - typed.length;
  const word = { start, end: offset + (behind.exec(analysis.text)?.[0].trimEnd().length ?? 0) };
  const place = placeOf(fields);
  const task = chart.tasks[statement.index]!;
  return place && itemsFor(analysis, chart, task, { ...place, typed, word });
}

interface FieldPlace {
  /** Tags that are written already; null where tags can stand no more. */
  readonly tags: readonly string[] | null;
  readonly startHere: boolean;
  readonly endHere: boolean;
  /** The start as written in front; null where none is. */
  readonly start: string | null;
}

/** What can follow the fields in front. One field is an end, two are start and end, three have an id before them. */
function placeOf(before: readonly string[]): FieldPlace | null {
  const tagCount = before.findIndex((field) => !TAG_NAMES.includes(field));
  const tags = tagCount < 0 ? before : null;
  const [first, second, ...more] = tagCount < 0 ? [] : before.slice(tagCount);
  if (more.length > 0) return null;
  if (first === undefined) return { tags, startHere: true, endHere: true, start: null };
  if (second !== undefined) return { tags, startHere: false, endHere: true, start: second };
  const isStart = /^after\s|^\d+[-./: ]/.test(first);
  return { tags, startHere: !isStart, endHere: isStart, start: isStart ? first : null };
}

function itemsFor(
  analysis: DocumentAnalysis,
  chart: ChartAnalysis,
  task: Task,
  place: FieldPlace & { readonly typed: string; readonly word: Span },
): CompletionItem[] {
  const { tags, startHere, endHere, word } = place;
  const items: CompletionItem[] = tags ? tagItems(tags, word) : [];
  if (startHere) items.push(keyword('after', 'Starts when all of these tasks have ended.', word));
  if (startHere) items.push(...dateItems(analysis, chart, task, word));
  if (endHere) items.push(...durationItems(analysis, chart, task, place));
  if (endHere) items.push(keyword('until', 'Ends when the first of these tasks starts.', word));
  return items;
}

function tagItems(written: readonly string[], word: Span): CompletionItem[] {
  return TAGS.filter((tag) => !written.includes(tag)).map((tag) => ({
    label: tag,
    kind: 'tag',
    documentation: TAG_DOCUMENTATION[tag],
    edit: { span: word, text: tag },
  }));
}

function keyword(label: string, documentation: string, word: Span): CompletionItem {
  return { label, kind: 'keyword', documentation, edit: { span: word, text: `${label} ` } };
}
