import type { WallTime } from '../server/lsp/protocol';

/** Wall-clock times are counted as if they were UTC, so UTC getters and formats read them the same in any zone. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });

const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
const weekdayAndDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const DAY = 86_400_000;

/** `1 Aug 2024`, whatever the time of day. */
export function calendarDate(time: WallTime): string {
  return day.format(time);
}

/** `1 Aug 2024`, with the time of day where it is not midnight. */
export function shortDate(time: WallTime): string {
  return withClock(day, time);
}

/** `Thursday 1 August 2024`: dates as words, for screen readers and cards. */
export function spokenDate(time: WallTime): string {
  return withClock(weekdayAndDay, time).replace(',', '');
}

function withClock(dates: Intl.DateTimeFormat, time: WallTime): string {
  const text = dates.format(time);
  return time % DAY === 0 ? text : `${text}, ${clock.format(time)}`;
}

/** `14 days`, `3 hours`: the two largest units would be noise, so one, rounded to a half. */
export function spokenLength(length: number): string {
  const units: [number, string][] = [
    [DAY, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1_000, 'second'],
  ];
  const [size, name] = units.find(([size]) => length >= size) ?? [1, 'millisecond'];
  const amount = Math.round((length / size) * 2) / 2;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}
