import type { ChartAnalysis, Task, Uncertainty } from '../gantt/analysis';
import { counted, type DateText } from './dateText';
import type { Markup } from './markup';

const DAY = 86_400_000;
/** A longer list nobody reads to its end. */
const MOST_LISTED = 8;

/** In plain words why a task has no date, an uncertain one, or is drawn at another; null where all is well. */
export function noteFor(chart: ChartAnalysis, task: Task, dates: DateText, markup: Markup): string | null {
  const reasons = reasonsFor(chart, task, markup);
  const because = reasons === '' ? '' : `, because ${reasons}`;
  if (task.start === null) {
    return task.drawnStart === null
      ? `This has no date${because}.`
      : `Mermaid draws this on ${dates.long(task.drawnStart)}${because}.`;
  }
  if (task.end === null) {
    return task.drawnEnd === null
      ? `This has no end${because}.`
      : `Mermaid draws the end on ${dates.long(task.drawnEnd)}${because}.`;
  }
  const drawn = drawnElsewhere(chart, task, dates, markup);
  if (!task.provisional) return drawn;
  const provisional = `Provisional${because}: the dates can still move.`;
  return drawn === null ? provisional : `${provisional} ${drawn}`;
}

/** Why a task has no date or an uncertain one, as a clause; empty where its dates are certain. */
export function reasonsFor(chart: ChartAnalysis, task: Task, { code, text }: Markup): string {
  const unknown = task.uncertainties.flatMap((reason) =>
    reason.kind === 'unknown-id' ? [code(reason.id)] : [],
  );
  const cycle = task.uncertainties.find((reason) => reason.kind === 'cycle')?.tasks ?? [];
  const others = task.uncertainties
    .filter((reason) => reason.kind !== 'predecessor' || !cycle.includes(reason.task))
    .flatMap((reason) => reasonText(reason) ?? []);
  return listed(unknown.length === 0 ? others : [`no task has the id ${listed(unknown, 'or')}`, ...others]);

  function reasonText(reason: Uncertainty): string | null {
    switch (reason.kind) {
      case 'unknown-id':
        return null;
      case 'cycle': {
        const others = reason.tasks.filter((index) => index !== task.index);
        return others.length === 0
          ? 'it waits for itself'
          : `it waits for itself by way of ${listed(others.map(label))}`;
      }
      case 'predecessor': {
        const unscheduled = chart.tasks[reason.task]?.end === null;
        return `it waits for ${label(reason.task)}, which ${unscheduled ? 'has no date' : 'is provisional'}`;
      }
      case 'missing-start':
        return 'it has no start, and no task is written above it';
      case 'invalid-date':
        return `${code(written(chart, task, reason.span.start, reason.span.end))} is not a date`;
      case 'refused-line':
        return 'Mermaid cannot read its line';
    }
  }

  function label(index: number): string {
    const syntax = chart.tasks[index]?.syntax;
    return syntax?.id ? code(syntax.id.text) : text(syntax?.name.text ?? '');
  }
}

/** What Mermaid draws of a task whose true dates are known, where that differs. */
function drawnElsewhere(
  chart: ChartAnalysis,
  task: Task,
  dates: DateText,
  { code, text }: Markup,
): string | null {
  const { start, end, drawnStart, drawnEnd } = task;
  if (start === null || end === null || drawnStart === null || drawnEnd === null) return null;
  if (drawnStart === start && drawnEnd === end) return null;
  if (drawnStart === start) {
    return `Mermaid ends this on ${dates.long(drawnEnd)}, ${shift(drawnEnd - end)}.`;
  }
  const waits = task.predecessors.map((index) => chart.tasks[index]!);
  const ignored = waits.find((other) => other.drawnEnd !== null && other.drawnEnd > drawnStart);
  const moved = waits.find((other) => other.drawnEnd !== other.end);
  const label = (other: Task) =>
    other.syntax.id ? code(other.syntax.id.text) : text(other.syntax.name.text);
  const because = ignored
    ? `, because ${label(ignored)} is written further down and Mermaid does not wait for it`
    : moved
      ? `, because it draws ${label(moved)} elsewhere too`
      : '';
  return `Mermaid draws this on ${dates.long(drawnStart)}, ${shift(drawnStart - start)}${because}.`;
}

function shift(difference: number): string {
  const days = Math.round(Math.abs(difference) / DAY);
  const amount = days === 0 ? 'less than a day' : counted(days, 'day');
  return `${amount} too ${difference < 0 ? 'early' : 'late'}`;
}

/** The field that the span lies in, as Mermaid reads it. */
function written(chart: ChartAnalysis, task: Task, start: number, end: number): string {
  const fields = [task.syntax.startField, task.syntax.endField, ...task.syntax.fields];
  const field = fields.find((piece) => piece && piece.span.start <= start && end <= piece.span.end);
  return field?.text ?? chart.tasks[task.index]!.syntax.data.text;
}

function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  if (items.length > MOST_LISTED) {
    const shown = items.slice(0, MOST_LISTED - 1);
    return `${shown.join(', ')} ${word} ${items.length - shown.length} more`;
  }
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
