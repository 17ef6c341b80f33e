import type { WallTime } from '../gantt/timeZone';
import type { ChartSummaryOf, RoadmapSummaryOf, TaskSummaryOf } from './roadmapSummary';
import { shortDates } from './shortDates';

const DAY = 86_400_000;

/** What a person wants to see of the roadmaps. */
export interface RoadmapFilter {
  /** Words that all occur in a task's name, id or section, its chart's title or its file's path, in any case. */
  text: string;
  /** A section's name, usually a person; null for all. */
  section: string | null;
  milestonesOnly: boolean;
}

export type RoadmapOrder = 'written' | 'date';

/** What should make a person look at a task. `overdue`: ended before today and is not done. */
export type Badge = 'unscheduled' | 'provisional' | 'overdue' | 'tbc' | 'todo';

/** A roadmap file in the list. */
export interface RoadmapEntry {
  uri: string;
  charts: number;
  /** Tasks that pass the filter, and how many of them wear which badge. */
  tasks: number;
  badges: Partial<Record<Badge, number>>;
  /** `2 Sep 2024 – 15 Jan 2025`; null without dates. */
  when: string | null;
}

export interface RoadmapChartOf<R> {
  /** Position among the file's charts. */
  index: number;
  title: string | null;
  range: R;
  when: string | null;
  sections: RoadmapSectionOf<R>[];
}

export interface RoadmapSectionOf<R> {
  /** Position among the chart's sections; null for the tasks before the first. */
  index: number | null;
  name: string;
  range: R | null;
  when: string | null;
  tasks: RoadmapTaskOf<R>[];
}

export interface RoadmapTaskOf<R> {
  /** Position among the chart's tasks. */
  index: number;
  id: string | null;
  name: string;
  /** Of the name. */
  range: R;
  when: string | null;
  milestone: boolean;
  done: boolean;
  active: boolean;
  critical: boolean;
  badges: Badge[];
  /** The TODO comment's text. */
  todo: string | null;
}

export interface Roadmap<R> {
  readonly uri: string;
  /** Inside its workspace folder, with slashes. */
  readonly path: string;
  readonly summary: RoadmapSummaryOf<R>;
}

/** The roadmaps with tasks that pass the filter; all of them, even the empty ones, where nothing is filtered. */
export function roadmapEntries<R>(
  roadmaps: readonly Roadmap<R>[],
  filter: RoadmapFilter,
  order: RoadmapOrder,
  today: WallTime,
): RoadmapEntry[] {
  const passes = taskFilter<R>(filter);
  const found = roadmaps.flatMap(({ uri, path, summary }) => {
    const tasks = summary.charts.flatMap((chart) => chart.tasks.filter((task) => passes(path, chart, task)));
    if (tasks.length === 0 && passes.filters) return [];
    const badges: RoadmapEntry['badges'] = {};
    for (const badge of tasks.flatMap((task) => badgesOf(task, today))) {
      badges[badge] = (badges[badge] ?? 0) + 1;
    }
    const entry = { uri, charts: summary.charts.length, tasks: tasks.length, badges, when: whenText(tasks) };
    return { entry, start: firstStart(tasks) };
  });
  if (order === 'date') found.sort((a, b) => earlier(a.start, b.start));
  return found.map(({ entry }) => entry);
}

/** One roadmap's charts with their sections and tasks. Charts stay as written; sections and tasks follow `order`. */
export function roadmapCharts<R>(
  { path, summary }: Roadmap<R>,
  filter: RoadmapFilter,
  order: RoadmapOrder,
  today: WallTime,
): RoadmapChartOf<R>[] {
  const passes = taskFilter<R>(filter);
  return summary.charts.flatMap((chart, index) => {
    const shown = chart.tasks
      .map((task, position) => ({ task, position }))
      .filter(({ task }) => passes(path, chart, task));
    if (shown.length === 0 && passes.filters) return [];
    if (order === 'date') shown.sort((a, b) => earlier(a.task.start, b.task.start));
    const sections = [...bySection(shown)].map(([section, members]): RoadmapSectionOf<R> => {
      const written = section === null ? undefined : chart.sections[section];
      return {
        index: section,
        name: written?.name ?? '',
        range: written?.range ?? null,
        when: whenText(members.map(({ task }) => task)),
        tasks: members.map(({ task, position }) => taskOf(task, position, today)),
      };
    });
    const when = whenText(shown.map(({ task }) => task));
    return { index, title: chart.title, range: chart.range, when, sections };
  });
}

