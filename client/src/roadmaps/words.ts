import type { Badge, RoadmapEntry, RoadmapFilter, RoadmapTask } from '../../../server/lsp/protocol';

/** In the order of how much they ask for a person's attention. */
const BADGE_WORDS: Record<Badge, string> = {
  unscheduled: 'unscheduled',
  provisional: 'provisional',
  overdue: 'overdue',
  tbc: 'TBC',
  todo: 'TODO',
};

const BADGE_MEANINGS: Record<Badge, string> = {
  unscheduled: 'It has no date, because nothing that it waits for has one.',
  provisional: 'Its dates can still move: something it waits for is unknown or uncertain.',
  overdue: 'It ended before today and is not done.',
  tbc: 'Its name says that it is to be confirmed.',
  todo: 'A TODO is written above it.',
};

/** What stands behind a task's name: `20 Sep – 18 Oct 2024 · overdue · TODO`. */
export function taskDescription({ when, badges }: RoadmapTask): string {
  return [when, ...badges.map((badge) => BADGE_WORDS[badge])].filter(Boolean).join(' · ');
}

/** The same in full, a line each. */
export function taskTooltip(task: RoadmapTask): string {
  const { name, id, when, badges, todo } = task;
  const tags = [
    task.milestone && 'milestone',
    task.critical && 'crit',
    task.active && 'active',
    task.done && 'done',
  ].filter((tag) => tag !== false);
  const lines = [
    id === null ? name : `${name} (${id})`,
    [when, ...tags].filter(Boolean).join(' · '),
    ...badges.map((badge) => BADGE_MEANINGS[badge]),
    todo,
  ];
  return lines.filter(Boolean).join('\n');
}

/** For a screen reader, which hears the kind of a row nowhere else. */
export function taskLabel(task: RoadmapTask): string {
  const kind = task.milestone ? 'milestone' : 'task';
  return [task.name, kind, task.done ? 'done' : null, taskDescription(task)].filter(Boolean).join(', ');
}

/** `team · 2 Sep 2024 – 15 Jan 2025`. */
export function fileDescription(folder: string, { when }: RoadmapEntry): string {
  return [folder, when].filter(Boolean).join(' · ');
}

export function fileTooltip(path: string, { tasks, badges, when }: RoadmapEntry): string {
  const counts = Object.entries(badges).map(([badge, count]) => `${count} ${BADGE_WORDS[badge as Badge]}`);
  return [path, [counted(tasks, 'task'), when].filter(Boolean).join(' · '), counts.join(' · ')]
    .filter(Boolean)
    .join('\n');
}

/** What is left out of the view; empty where nothing is. */
export function filterText({ text, section, milestonesOnly }: RoadmapFilter): string {
  return [text && `“${text}”`, section, milestonesOnly && 'milestones'].filter(Boolean).join(' · ');
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
