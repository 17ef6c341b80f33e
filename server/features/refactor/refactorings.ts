import type { DocumentAnalysis, Task } from '../../gantt/analysis';
import { analyze, type Language } from '../../gantt/analyze';
import { calendar } from '../../gantt/calendar';
import { applyEdits } from '../../gantt/problems/edits';
import { workdays } from '../../gantt/workdays';
import { chartAt, statementAt } from '../place';
import { durationOrEnd } from './durationOrEnd';
import { extractMilestone } from './extractMilestone';
import { giveId } from './giveId';
import { inlinePredecessors } from './inlinePredecessors';
import { moveToSection } from './moveToSection';
import type { Refactor, Refactoring, RefactorPlace } from './refactoring';
import { sortSection } from './sortSection';
import { startByDateOrTask } from './startByDateOrTask';
import { writeAllDates } from './writeAllDates';

const REFACTORS: readonly Refactor[] = [
  durationOrEnd,
  startByDateOrTask,
  giveId,
  extractMilestone,
  inlinePredecessors,
  moveToSection,
  sortSection,
  writeAllDates,
];

/** What can be written another way at `offset`. Every one is tried first: none changes a true date. */
export function refactorings(analysis: DocumentAnalysis, language: Language, offset: number): Refactoring[] {
  const place = placeAt(analysis, offset);
  if (!place) return [];
  return REFACTORS.flatMap((refactor) => refactor(place)).filter(({ edits }) => {
    const after = analyze(applyEdits(analysis.text, edits), language, analysis.clock);
    return keepsDates(analysis, after);
  });
}

function placeAt(analysis: DocumentAnalysis, offset: number): RefactorPlace | null {
  const { text, clock } = analysis;
  const chart = chartAt(analysis, offset);
  const statement = chart && statementAt(chart, text, offset);
  if (!chart || !statement) return null;
  const { settings } = chart;
  const dates = calendar(settings.dateFormat, clock.timeZone, clock.now);
  const task = statement.kind === 'task' ? chart.tasks[statement.index]! : null;
  return { text, chart, settings, dates, days: workdays(settings, dates), statement, task };
}

/** Every task is there still with the same true dates, and no chart is refused that was drawn. */
function keepsDates(before: DocumentAnalysis, after: DocumentAnalysis): boolean {
  if (before.charts.length !== after.charts.length) return false;
  return before.charts.every((chart, index) => {
    const changed = after.charts[index]!;
    if (chart.rejection === null && changed.rejection !== null) return false;
    const left = new Map<string, number>();
    for (const task of changed.tasks) left.set(dated(task), (left.get(dated(task)) ?? 0) + 1);
    return chart.tasks.every((task) => {
      const count = left.get(dated(task)) ?? 0;
      left.set(dated(task), count - 1);
      return count > 0;
    });
  });
}

function dated({ syntax, start, end }: Task): string {
  return JSON.stringify([syntax.name.text, start, end]);
}
