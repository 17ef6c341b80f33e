import type { ChartAnalysis, Clock, DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import type { WallTime } from '../gantt/timeZone';
import { dateTextFor } from './dateText';
import { shortDay } from './shortDates';

/** What is to be said of a document at a glance. */
export interface StatusOf<R> {
  version: number;
  charts: { title: string | null; range: R; ends: string | null }[];
  /** The last true date of all charts, such as `15 Jan 2025`; null where no task has an end. */
  ends: string | null;
}

export function statusOf<R>(
  { charts, clock }: DocumentAnalysis,
  version: number,
  toRange: (span: Span) => R,
): StatusOf<R> {
  const ends = charts.map((chart) => lastEnd(chart, clock));
  return {
    version,
    charts: charts.map(({ settings, span }, index) => ({
      title: settings.title,
      range: toRange(span),
      ends: dayText(ends[index] ?? null),
    })),
    ends: dayText(latest(ends)),
  };
}

function lastEnd(chart: ChartAnalysis, clock: Clock): WallTime | null {
  const dates = dateTextFor(chart, clock);
  return latest(chart.tasks.map((task) => dates.writtenEnd(task)));
}

function latest(times: readonly (WallTime | null)[]): WallTime | null {
  return times.reduce((last, time) => (time === null || (last !== null && last > time) ? last : time), null);
}

function dayText(time: WallTime | null): string | null {
  return time === null ? null : shortDay(time);
}
