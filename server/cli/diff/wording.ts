import type { Markup } from '../../features/markup';
import type { Change, ChartDiff, TaskChange } from './compare';
import type { TaskState } from './taskState';

/** `7 days later`, `1 day earlier`, `0.5 days later`. */
export function shiftText(days: number): string {
  const size = Math.abs(days);
  return `${size} ${size === 1 ? 'day' : 'days'} ${days < 0 ? 'earlier' : 'later'}`;
}

/** What happened to a task, a clause a change. */
export function changeTexts(change: TaskChange, markup: Markup): string[] {
  return change.changes.map((what) => changeText(what, change, markup));
}

function changeText(change: Change, { before, after, follows }: TaskChange, markup: Markup): string {
  const { code, text } = markup;
  switch (change.kind) {
    case 'moved': {
      const cause = follows && (follows.id === null ? text(follows.name) : code(follows.id));
      return moveText(change) + (cause ? `, following ${cause}` : '');
    }
    case 'unscheduled':
      return `no longer scheduled${because(after, markup)}`;
    case 'scheduled':
      return 'now scheduled';
    case 'provisional':
      return `now provisional${because(after, markup)}`;
    case 'certain':
      return 'no longer provisional';
    case 'renamed':
      return `renamed from ${text(before.name)}`;
    case 'new-id':
      if (before.id === null) return 'now has an id';
      return `id ${code(before.id)} ${after.id === null ? 'removed' : `is now ${code(after.id)}`}`;
    case 'other-section':
      return before.section === null ? 'moved into a section' : `moved from section ${text(before.section)}`;
    case 'tags':
      return tagsText(change);
  }
}

/** The reason is made for plain text: in Markdown its ids are data like everything else. */
function because({ reason }: TaskState, { text }: Markup): string {
  return reason === null ? '' : `: ${text(reason)}`;
}

function moveText({ startDays, endDays }: Extract<Change, { kind: 'moved' }>): string {
  if (startDays === endDays) return shiftText(startDays);
  const start = startDays === 0 ? [] : [`starts ${shiftText(startDays)}`];
  const end = endDays === 0 ? [] : [`ends ${shiftText(endDays)}`];
  return [...start, ...end].join(', ');
}

function tagsText({ added, removed }: Extract<Change, { kind: 'tags' }>): string {
  const now = added.length > 0 ? [`now ${added.join(', ')}`] : [];
  const before = removed.length > 0 ? [`no longer ${removed.join(', ')}`] : [];
  return [...now, ...before].join(', ');
}

/** `3 moved, 1 added`, for the end of a report; empty where nothing is different. */
export function sumsText(charts: readonly ChartDiff[]): string {
  const changed = charts.flatMap((chart) => chart.changed);
  const having = (...kinds: readonly Change['kind'][]) =>
    changed.filter(({ changes }) => changes.some(({ kind }) => kinds.includes(kind))).length;
  const sums: readonly (readonly [number, string])[] = [
    [charts.reduce((sum, { added }) => sum + added.length, 0), 'added'],
    [charts.reduce((sum, { removed }) => sum + removed.length, 0), 'removed'],
    [having('moved'), 'moved'],
    [having('unscheduled'), 'no longer scheduled'],
    [having('scheduled'), 'now scheduled'],
    [having('provisional'), 'now provisional'],
    [having('certain'), 'no longer provisional'],
    [having('renamed', 'new-id'), 'renamed'],
    [having('other-section', 'tags'), 'changed otherwise'],
  ];
  return sums.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(', ');
}
