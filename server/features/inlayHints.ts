import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { type DateText, dateTextFor } from './dateText';
import { markdown } from './markup';
import { noteFor } from './note';
import { shortDay, shortSpan } from './shortDates';

export interface InlayHint {
  /** Offset of the line's end. */
  readonly at: number;
  readonly text: string;
  /** The true dates, or other dates that Mermaid draws. */
  readonly kind: 'true' | 'drawn';
  /** Markdown. */
  readonly tooltip: string | null;
  /** The predecessor that decides the start. */
  readonly leadsTo: Span | null;
}

/** Dates that the lines within `range` do not say themselves, in document order. */
export function inlayHints(analysis: DocumentAnalysis, range: Span): InlayHint[] {
  return analysis.charts.flatMap((chart) => {
    const dates = dateTextFor(chart, analysis.clock);
    return chart.tasks
      .filter(({ syntax }) => syntax.span.start <= range.end && range.start <= syntax.span.end)
      .flatMap((task) => hintsOf(analysis.text, chart, task, dates));
  });
}

function hintsOf(text: string, chart: ChartAnalysis, task: Task, dates: DateText): InlayHint[] {
  const at = lineEnd(text, task.syntax.span.end);
  const hints: InlayHint[] = [];
  const unsaid = unsaidDates(task, dates);
  if (unsaid !== null) {
    const decider = task.decidingPredecessor === null ? null : chart.tasks[task.decidingPredecessor]!;
    const tooltip = decider && `Starts when ${markdown.text(decider.syntax.name.text)} ends.`;
    hints.push({
      at,
      text: `→ ${unsaid}`,
      kind: 'true',
      tooltip,
      leadsTo: decider?.syntax.name.span ?? null,
    });
  }
  const drawn = drawnDates(task, dates);
  if (drawn !== null) {
    const tooltip = noteFor(chart, task, dates, markdown);
    hints.push({ at, text: `≠ Mermaid: ${drawn}`, kind: 'drawn', tooltip, leadsTo: null });
  }
  return hints;
}

/** The part of a task's dates that its line leaves open; null where it says them. */
function unsaidDates(task: Task, dates: DateText): string | null {
  if (task.start === null) return 'no date';
  const start = dates.toWall(task.start);
  const end = dates.writtenEnd(task);
  const startSaid = task.startExpression.kind === 'date';
  const endSaid = task.endExpression.kind === 'date';
  if (end === null) return startSaid ? 'no end' : `${shortDay(start)} – no end`;
  if (startSaid) return endSaid || end === start ? null : shortDay(end);
  return endSaid ? `from ${shortDay(start)}` : shortSpan(start, end);
}

/** What Mermaid draws, where that differs. */
function drawnDates({ start, end, drawnStart, drawnEnd }: Task, dates: DateText): string | null {
  if (drawnStart === null || drawnEnd === null) return null;
  if (drawnStart === start && drawnEnd === end) return null;
  return shortSpan(dates.toWall(drawnStart), dates.toWall(drawnEnd));
}

function lineEnd(text: string, from: number): number {
  const rest = /[^\r\n]*/y;
  rest.lastIndex = from;
  return from + (rest.exec(text)?.[0].trimEnd().length ?? 0);
}
