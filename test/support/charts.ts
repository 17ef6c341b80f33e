import type { ChartAnalysis, Clock } from '../../server/gantt/analysis';
import { analyze } from '../../server/gantt/analyze';

/** Noon of a Sunday, so that "today" is 22 November 2026 in every zone the tests use. */
export const CLOCK: Clock = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'UTC' };

/** Analyses lines below `gantt` and `dateFormat YYYY-MM-DD`. */
export function chartOf(lines: string, clock: Clock = CLOCK): ChartAnalysis {
  return rawChart(`gantt\ndateFormat YYYY-MM-DD\n${lines}`, clock);
}

/** Analyses a whole chart as it would stand in a `.mmd` file. Throws when it is none. */
export function rawChart(text: string, clock: Clock = CLOCK): ChartAnalysis {
  const [chart] = analyze(text, 'mermaid', clock).charts;
  if (!chart) throw new Error('no gantt chart');
  return chart;
}

/** `2024-01-31`, with the time of day behind it where it is not midnight, `-` for no date; in UTC. */
export function day(time: number | null): string {
  if (time === null) return '-';
  const text = new Date(time).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16);
}
