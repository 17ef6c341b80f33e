import type { Draft } from './findProblems';

/** `22 November 2026`, with `(today)` behind it where it is. `time` is in epoch milliseconds. */
export function dateWords({ dates }: Draft, time: number): string {
  const words = dates.format(time, 'D MMMM YYYY');
  return dates.today <= time && time < dates.addDays(dates.today, 1) ? `${words} (today)` : words;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

export function quoted(text: string): string {
  return `\`${text}\``;
}

/** A task's id, or its name where it has none. */
export function taskLabel({ tasks }: Pick<Draft, 'tasks'>, index: number): string {
  const syntax = tasks[index]!.syntax;
  return syntax.id ? quoted(syntax.id.text) : `“${syntax.name.text}”`;
}
