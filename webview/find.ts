import type { PanelChart, PanelTask, WallTime } from '../server/lsp/protocol';

/** Whether a task is one of those looked for. */
export type Match = (task: PanelTask, chart: PanelChart) => boolean;

/** What can stand behind `is:`, in the order in which it is offered. */
export const STATES: Readonly<Record<string, Match>> = {
  critical: ({ critical }) => critical,
  unscheduled: ({ start, end }) => start === null || end === null,
  provisional: ({ provisional }) => provisional,
  milestone: ({ tags }) => tags.includes('milestone'),
  late: (task, { today }) => isLate(task, today),
  done: ({ tags }) => tags.includes('done'),
  active: ({ tags }) => tags.includes('active'),
  crit: ({ tags }) => tags.includes('crit'),
};

/** Over by its dates, but not marked as done. */
function isLate({ end, tags }: PanelTask, today: WallTime): boolean {
  return end !== null && end < today && !tags.includes('done');
}

/**
 * Reads what was typed: words that must all occur in name, id or section, in any case; words in double quotes stay
 * together; `is:…` asks for a state. Null where nothing is asked for.
 */
export function readQuery(query: string): Match | null {
  const terms = Array.from(query.matchAll(/"([^"]*)"?|(\S+)/g), ([, quoted, word]) =>
    matchTerm(quoted, word),
  );
  const asked = terms.filter((term) => term !== null);
  if (asked.length === 0) return null;
  return (task, chart) => asked.every((term) => term(task, chart));
}

function matchTerm(quoted: string | undefined, word = ''): Match | null {
  const state = quoted === undefined ? /^is:(.*)$/i.exec(word)?.[1] : undefined;
  if (state !== undefined) return matchState(state.toLowerCase());
  const text = (quoted ?? word).toLocaleLowerCase();
  if (!text) return null;
  return (task, { sections }) => {
    const section = task.section === null ? '' : (sections[task.section]?.name ?? '');
    return [task.name, task.id ?? '', section].some((place) => place.toLocaleLowerCase().includes(text));
  };
}

/** While a state is still being typed, every state that begins like it counts. */
function matchState(start: string): Match {
  const states = Object.keys(STATES).filter((state) => state.startsWith(start));
  const asked = Object.hasOwn(STATES, start) ? [start] : states;
  return (task, chart) => asked.some((state) => STATES[state]!(task, chart));
}
