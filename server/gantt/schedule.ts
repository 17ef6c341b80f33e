import type { ChartSymbols, Uncertainty } from './analysis';
import type { Calendar } from './calendar';
import { dependencyOrder } from './dependencyOrder';
import { writtenEnd } from './expressions';
import { type ReadTask, taskWithId } from './symbols';
import type { IdReference } from './syntax';
import type { Workdays } from './workdays';

/** One task's true dates, in epoch milliseconds; null is "no date". */
export interface ScheduledDates {
  readonly start: number | null;
  readonly end: number | null;
  readonly provisional: boolean;
  readonly uncertainties: readonly Uncertainty[];
  /** Tasks that must end before this one starts, each once, in document order. */
  readonly predecessors: readonly number[];
  readonly decidingPredecessor: number | null;
}

export interface TrueSchedule {
  readonly dates: readonly ScheduledDates[];
  /** Groups of tasks that wait for each other. */
  readonly cycles: readonly (readonly number[])[];
  /** Every task behind the tasks whose end it starts after. */
  readonly order: readonly number[];
}

/**
 * Mermaid's rules with the five differences that make dates follow from what is written: dependencies are resolved to the
 * end, an unknown id gives no date, the previous task is the one above, an end written by hand stays, and ids do not
 * leak between charts.
 */
export function schedule(
  tasks: readonly ReadTask[],
  symbols: ChartSymbols,
  calendar: Calendar,
  days: Workdays,
): TrueSchedule {
  const links = tasks.map((task) => linksOf(task, symbols));
  // A task's start and its end are two nodes, since `until` waits for a start and `after` for an end.
  const startOf = (task: number) => task * 2;
  const endOf = (task: number) => task * 2 + 1;
  const parts = dependencyOrder(tasks.length * 2, (node) => {
    const { after, until } = links[node >> 1]!;
    return node % 2 === 0 ? after.map(endOf) : [startOf(node >> 1), ...until.map(startOf)];
  });
  const cycles = parts
    .filter((part) => part.length > 1)
    .map((part) => [...new Set(part.map((node) => node >> 1))].sort((a, b) => a - b));
  const cycleOf = new Map(cycles.flatMap((cycle) => cycle.map((task) => [task, cycle] as const)));

  const starts: (number | null)[] = tasks.map(() => null);
  const ends: (number | null)[] = tasks.map(() => null);
  for (const node of parts.flat()) {
    const task = node >> 1;
    if (cycleOf.has(task)) continue;
    if (node % 2 === 0) starts[task] = startTime(tasks[task]!, links[task]!, ends);
    else ends[task] = endTime(tasks[task]!, links[task]!, starts, calendar, days);
  }

  const own = tasks.map((task, index) => ownUncertainties(task, symbols, cycleOf.get(index)));
  const provisional = spread(own, links, starts, ends);
  const dates = tasks.map((_, index): ScheduledDates => {
    const { after, until } = links[index]!;
    const uncertain = [...new Set([...after, ...until])].filter(
      (task) => task !== index && provisional[task],
    );
    return {
      start: starts[index]!,
      end: ends[index]!,
      provisional: provisional[index]!,
      uncertainties: [
        ...own[index]!,
        ...uncertain.map((task): Uncertainty => ({ kind: 'predecessor', task })),
      ],
      predecessors: after.length === 1 && after[0] !== index ? after : sortedOthers(after, index),
      decidingPredecessor: deciding(index, after, starts, ends),
    };
  });
  const order = parts.flat().filter((node) => node % 2 === 1);
  return { dates, cycles, order: order.map((node) => node >> 1) };
}

/** Indexes of the tasks whose ends and starts a task waits for, unknown ids left out. */
interface Links {
  readonly after: readonly number[];
  readonly until: readonly number[];
}

