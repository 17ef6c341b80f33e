import type { Draft } from './draft';

export const NO_CHART = 'Mermaid shows an error instead of this chart';

const DAY = 86_400_000;

/** `22 November 2026`, with `(today)` behind it where it is, and the time of day if it is not midnight. In epoch milliseconds. */
export function dateWords({ dates }: Pick<Draft, 'dates'>, time: number): string {
  const midnight = dates.toWall(time) % DAY === 0;
  const words = dates.format(time, midnight ? 'D MMMM YYYY' : 'D MMMM YYYY, HH:mm');
  return dates.today <= time && time < dates.addDays(dates.today, 1) ? `${words} (today)` : words;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

const LONGEST_QUOTE = 80;

export function quoted(text: string): string {
  return `\`${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}\``;
}

/** A task's id, or its name where it has none. */
export function taskLabel({ tasks }: Pick<Draft, 'tasks'>, index: number): string {
  const syntax = tasks[index]!.syntax;
  return syntax.id ? quoted(syntax.id.text) : `“${syntax.name.text}”`;
}

/** `1 task`, `3 tasks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The letters that a line begins with. */
export function firstWord(text: string): string {
  return /^[A-Za-z]+/.exec(text)?.[0] ?? text;
}
