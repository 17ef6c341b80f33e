import type { ChartAnalysis, Clock } from '../../gantt/analysis';
import { timeZone } from '../../gantt/timeZone';
import { printable } from '../printable';
import { type Row, rowsOf } from './rows';

const DAY = 86_400_000;
const LONGEST_LINE = 75;

/**
 * RFC 5545: the milestones as whole days, with `all` every task; those without a date are left out. `path` is the
 * document's: the same event of the same document has the same UID every time.
 */
export function scheduleIcs(
  path: string,
  charts: readonly ChartAnalysis[],
  clock: Clock,
  all: boolean,
): string {
  const seen = new Map<string, number>();
  const events = charts.flatMap((chart) =>
    rowsOf(chart, clock)
      .filter(({ task }) => all || task.milestone)
      .flatMap((row) => {
        const key = [path, chart.index, row.id || `${row.section}/${row.name}`].join(' ');
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return event(chart, row, `${key} ${count}`, clock);
      }),
  );
  const title = charts[0]?.settings.title ?? path;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Roadmap Gantt//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(title)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function event(chart: ChartAnalysis, row: Row, key: string, clock: Clock): string[] {
  const { task, name, section, waitsFor, note } = row;
  const times = timesOf(row, clock);
  if (times === null) return [];
  const chartTitle = chart.settings.title;
  const about = [
    chartTitle && `Chart: ${chartTitle}`,
    section && `Section: ${section}`,
    waitsFor.length > 0 && `Waits for: ${waitsFor.join(', ')}`,
    note,
  ].filter(Boolean);
  return [
    'BEGIN:VEVENT',
    `UID:${digest(key)}@roadmap-gantt`,
    `DTSTAMP:${basic(clock.now)}Z`,
    ...times,
    `SUMMARY:${escaped(name)}`,
    ...(about.length > 0 ? [`DESCRIPTION:${about.map((line) => escaped(String(line))).join('\\n')}`] : []),
    `STATUS:${task.provisional ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A milestone is a whole day; so is a task from midnight to midnight, up to and not including its end. */
function timesOf({ task }: Row, clock: Clock): string[] | null {
  const { start, milestone } = task;
  const end = milestone ? start : (task.end ?? start);
  if (start === null || end === null) return null;
  const zone = timeZone(clock.timeZone);
  const [from, to] = [zone.toWall(start), zone.toWall(end)];
  if (!hasYear(from) || !hasYear(to)) return null;
  if (milestone || (from % DAY === 0 && to % DAY === 0)) {
    const first = Math.floor(from / DAY) * DAY;
    const behind = Math.max(first + DAY, to);
    return [
      `DTSTART;VALUE=DATE:${basic(first).slice(0, 8)}`,
      `DTEND;VALUE=DATE:${basic(behind).slice(0, 8)}`,
    ];
  }
  return [`DTSTART:${basic(start)}Z`, ...(end > start ? [`DTEND:${basic(end)}Z`] : [])];
}

/** The format has room for four digits; a year of five is a slip of the pen. */
function hasYear(wall: number): boolean {
  const year = new Date(wall).getUTCFullYear();
  return year >= 0 && year < 9999;
}

/** `20240826T093000`. */
function basic(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return printable(text).replace(/[\\;,]/g, '\\$&');
}

/** At most 75 octets a line, none of them half a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** 32 hex digits: four FNV-1a sums, each begun elsewhere. Told apart is all that UIDs must be. */
function digest(text: string): string {
  const sums = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => {
    let sum = seed;
    for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
  });
  return sums.join('');
}
