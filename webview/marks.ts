import type { PanelChart } from '../server/lsp/protocol';
import { chainOf } from './chain';
import { drawnElsewhere } from './ghosts';
import type { Focus, ViewOptions } from './scene';

/** Which tasks stand out. */
export interface Marks {
  readonly current: number | null;
  readonly focus: number | null;
  /** Tasks that were looked for; null where nothing is. */
  readonly matches: ReadonlySet<number> | null;
}

export const NO_MARKS: Marks = { current: null, focus: null, matches: null };

export function sameMarks(one: Marks, other: Marks): boolean {
  return one.current === other.current && one.focus === other.focus && one.matches === other.matches;
}

/** The task in focus with its chain; null where there is none, or none any more. */
export function focusOf({ tasks }: PanelChart, { focus }: Marks): Focus | null {
  return focus === null || !tasks[focus] ? null : { task: focus, chain: chainOf(tasks, focus) };
}

/** The classes that a task's bar has beside those of its kind. */
export function marksOf(
  { tasks }: PanelChart,
  options: ViewOptions,
  { current, focus, matches }: Marks,
  chain: ReadonlySet<number> | null,
): (task: number) => string {
  const stands = chain ?? matches;
  return (index) => {
    const task = tasks[index]!;
    const classes: [boolean, string][] = [
      [index === (focus ?? current), 'current'],
      [stands !== null && !stands.has(index), 'dim'],
      [matches?.has(index) ?? false, 'match'],
      [options.criticalPath && task.critical, 'critical'],
      [options.mode === 'drawn' && drawnElsewhere(task), 'elsewhere'],
    ];
    return classes.flatMap(([holds, name]) => (holds ? name : [])).join(' ');
  };
}
