import type { PanelChart, PanelTask } from '../server/lsp/protocol';
import { spokenDate, spokenLength } from './wallDate';

/** What a screen reader says of a task: kind, name, dates in words, state and section. */
export function spokenTask(task: PanelTask, chart: PanelChart): string {
  const section = task.section === null ? null : chart.sections[task.section]?.name;
  const words = [
    task.name || 'Task without a name',
    ...states(task),
    datesInWords(task),
    section ? `section ${section}` : null,
    task.note,
  ];
  return words.filter(Boolean).join(', ');
}

function states({ tags, provisional }: PanelTask): string[] {
  const words: [boolean, string][] = [
    [tags.includes('milestone'), 'milestone'],
    [tags.includes('crit'), 'critical'],
    [tags.includes('done'), 'done'],
    [tags.includes('active'), 'active'],
    [provisional, 'provisional'],
  ];
  return words.filter(([holds]) => holds).map(([, word]) => word);
}

/** `Thursday 1 August 2024 to Monday 30 September 2024, 60 days`. */
export function datesInWords({ start, end }: PanelTask): string {
  if (start === null) return 'unscheduled';
  if (end === null) return `starts ${spokenDate(start)}, without an end`;
  if (start === end) return spokenDate(start);
  return `${spokenDate(start)} to ${spokenDate(end)}, ${spokenLength(end - start)}`;
}