/** Sections in the order of their first task: as written, or by date. */
function bySection<R, S extends { task: TaskSummaryOf<R> }>(shown: readonly S[]): Map<number | null, S[]> {
  const sections = new Map<number | null, S[]>();
  for (const item of shown) {
    const members = sections.get(item.task.section);
    if (members) members.push(item);
    else sections.set(item.task.section, [item]);
  }
  return sections;
}

/** The names of all sections, each once, with the number of their tasks; the fullest first. */
export function sectionNames<R>(roadmaps: readonly Roadmap<R>[]): { name: string; tasks: number }[] {
  const counts = new Map<string, { name: string; tasks: number }>();
  for (const { sections, tasks } of roadmaps.flatMap(({ summary }) => summary.charts)) {
    for (const { section } of tasks) {
      const name = section === null ? '' : (sections[section]?.name ?? '');
      if (name === '') continue;
      const known = counts.get(folded(name)) ?? { name, tasks: 0 };
      known.tasks++;
      counts.set(folded(name), known);
    }
  }
  return [...counts.values()].sort((a, b) => b.tasks - a.tasks || (a.name < b.name ? -1 : 1));
}

function taskOf<R>(task: TaskSummaryOf<R>, index: number, today: WallTime): RoadmapTaskOf<R> {
  return {
    index,
    id: task.id,
    name: task.name,
    range: task.range,
    when: whenText([task]),
    milestone: task.tags.includes('milestone'),
    done: task.tags.includes('done'),
    active: task.tags.includes('active'),
    critical: task.tags.includes('crit'),
    badges: badgesOf(task, today),
    todo: task.todo,
  };
}

function badgesOf<R>(task: TaskSummaryOf<R>, today: WallTime): Badge[] {
  const { start, end, tags } = task;
  const badges: Badge[] = [];
  if (start === null) badges.push('unscheduled');
  else if (task.provisional) badges.push('provisional');
  const over = end !== null && end < Math.floor(today / DAY) * DAY;
  if (over && !tags.includes('done') && !tags.includes('vert')) badges.push('overdue');
  if (/\bTBC\b/.test(task.name)) badges.push('tbc');
  if (task.todo !== null) badges.push('todo');
  return badges;
}

function taskFilter<R>({ text, section, milestonesOnly }: RoadmapFilter) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const wanted = section === null ? null : folded(section);
  function passes(path: string, chart: ChartSummaryOf<R>, task: TaskSummaryOf<R>): boolean {
    if (milestonesOnly && !task.tags.includes('milestone')) return false;
    const name = task.section === null ? '' : (chart.sections[task.section]?.name ?? '');
    if (wanted !== null && folded(name) !== wanted) return false;
    if (words.length === 0) return true;
    const content = folded([task.name, task.id ?? '', name, chart.title ?? '', path].join('\n'));
    return words.every((word) => content.includes(word));
  }
  passes.filters = words.length > 0 || wanted !== null || milestonesOnly;
  return passes;
}

function whenText<R>(tasks: readonly TaskSummaryOf<R>[]): string | null {
  const last = tasks.reduce<WallTime | null>((last, { end }) => {
    if (end === null) return last;
    return last === null ? end : Math.max(last, end);
  }, null);
  return shortDates(firstStart(tasks), last);
}

function firstStart<R>(tasks: readonly TaskSummaryOf<R>[]): WallTime | null {
  return tasks.reduce<WallTime | null>((first, { start }) => {
    if (start === null) return first;
    return first === null ? start : Math.min(first, start);
  }, null);
}

/** No date comes last. */
function earlier(a: WallTime | null, b: WallTime | null): number {
  return (a ?? Number.MAX_VALUE) - (b ?? Number.MAX_VALUE);
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
