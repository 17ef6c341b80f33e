import type { ChartAnalysis, DocumentAnalysis, Task } from '../../gantt/analysis';
import { type Calendar, calendar } from '../../gantt/calendar';
import type { Span } from '../../gantt/span';
import type { DurationUnit } from '../../gantt/syntax';
import { workdays } from '../../gantt/workdays';
import { type DateText, dateTextFor } from '../dateText';
import type { CompletionItem } from './item';
import { typedStart } from './typedStart';

const USUAL_DURATIONS = ['1d', '2d', '3d', '1w', '2w', '3w', '4w', '6w', '8w', '12w', '1M', '3M'];
const UNITS: readonly DurationUnit[] = ['d', 'w', 'M', 'h', 'm', 'y'];
const MONDAY = 1;

/** Dates that a start is likely to be, in the chart's own dateFormat. */
export function dateItems(
  { clock }: DocumentAnalysis,
  chart: ChartAnalysis,
  task: Task,
  word: Span,
): CompletionItem[] {
  const dates = calendar(chart.settings.dateFormat, clock.timeZone, clock.now);
  const text = dateTextFor(chart, clock);
  const starts = chart.tasks.flatMap(({ start, index }) =>
    start === null || index === task.index ? [] : [start],
  );
  const candidates: [string, number | null | undefined][] = [
    ['when the task above ends', chart.tasks[task.index - 1]?.end],
    ['today', dates.today],
    ['next Monday', nextMonday(dates)],
    ["the chart's start", starts.length === 0 ? null : Math.min(...starts)],
  ];
  const items = new Map<string, CompletionItem>();
  for (const [meaning, time] of candidates) {
    const written = time === null || time === undefined ? null : writtenDate(dates, time);
    if (written === null || items.has(written)) continue;
    const detail = `${text.day(time!)}, ${meaning}`;
    const filterText = `${written} ${meaning}`;
    const edit = { span: word, text: written };
    items.set(written, { label: written, kind: 'date', description: meaning, detail, filterText, edit });
  }
  return [...items.values()];
}

interface TypedEnd {
  /** Letters and digits in front of the cursor. */
  readonly typed: string;
  readonly word: Span;
  /** The start as written in front; null where none is. */
  readonly start: string | null;
}

/** Durations with the end they lead to; a number that is typed is taken in every unit. */
export function durationItems(
  { clock }: DocumentAnalysis,
  chart: ChartAnalysis,
  task: Task,
  { typed, word, start: startField }: TypedEnd,
): CompletionItem[] {
  const dates = calendar(chart.settings.dateFormat, clock.timeZone, clock.now);
  const text = dateTextFor(chart, clock);
  const start = typedStart(chart, task, startField, dates);
  const number = /^\d+/.exec(typed)?.[0];
  const durations = number ? UNITS.map((unit) => number + unit) : USUAL_DURATIONS;
  return (task.milestone ? ['0d', ...durations] : durations).map((duration) => {
    const end = start === null ? null : endOf(chart, dates, start, duration);
    const until = end === null ? {} : endTexts(text, task, start!, end);
    return { label: duration, kind: 'value', ...until, edit: { span: word, text: duration } };
  });
}

function endTexts(text: DateText, task: Task, start: number, end: number) {
  const description = text.end({ ...task, start, end }) ?? '';
  return { description, detail: `ends ${description}` };
}

function endOf(chart: ChartAnalysis, dates: Calendar, start: number, duration: string): number | null {
  const end = dates.add(start, Number.parseInt(duration, 10), duration.replace(/\d+/, '') as DurationUnit);
  try {
    return Number.isNaN(end) ? null : workdays(chart.settings, dates).push(start, end);
  } catch {
    return null;
  }
}

function nextMonday(dates: Calendar): number {
  const weekday = new Date(dates.toWall(dates.today)).getUTCDay();
  return dates.addDays(dates.today, ((MONDAY - weekday + 6) % 7) + 1);
}

/** Null where the dateFormat cannot say that very time. */
export function writtenDate(dates: Calendar, time: number): string | null {
  try {
    const text = dates.format(time);
    return dates.parse(text) === time && !/[,;#]/.test(text) ? text : null;
  } catch {
    return null;
  }
}
