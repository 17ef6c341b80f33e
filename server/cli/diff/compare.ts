import type { DocumentAnalysis } from '../../gantt/analysis';
import type { Tag } from '../../gantt/syntax';
import { timeZone } from '../../gantt/timeZone';
import { chartSummary, lastDateText } from '../chartSummary';
import { matchCharts, matchTasks } from './match';
import { type TaskState, taskStates } from './taskState';

const DAY = 86_400_000;

/** What is different about one task. Days count in local time, positive for later. */
export type Change =
  | { readonly kind: 'moved'; readonly startDays: number; readonly endDays: number }
  | { readonly kind: 'unscheduled' | 'scheduled' | 'provisional' | 'certain' }
  | { readonly kind: 'renamed' | 'new-id' | 'other-section' }
  | { readonly kind: 'tags'; readonly added: readonly Tag[]; readonly removed: readonly Tag[] };

export interface TaskChange {
  readonly before: TaskState;
  readonly after: TaskState;
  readonly changes: readonly Change[];
  /** The moved task that this one follows, its own line being as before; null where its line was changed. */
  readonly follows: TaskState | null;
}

export interface LastDate {
  /** Epoch milliseconds, and for people; null without any date. */
  readonly time: number | null;
  readonly text: string | null;
}

export interface ChartDiff {
  readonly status: 'added' | 'removed' | 'changed';
  readonly title: string | null;
  readonly lastDate: {
    readonly before: LastDate | null;
    readonly after: LastDate | null;
    /** How much later; null where one of them is missing. */
    readonly days: number | null;
  };
  readonly added: readonly TaskState[];
  readonly removed: readonly TaskState[];
  readonly changed: readonly TaskChange[];
}

/** The charts that differ, in the order they have now, those that are gone last. Both analyses have one clock. */
export function compareDocuments(
  before: DocumentAnalysis | null,
  after: DocumentAnalysis | null,
): ChartDiff[] {
  const [old, now] = [chartsOf(before), chartsOf(after)];
  const wall = timeZone((after ?? before)?.clock.timeZone ?? 'UTC').toWall;
  const pairs = matchCharts(
    old.map(({ tasks }) => tasks),
    now.map(({ tasks }) => tasks),
  );
  const matched = new Map(pairs.map(([from, to]) => [to, from]));
  const gone = [...old.keys()].filter((index) => !pairs.some(([from]) => from === index));
  const diffs = [
    ...now.map((chart, index) => compareCharts(old[matched.get(index) ?? -1] ?? null, chart, wall)),
    ...gone.map((index) => compareCharts(old[index] ?? null, null, wall)),
  ];
  return diffs.filter((diff) => diff !== null);
}

interface ChartState {
  readonly title: string | null;
  readonly lastDate: LastDate;
  readonly tasks: readonly TaskState[];
}

function chartsOf(analysis: DocumentAnalysis | null): ChartState[] {
  if (!analysis) return [];
  return analysis.charts.map((chart) => ({
    title: chart.settings.title,
    lastDate: { time: chartSummary(chart).lastEnd, text: lastDateText(chart, analysis.clock) },
    tasks: taskStates(chart, analysis.clock),
  }));
}

type ToWall = (time: number) => number;

/** Null where nothing differs. */
function compareCharts(before: ChartState | null, after: ChartState | null, wall: ToWall): ChartDiff | null {
  const [old, now] = [before?.tasks ?? [], after?.tasks ?? []];
  const pairs = matchTasks(old, now);
  const [left, right] = [new Set(pairs.map(([from]) => from)), new Set(pairs.map(([, to]) => to))];
  const diff = {
    status: before === null ? 'added' : after === null ? 'removed' : 'changed',
    title: (after ?? before)?.title ?? null,
    lastDate: {
      before: before?.lastDate ?? null,
      after: after?.lastDate ?? null,
      days: daysBetween(before?.lastDate.time ?? null, after?.lastDate.time ?? null, wall),
    },
    added: now.filter(({ index }) => !right.has(index)),
    removed: old.filter(({ index }) => !left.has(index)),
    changed: changedTasks(
      pairs.map(([from, to]) => [old[from]!, now[to]!]),
      wall,
    ),
  } as const;
  const same = diff.added.length + diff.removed.length + diff.changed.length === 0;
  return same && diff.status === 'changed' ? null : diff;
}

function changedTasks(pairs: readonly (readonly [TaskState, TaskState])[], wall: ToWall): TaskChange[] {
  const all = pairs.map(([before, after]) => ({ before, after, changes: changesOf(before, after, wall) }));
  const moved = new Map(
    all
      .filter(({ changes }) => changes.some(({ kind }) => kind === 'moved'))
      .map(({ after }) => [after.index, after]),
  );
  return all
    .filter(({ changes }) => changes.length > 0)
    .map((change) => {
      const { before, after } = change;
      const cause = before.written === after.written ? moved.get(after.decidedBy ?? -1) : undefined;
      return { ...change, follows: (moved.has(after.index) && cause) || null };
    });
}

function changesOf(before: TaskState, after: TaskState, wall: ToWall): Change[] {
  const changes: Change[] = [];
  const startDays = daysBetween(before.start, after.start, wall);
  const endDays = daysBetween(before.end, after.end, wall);
  if (startDays || endDays) changes.push({ kind: 'moved', startDays: startDays ?? 0, endDays: endDays ?? 0 });
  const [had, has] = [isScheduled(before), isScheduled(after)];
  if (had !== has) changes.push({ kind: has ? 'scheduled' : 'unscheduled' });
  else if (has && before.provisional !== after.provisional) {
    changes.push({ kind: after.provisional ? 'provisional' : 'certain' });
  }
  if (before.name !== after.name) changes.push({ kind: 'renamed' });
  if (before.id !== after.id) changes.push({ kind: 'new-id' });
  if (before.section !== after.section) changes.push({ kind: 'other-section' });
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  const removed = before.tags.filter((tag) => !after.tags.includes(tag));
  if (added.length + removed.length > 0) changes.push({ kind: 'tags', added, removed });
  return changes;
}

function isScheduled({ start, end }: TaskState): boolean {
  return start !== null && end !== null;
}

/** In local time, so that a clock change does not count; null where one is missing. */
function daysBetween(before: number | null, after: number | null, wall: ToWall): number | null {
  if (before === null || after === null) return null;
  return Math.round(((wall(after) - wall(before)) / DAY) * 100) / 100;
}
