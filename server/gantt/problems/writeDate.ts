import { readEnd, readStart } from '../expressions';
import type { Draft } from './draft';

/** What Mermaid makes the least mistakes with where a chart has no dateFormat. */
const ISO = 'YYYY-MM-DD';

/** As much of a chart as it takes to write its dates. */
export type Dated = Pick<Draft, 'dates' | 'settings'>;

/** Writes `time` (epoch milliseconds) as a start of this chart; null where its dateFormat cannot say it. */
export function writtenStart(draft: Dated, time: number): string | null {
  return written(draft, time, (text) => {
    const start = readStart(taskSaying(text), draft.dates);
    return (start.kind === 'date' || start.kind === 'guessed') && start.time === time;
  });
}

/** Writes `time` (epoch milliseconds) as an end of this chart; null where its dateFormat cannot say it. */
export function writtenEndDate(draft: Dated, time: number): string | null {
  const last = draft.settings.inclusiveEndDates ? draft.dates.addDays(time, -1) : time;
  return written(draft, last, (text) => {
    const end = readEnd(taskSaying(text), draft.dates, draft.settings);
    return end.kind === 'date' && end.time === time;
  });
}

function written(draft: Dated, time: number, says: (text: string) => boolean): string | null {
  const { dateFormat } = draft.dates;
  for (const format of dateFormat === '' ? [ISO] : [dateFormat, 'x']) {
    const text = formatted(draft, time, format);
    if (text !== null && !/[,;#\n]/.test(text) && says(text)) return text;
  }
  return null;
}

/** Some formats cannot be written without plugins that Mermaid does not load. */
export function formatted({ dates }: Pick<Draft, 'dates'>, time: number, format: string): string | null {
  try {
    return dates.format(time, format);
  } catch {
    return null;
  }
}

const NOWHERE = { start: 0, end: 0 };

/** A task whose start and end fields both are `text`, to see what the chart makes of it. */
function taskSaying(text: string) {
  const piece = { text, span: NOWHERE };
  return { index: 0, colon: NOWHERE, data: piece, startField: piece, endField: piece };
}
