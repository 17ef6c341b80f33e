import type { Gantt, OracleChart, OracleTask } from '../support/oracle/oracle';

/** A task's true dates, in epoch milliseconds. */
export interface TrueDates {
  readonly start: number | null;
  readonly end: number | null;
  readonly provisional: boolean;
}

/** A part of a task's dates: undefined is "not yet", null "never". */
type Part = Date | null | undefined;

interface Node {
  readonly task: OracleTask;
  /** Tasks it starts after, and the tasks whose start is its end. Unknown ids are left out. */
  readonly after: readonly number[];
  readonly until: readonly number[];
  readonly isAfter: boolean;
  readonly isUntil: boolean;
  readonly hasUnknown: boolean;
}

/**
 * The true schedule of a chart that Mermaid has read, computed as plainly as can be: go over the tasks again and again
 * until nothing changes, with Mermaid's own functions for every date. Call it before Mermaid reads another time zone.
 */
export function trueSchedule({ tasks, gantt }: OracleChart): TrueDates[] {
  const nodes = tasks.map((task, index) => toNode(task, index, tasks));
  const cyclic = nodes.map((_, index) => isCyclic(nodes, index));
  const starts: Part[] = cyclic.map((isCyclic) => (isCyclic ? null : undefined));
  const ends: Part[] = [...starts];

  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, node] of nodes.entries()) {
      if (starts[index] === undefined) {
        starts[index] = startOf(node, ends, gantt);
        changed ||= starts[index] !== undefined;
      }
      if (ends[index] === undefined) {
        ends[index] = endOf(node, starts[index], starts, gantt);
        changed ||= ends[index] !== undefined;
      }
    }
  }

  const provisional = nodes.map(({ hasUnknown }, i) => hasUnknown || !starts[i] || !ends[i]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, { after, until }] of nodes.entries()) {
      if (provisional[index] || ![...after, ...until].some((other) => provisional[other])) continue;
      provisional[index] = changed = true;
    }
  }
  return nodes.map((_, i) => ({
    start: starts[i]?.getTime() ?? null,
    end: ends[i]?.getTime() ?? null,
    provisional: provisional[i]!,
  }));
}

function toNode(task: OracleTask, index: number, tasks: readonly OracleTask[]): Node {
  // As Mermaid's own table: an object that knows `constructor` without being told.
  const table: Record<string, unknown> = {};
  for (const [position, { id }] of tasks.entries()) table[id ?? 'undefined'] = position;
  const known = (ids: readonly string[]) => ids.map((id) => table[id]).filter((at) => typeof at === 'number');
  const after = idsOf('after', task.startText);
  const until = idsOf('until', task.endText);
  const previous = task.startText === null && index > 0 ? [index - 1] : [];
  return {
    task,
    after: after ? known(after) : previous,
    until: until ? known(until) : [],
    isAfter: after !== null || task.startText === null,
    isUntil: until !== null,
    hasUnknown: [after, until].some((ids) => ids && known(ids).length < ids.length),
  };
}

function idsOf(keyword: 'after' | 'until', text: string | null): string[] | null {
  const list = new RegExp(`^${keyword}\\s+([\\w -]+)`).exec(text ?? '')?.[1];
  return list?.split(' ').filter((id) => id !== '') ?? null;
}

/** A task whose start waits for the end, or whose end waits for the start, that it decides itself. */
function isCyclic(nodes: readonly Node[], index: number): boolean {
  const needs = (part: string): string[] => {
    const task = Number(part.slice(1));
    const { after, until } = nodes[task]!;
    return part.startsWith('s') ? after.map((at) => `e${at}`) : [`s${task}`, ...until.map((at) => `s${at}`)];
  };
  return [`s${index}`, `e${index}`].some((part) => {
    const reached = new Set<string>();
    const queue = needs(part);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(...needs(next));
    }
    return reached.has(part);
  });
}

function startOf({ task, after, isAfter }: Node, ends: readonly Part[], gantt: Gantt): Part {
  if (isAfter) return choose(after, ends, (end, latest) => end > latest);
  try {
    return valid(gantt.getStartDate(undefined, gantt.settings().dateFormat, task.startText ?? ''));
  } catch {
    return null;
  }
}

function endOf({ task, until, isUntil }: Node, start: Part, starts: readonly Part[], gantt: Gantt): Part {
  if (!start) return start;
  if (isUntil) return choose(until, starts, (other, earliest) => other < earliest);
  const text = task.endText ?? '';
  const { dateFormat, inclusiveEndDates, excludes, includes } = gantt.settings();
  try {
    const end = gantt.getEndDate(start, dateFormat, text, inclusiveEndDates);
    if (gantt.dayjs(text, dateFormat.trim(), true).isValid()) return valid(end);
    const pushed = {
      startTime: start,
      endTime: end,
      manualEndTime: gantt.dayjs(text, 'YYYY-MM-DD', true).isValid(),
    };
    return valid(pushedOrNot(pushed, () => gantt.checkTaskDates(pushed, dateFormat, excludes, includes)));
  } catch {
    return start;
  }
}

/** Where every day is excluded the end stays where it was. */
function pushedOrNot(task: { endTime: Date }, push: () => void): Date {
  const { endTime } = task;
  try {
    push();
    return task.endTime;
  } catch {
    return endTime;
  }
}

/** Waits for all of them; those that never get a date do not count. */
function choose(
  indexes: readonly number[],
  parts: readonly Part[],
  better: (one: Date, other: Date) => boolean,
): Part {
  const found = indexes.map((index) => parts[index]);
  if (found.includes(undefined)) return undefined;
  return found.reduce<Date | null>(
    (best, date) => (date && (!best || better(date, best)) ? date : best),
    null,
  );
}

function valid(date: Date): Date | null {
  return Number.isNaN(date.getTime()) ? null : date;
}
