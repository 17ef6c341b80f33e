import type { Clock, DocumentAnalysis, Task } from '../../server/gantt/analysis';
import { analyze, type Language } from '../../server/gantt/analyze';
import type { ProblemCode } from '../../server/gantt/problems/codes';
import { applyEdits } from '../../server/gantt/problems/edits';
import type { Fix, Problem } from '../../server/gantt/problems/problem';
import { CLOCK } from './charts';

/** The text as a fix leaves it; a snippet's placeholders hold what they suggest. */
export function fixed(text: string, { edits, snippet }: Fix): string {
  return applyEdits(
    text,
    snippet ? edits.map((edit) => ({ ...edit, text: withoutPlaceholders(edit.text) })) : edits,
  );
}

function withoutPlaceholders(text: string): string {
  return text.replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1').replace(/\\(.)/g, '$1');
}

/** These fixes change what counts for every task, or bring lines back that Mermaid took for something else. */
const WHOLE_CHART = new Set<ProblemCode>([
  'missing-date-format',
  'unknown-exclude',
  'unknown-statement',
  'invalid-setting',
  'invalid-directive',
  'invalid-front-matter',
  'swallowed-line',
]);

/** What is wrong with a fix: its problem is still there, others have come, or a task has moved that hangs on neither. */
export function complaintsAbout(
  before: DocumentAnalysis,
  problem: Problem,
  fix: Fix,
  language: Language,
  clock: Clock = CLOCK,
): string[] {
  const text = fixed(before.text, fix);
  const after = analyze(text, language, clock);
  const had = problemCounts(before);
  const has = problemCounts(after);
  const key = keyOf(before, problem);
  const complaints: string[] = [];
  if ((has.get(key) ?? 0) >= had.get(key)!) complaints.push(`still there: ${key}`);
  for (const [other, count] of has) {
    // Where the last reference to an id goes, nothing refers to it any more.
    if (other.startsWith('unused-id')) continue;
    if (count > (had.get(other) ?? 0)) complaints.push(`new: ${other}`);
  }
  return WHOLE_CHART.has(problem.code) ? complaints : [...complaints, ...moved(before, after, fix)];
}

function problemCounts(analysis: DocumentAnalysis): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { problems } of analysis.charts) {
    for (const problem of problems) {
      const key = keyOf(analysis, problem);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** An id may change in the same stroke: what stands on a task's line is told apart by the letters of its name. */
function keyOf({ text, charts }: DocumentAnalysis, { code, span }: Problem): string {
  const task = charts
    .flatMap(({ tasks }) => tasks)
    .find(({ syntax }) => syntax.span.start <= span.start && span.end <= syntax.span.end);
  const name = task?.syntax.name.text
    .match(/\p{L}|\p{N}/gu)
    ?.sort()
    .join('');
  return `${code} “${name ?? text.slice(span.start, span.end)}”`;
}

/** Tasks on lines that the fix leaves alone keep their dates, unless they wait for one that it changes. */
function moved(before: DocumentAnalysis, after: DocumentAnalysis, { edits }: Fix): string[] {
  const complaints: string[] = [];
  for (const chart of before.charts) {
    const changed = new Set<number>();
    const touches = ({ syntax }: Task) =>
      edits.some(({ span }) => span.start <= syntax.span.end && syntax.span.start <= span.end);
    for (const task of chart.tasks) {
      if (touches(task) || task.predecessors.some((index) => changed.has(index))) changed.add(task.index);
    }
    // What waits for a task further down is found in further rounds.
    for (let size = -1; size < changed.size; ) {
      size = changed.size;
      for (const task of chart.tasks) {
        const until = task.endExpression.kind === 'until' ? task.endExpression.ids : [];
        const waitsFor = [
          ...task.predecessors,
          ...until.flatMap(({ id }) => chart.symbols.tasksById.get(id) ?? []),
        ];
        if (task.provisional || waitsFor.some((index) => changed.has(index))) changed.add(task.index);
      }
    }
    const later = after.charts[chart.index]?.tasks ?? [];
    for (const task of chart.tasks) {
      if (changed.has(task.index)) continue;
      const same = later.some(
        (other) =>
          other.syntax.name.text === task.syntax.name.text &&
          other.start === task.start &&
          other.end === task.end,
      );
      if (!same) complaints.push(`moved: ${task.syntax.name.text}`);
    }
  }
  return complaints;
}
