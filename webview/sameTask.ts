import type { PanelChart } from '../server/lsp/protocol';

/**
 * Where a task is after an edit, by its index before: the one with the same id, else with the same name in a section of
 * the same name, of several the nearest. Null where it is gone.
 */
export function sameTask(before: PanelChart, after: PanelChart, index: number): number | null {
  const task = before.tasks[index];
  if (!task) return null;
  const sectionIn = (chart: PanelChart, section: number | null) =>
    section === null ? null : chart.sections[section]?.name;
  const section = sectionIn(before, task.section);
  const alike = [...after.tasks.keys()].filter((at) => {
    const other = after.tasks[at]!;
    if (task.id !== null) return other.id === task.id;
    return other.id === null && other.name === task.name && sectionIn(after, other.section) === section;
  });
  // Whoever is typing the name or the id means the same line.
  const typed = alike.length === 0 && before.tasks.length === after.tasks.length ? [index] : alike;
  return typed.sort((a, b) => Math.abs(a - index) - Math.abs(b - index))[0] ?? null;
}
