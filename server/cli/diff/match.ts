/** Indexes into two lists. */
export type Pair = readonly [before: number, after: number];

interface Matchable {
  readonly id: string | null;
  readonly name: string;
  readonly section: string | null;
  /** What stands behind the colon. */
  readonly written: string;
}

/** From the surest sign that two tasks are one to the weakest; null where a task does not have it. */
const SIGNS: readonly ((task: Matchable) => string | null)[] = [
  ({ id, name, section }) => id && keyOf(id, name, section),
  ({ id, name }) => id && keyOf(id, name),
  ({ id }) => id,
  ({ name, section }) => keyOf(name, section),
  // A name alone says little where ids tell tasks of the same name apart.
  ({ id, name }) => (id === null ? name : null),
  // Another name for the same line: a `TBC` that came or went.
  ({ id, section, written }) => (id === null ? keyOf(section, written) : null),
];

/** Which tasks are the same before and after. Equal ones are paired in the order in which they stand. */
export function matchTasks(before: readonly Matchable[], after: readonly Matchable[]): Pair[] {
  const pairs: Pair[] = [];
  const left = new Set(before.keys());
  const right = new Set(after.keys());
  for (const sign of SIGNS) {
    const waiting = new Map<string, number[]>();
    for (const index of left) {
      const key = sign(before[index]!);
      if (key === null) continue;
      const others = waiting.get(key);
      if (others) others.push(index);
      else waiting.set(key, [index]);
    }
    for (const index of right) {
      const key = sign(after[index]!);
      const match = key === null ? undefined : waiting.get(key)?.shift();
      if (match === undefined) continue;
      pairs.push([match, index]);
      left.delete(match);
      right.delete(index);
    }
  }
  return pairs.sort(([, a], [, b]) => a - b);
}

/** Which charts are the same: those with most tasks in common, then those that stand at the same place. */
export function matchCharts(
  before: readonly (readonly Matchable[])[],
  after: readonly (readonly Matchable[])[],
): Pair[] {
  const scores = before.flatMap((tasks, from) =>
    after.map((others, to) => ({ from, to, common: matchTasks(tasks, others).length })),
  );
  const near = ({ from, to }: { from: number; to: number }) => Math.abs(from - to);
  scores.sort((a, b) => b.common - a.common || near(a) - near(b));
  const pairs: Pair[] = [];
  for (const { from, to, common } of scores) {
    if (pairs.some(([left, right]) => left === from || right === to)) continue;
    const empty = before[from]?.length === 0 || after[to]?.length === 0;
    if (common > 0 || (empty && from === to)) pairs.push([from, to]);
  }
  return pairs.sort(([, a], [, b]) => a - b);
}

function keyOf(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}
