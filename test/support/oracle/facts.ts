import { Oracle, type OracleTask } from './oracle';
import { enterTimeZone } from './timeZone';

const now = Date.UTC(2026, 10, 22, 12);
const oracle = await Oracle.open();

/** What Mermaid draws for a whole text: `id start end` for each task, or what it says when it refuses. */
export async function drawn(
  text: string,
  column: Column = 'row',
  timeZone = 'UTC',
): Promise<string[] | string> {
  const chart = await oracle.draw(text, { now, timeZone });
  enterTimeZone(timeZone);
  return chart.reason ?? chart.tasks.map(columns[column]);
}

/** `drawn` for the lines behind `gantt` and `dateFormat YYYY-MM-DD`. */
export function lines(text: string, column?: Column, timeZone?: string): Promise<string[] | string> {
  return drawn(`gantt\ndateFormat YYYY-MM-DD\n${text}`, column, timeZone);
}

export async function refused(text: string): Promise<string> {
  const result = await drawn(text);
  return typeof result === 'string' ? result : `drawn: ${result.join(', ')}`;
}

const columns = {
  row: ({ id, start, end }: OracleTask) => `${id} ${day(start)} ${day(end)}`,
  end: ({ end }: OracleTask) => day(end),
  name: ({ name }: OracleTask) => name.trim(),
  tags: ({ tags }: OracleTask) => tags.join(' '),
};
type Column = keyof typeof columns;

/** Local time, without the clock at midnight. */
function day(time: number | null): string {
  if (time === null) return 'none';
  const two = (part: number) => String(part).padStart(2, '0');
  const date = new Date(time);
  const days = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return clock === '00:00' ? days : `${days} ${clock}`;
}
