import type { PanelChart, PanelTask, WallTime } from '../server/lsp/protocol';
import type { Mode } from './scene';
import type { BarShape } from './tiles';

/** A task that has a row of its own. */
export interface TaskRow {
  readonly task: number;
  readonly shape: BarShape;
}

/** One section's rows. */
export interface Block {
  readonly name: string;
  /** Stays the same while the document is edited elsewhere: the name, and its count where names repeat. */
  readonly key: string;
  readonly firstRow: number;
  /** 1 where it is folded. */
  readonly rowCount: number;
  readonly folded: boolean;
  /** Indexes of the tasks it draws, folded or not. */
  readonly tasks: readonly number[];
}

export interface RowLayout {
  readonly rowCount: number;
  /** From row to task; null is the one row of a folded section. */
  readonly rows: readonly (TaskRow | null)[];
  /** From task to row; tasks of a folded section share one. */
  readonly rowOf: ReadonlyMap<number, number>;
  readonly blocks: readonly Block[];
  /** Indexes of the tasks without a row for want of dates, in document order. */
  readonly undated: readonly number[];
  /** Those, and what has a row only because Mermaid draws it somewhere. */
  readonly unscheduled: readonly number[];
  /** Tasks that mark an instant across all rows (`vert`). */
  readonly markers: readonly number[];
}

/** Start and end as drawn; null where there is none. */
export type DatesOf = (task: PanelTask) => readonly [WallTime, WallTime] | null;

export const trueDates: DatesOf = ({ start, end }) => (start === null || end === null ? null : [start, end]);

export const drawnDates: DatesOf = ({ drawnStart, drawnEnd }) =>
  drawnStart === null || drawnEnd === null ? null : [drawnStart, drawnEnd];

/** True dates by task. */
export type NewTrueDates = ReadonlyMap<number, readonly [WallTime | null, WallTime | null]>;

/** The true dates, but for some tasks that are shown at others for a while. */
export function movedDates({ tasks }: PanelChart, dates: NewTrueDates): DatesOf {
  const moved = new Map(Array.from(dates, ([task, [start, end]]) => [tasks[task], { start, end }]));
  return (task) => trueDates({ ...task, ...moved.get(task) });
}

/** All dates that are seen: both kinds where both are. */
export function datesIn({ tasks }: PanelChart, mode: Mode): (readonly [WallTime, WallTime])[] {
  const dates: (readonly [WallTime, WallTime])[] = [];
  for (const task of tasks) {
    const own = trueDates(task);
    const drawn = mode === 'drawn' ? drawnDates(task) : null;
    if (own) dates.push(own);
    if (drawn) dates.push(drawn);
  }
  return dates;
}

/** Gives every dated task a row, section by section, in document order; `shown` tells which tasks to leave out. */
export function layOut(
  chart: PanelChart,
  datesOf: DatesOf,
  folded: ReadonlySet<string>,
  shown: (task: number) => boolean = () => true,
): RowLayout {
  const rows: (TaskRow | null)[] = [];
  const blocks: Block[] = [];
  const undated: number[] = [];
  const unscheduled: number[] = [];
  const markers: number[] = [];
  const rowOf = new Map<number, number>();
  const seen = new Map<string, number>();

  for (const { section, tasks } of bySection(chart)) {
    const drawn: TaskRow[] = [];
    for (const task of tasks.filter(shown)) {
      const { tags } = chart.tasks[task]!;
      const dates = datesOf(chart.tasks[task]!);
      if (!dates || !trueDates(chart.tasks[task]!)) unscheduled.push(task);
      if (!dates) undated.push(task);
      else if (tags.includes('vert')) markers.push(task);
      else drawn.push({ task, shape: { tags, start: dates[0], end: dates[1] } });
    }
    const name = section === null ? '' : (chart.sections[section]?.name ?? '');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (drawn.length === 0) continue;
    const key = count === 1 ? name : `${name}\n${count}`;
    const isFolded = folded.has(key);
    blocks.push({
      name,
      key,
      firstRow: rows.length,
      rowCount: isFolded ? 1 : drawn.length,
      folded: isFolded,
      tasks: drawn.map(({ task }) => task),
    });
    for (const [index, { task }] of drawn.entries()) rowOf.set(task, rows.length + (isFolded ? 0 : index));
    if (isFolded) rows.push(null);
    else rows.push(...drawn);
  }
  return { rowCount: rows.length, rows, rowOf, blocks, undated, unscheduled, markers };
}

/** Tasks in document order, cut where the section changes. */
function bySection({ tasks }: PanelChart): { section: number | null; tasks: number[] }[] {
  const groups: { section: number | null; tasks: number[] }[] = [];
  for (const [index, { section }] of tasks.entries()) {
    const last = groups[groups.length - 1];
    if (last && last.section === section) last.tasks.push(index);
    else groups.push({ section, tasks: [index] });
  }
  return groups;
}

/** Runs of task rows between folded sections, to be cut into tiles. */
export function runsOf(rows: RowLayout['rows']): { first: number; rows: TaskRow[] }[] {
  const runs: { first: number; rows: TaskRow[] }[] = [];
  let open: TaskRow[] | null = null;
  for (const [index, row] of rows.entries()) {
    if (!row) open = null;
    else if (open) open.push(row);
    else {
      open = [row];
      runs.push({ first: index, rows: open });
    }
  }
  return runs;
}
