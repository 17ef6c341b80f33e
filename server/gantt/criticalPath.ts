import type { TrueSchedule } from './schedule';
import type { ReadTask } from './symbols';

export interface Slack {
  /** Milliseconds that a task's end can slip without moving the chart's last date; null without dates. */
  readonly slack: number | null;
  /** No slack at all: this task decides the chart's last date. */
  readonly critical: boolean;
}

/** Total slack of every task, going backwards from the chart's last date. A fixed end absorbs what slips into it. */
export function criticalPath(tasks: readonly ReadTask[], { dates, order }: TrueSchedule): Slack[] {
  const last = dates.reduce((latest, { end }) => Math.max(latest, end ?? latest), Number.NEGATIVE_INFINITY);
  const latestEnd = tasks.map(() => last);
  for (const task of order.toReversed()) {
    const { start, end, predecessors } = dates[task]!;
    if (start === null || end === null) continue;
    const fixed = tasks[task]!.endExpression.kind === 'date' || tasks[task]!.endExpression.kind === 'until';
    const latestStart = fixed ? end : latestEnd[task]! - (end - start);
    for (const predecessor of predecessors) {
      latestEnd[predecessor] = Math.min(latestEnd[predecessor]!, Math.max(latestStart, start));
    }
  }
  return dates.map(({ start, end }, task) => {
    if (start === null || end === null) return { slack: null, critical: false };
    const slack = Math.max(0, latestEnd[task]! - end);
    return { slack, critical: slack === 0 };
  });
}