function linksOf({ syntax, startExpression, endExpression }: ReadTask, symbols: ChartSymbols): Links {
  const known = (ids: readonly IdReference[]) =>
    ids.map(({ id }) => taskWithId(symbols, id)).filter((task) => task !== null);
  const previous = startExpression.kind === 'previous' && syntax.index > 0 ? [syntax.index - 1] : [];
  return {
    after: startExpression.kind === 'after' ? known(startExpression.ids) : previous,
    until: endExpression.kind === 'until' ? known(endExpression.ids) : [],
  };
}

function startTime({ startExpression }: ReadTask, { after }: Links, ends: readonly (number | null)[]) {
  if (startExpression.kind === 'date' || startExpression.kind === 'guessed') {
    return dateOrNull(startExpression.time);
  }
  const known = after.map((task) => ends[task]!).filter((end) => end !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function endTime(
  { syntax, endExpression }: ReadTask,
  { until }: Links,
  starts: readonly (number | null)[],
  calendar: Calendar,
  days: Workdays,
) {
  const start = starts[syntax.index]!;
  if (start === null) return null;
  if (endExpression.kind === 'until') {
    const known = until.map((task) => starts[task]!).filter((time) => time !== null);
    return known.length === 0 ? null : Math.min(...known);
  }
  const end = writtenEnd(start, endExpression, calendar);
  // A date written by hand means that date, whatever days are excluded.
  if (endExpression.kind === 'date' || !days.any) return dateOrNull(end);
  return dateOrNull(push(days, start, end));
}

/** Where every day is excluded there is nowhere to push to, and the end stays. */
function push(days: Workdays, start: number, end: number): number {
  try {
    return days.push(start, end) ?? end;
  } catch {
    return end;
  }
}

function dateOrNull(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}

function ownUncertainties(
  { syntax, startExpression, endExpression }: ReadTask,
  symbols: ChartSymbols,
  cycle: readonly number[] | undefined,
): Uncertainty[] {
  const found: Uncertainty[] = [];
  if (cycle) found.push({ kind: 'cycle', tasks: cycle });
  const ids = [
    ...(startExpression.kind === 'after' ? startExpression.ids : []),
    ...(endExpression.kind === 'until' ? endExpression.ids : []),
  ];
  for (const { id, span } of ids) {
    if (taskWithId(symbols, id) === null) found.push({ kind: 'unknown-id', id, span });
  }
  if (startExpression.kind === 'invalid') found.push({ kind: 'invalid-date', span: startExpression.span });
  if (startExpression.kind === 'date' && Number.isNaN(startExpression.time)) {
    found.push({ kind: 'invalid-date', span: startExpression.span });
  }
  if (startExpression.kind === 'previous' && syntax.index === 0) {
    found.push(syntax.refused ? { kind: 'refused-line', span: syntax.span } : { kind: 'missing-start' });
  }
  return found;
}

function sortedOthers(tasks: readonly number[], own: number): number[] {
  return [...new Set(tasks)].filter((task) => task !== own).sort((a, b) => a - b);
}

/** A task is provisional when anything it waits for is unknown, without date, or provisional itself. */
function spread(
  own: readonly (readonly Uncertainty[])[],
  links: readonly Links[],
  starts: readonly (number | null)[],
  ends: readonly (number | null)[],
): boolean[] {
  const waiting: number[][] = links.map(() => []);
  for (const [task, { after, until }] of links.entries()) {
    for (const other of [...after, ...until]) waiting[other]!.push(task);
  }
  const provisional = own.map((list, i) => list.length > 0 || starts[i] === null || ends[i] === null);
  const queue = provisional.flatMap((value, task) => (value ? [task] : []));
  for (let task = queue.pop(); task !== undefined; task = queue.pop()) {
    for (const other of waiting[task]!) {
      if (provisional[other]) continue;
      provisional[other] = true;
      queue.push(other);
    }
  }
  return provisional;
}

function deciding(
  index: number,
  after: readonly number[],
  starts: readonly (number | null)[],
  ends: readonly (number | null)[],
): number | null {
  const start = starts[index];
  if (start === null) return null;
  return after.find((task) => ends[task] === start) ?? null;
}
