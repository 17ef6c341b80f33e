import { nearest } from '../editDistance';
import type { CalendarEntry } from '../settings';
import { contains } from '../span';
import type { SettingName, SettingStatement } from '../syntax';
import { orderFor } from './dateFixes';
import type { Draft } from './draft';
import { beginsLine, lineBelow, removeLine, replace } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { readDate } from './readDate';
import { isSwallowed } from './swallowed';
import { listed, quoted } from './wording';
import { formatted } from './writeDate';

/** Settings that Mermaid passes over without a word. */
export function settingProblems(draft: Draft): Problem[] {
  const settings = draft.statements
    .filter((statement) => statement.kind === 'setting')
    .filter((setting) => !isSwallowed(draft, setting));
  return [
    ...duplicates(draft, settings),
    ...settings.flatMap((setting) => tickInterval(setting)),
    ...ineffectiveWeekday(draft, settings),
    ...settings.flatMap((setting) =>
      setting.name === 'excludes' || setting.name === 'includes'
        ? unknownDays(draft, setting.name, setting)
        : [],
    ),
  ];
}

/** The last of these counts, for the whole chart. */
const LAST_COUNTS: readonly SettingName[] = [
  ...(['dateFormat', 'axisFormat', 'tickInterval', 'todayMarker', 'weekday', 'weekend', 'title'] as const),
];

function duplicates({ text }: Draft, settings: readonly SettingStatement[]): Problem[] {
  return LAST_COUNTS.flatMap((name) => {
    const same = settings.filter((setting) => setting.name === name);
    const last = same.at(-1);
    return same.slice(0, -1).flatMap(({ keyword, value, span }) => {
      if (value.text === last!.value.text) return [];
      const message = `This has no effect: a chart has one ${quoted(name)}, and the last one, ${quoted(last!.value.text)}, counts for all of it. Remove one of the two.`;
      return problem('duplicate-setting', { start: keyword.start, end: span.end }, message, {
        related: [{ span: last!.span, message: 'This one counts' }],
        fixes: () =>
          beginsLine(text, span.start) ? [preferred('Remove the line', [removeLine(text, span.start)])] : [],
      });
    });
  });
}

const INTERVAL = /^[1-9]\d*(?:millisecond|second|minute|hour|day|week|month)$/;
const INTERVAL_UNITS = ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month'];

function tickInterval({ name, value }: SettingStatement): Problem[] {
  if (name !== 'tickInterval' || INTERVAL.test(value.text) || /\s%%/.test(value.text)) return [];
  const message = `Mermaid passes over ${quoted(value.text)} and spaces the axis by itself. Write a number and ${listed(INTERVAL_UNITS.map(quoted), 'or')}, such as ${quoted('1week')}.`;
  return [
    problem('invalid-tick-interval', value.span, message, {
      fixes: () => {
        const meant = intervalFor(value.text);
        return meant === null ? [] : [preferred(`Change to ${quoted(meant)}`, [replace(value.span, meant)])];
      },
    }),
  ];
}

function intervalFor(text: string): string | null {
  const match = /^(\d+)?\s*([a-z]+)$/i.exec(text);
  const count = Number(match?.[1] ?? 1);
  const word = match?.[2]?.toLowerCase().replace(/s$/, '');
  if (!word || count < 1) return null;
  const long = { y: 12, year: 12, q: 3, quarter: 3 }[word];
  if (long !== undefined) return `${count * long}month`;
  const short = { d: 'day', w: 'week', h: 'hour', m: 'month', min: 'minute', mo: 'month', sec: 'second' }[
    word
  ];
  const unit = short ?? nearest(word, INTERVAL_UNITS);
  return unit === null ? null : `${count}${unit}`;
}

function ineffectiveWeekday(
  { text, settings: { tickInterval: interval } }: Draft,
  settings: readonly SettingStatement[],
) {
  if (/^\d+week$/.test(interval ?? '')) return [];
  const last = settings.findLast(({ name }) => name === 'weekday');
  if (!last) return [];
  const message = `${quoted('weekday')} says on which day the weeks of the axis begin, and counts only with a ${quoted('tickInterval')} in weeks. Here it does nothing.`;
  return [
    problem('ineffective-weekday', last.span, message, {
      fixes: () => [
        ...(beginsLine(text, last.span.start)
          ? [preferred('Remove the line', [removeLine(text, last.span.start)])]
          : []),
        ...(interval === null
          ? [choice('Add `tickInterval 1week`', [lineBelow(text, last.span.start, 'tickInterval 1week')])]
          : []),
      ],
    }),
  ];
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** More of them than these on one line are a sentence, and one mistake. */
const MOST_UNKNOWN = 2;

function unknownDays(
  draft: Draft,
  name: 'excludes' | 'includes',
  { value, span }: SettingStatement,
): Problem[] {
  const unknown = draft.settings[name].filter(
    (entry) => contains(value.span, entry.span) && !isKnown(draft, name, entry.text),
  );
  const noted = unknown.findIndex(({ text }) => text.startsWith('%%'));
  const meant = noted === -1 ? unknown : unknown.slice(0, noted);
  const takes = `${quoted(name)} takes ${name === 'excludes' ? `${quoted('weekends')}, days in English such as ${quoted('monday')}, and ` : ''}dates in the chart’s dateFormat or as ${quoted('YYYY-MM-DD')}`;
  if (meant.length > MOST_UNKNOWN) {
    const message = `Mermaid passes over ${meant.length} words here: ${takes}.`;
    return [
      problem('unknown-exclude', { start: meant[0]!.span.start, end: meant.at(-1)!.span.end }, message, {
        fixes: () => withoutEntries(draft, { value, span }, meant),
      }),
    ];
  }
  return meant.map((entry) => {
    const message = `Mermaid passes over ${quoted(entry.text)}: ${takes}.`;
    return problem('unknown-exclude', entry.span, message, {
      fixes: () => {
        const fixes = name === 'excludes' ? dayFixes(entry) : [];
        const removal = withoutEntries(draft, { value, span }, [entry]);
        // People take it for the five days, and the chart is drawn as they know it: it shall stay so.
        if (/^weekdays?$/.test(entry.text)) return removal.map((fix) => ({ ...fix, preferred: true }));
        return [...fixes, ...dateFixes(draft, entry), ...removal];
      },
    });
  });
}

function isKnown(draft: Draft, name: 'excludes' | 'includes', text: string): boolean {
  return (name === 'excludes' && (text === 'weekends' || WEEKDAYS.includes(text))) || isDate(draft, text);
}

/** Takes entries out of a line, or the line away where no other stays; the chart is drawn as before. */
function withoutEntries(
  { text }: Draft,
  { value, span }: Pick<SettingStatement, 'value' | 'span'>,
  gone: readonly CalendarEntry[],
): Fix[] {
  const title = gone.length === 1 ? `Remove ${quoted(gone[0]!.text)}` : 'Remove these words';
  const kept = [...value.text.matchAll(/[^\s,]+/g)].filter(
    ({ index }) => !gone.some((entry) => entry.span.start === value.span.start + index),
  );
  if (kept.length === 0) {
    return beginsLine(text, span.start) ? [choice('Remove the line', [removeLine(text, span.start)])] : [];
  }
  const written = kept.map(([entry]) => entry).join(value.text.includes(',') ? ', ' : ' ');
  return [choice(title, [replace(value.span, written)])];
}

/** Mermaid compares the days as it writes them, in dateFormat or as YYYY-MM-DD, with the lower-cased entry. */
function isDate(draft: Draft, text: string): boolean {
  const { dates } = draft;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const [reading] = readDate(text, 'YMD');
    return reading?.rolled === null;
  }
  try {
    return dates.parse(text) !== null;
  } catch {
    return false;
  }
}

function dayFixes({ text, span }: CalendarEntry): Fix[] {
  const to = (written: string) => preferred(`Change to ${quoted(written)}`, [replace(span, written)]);
  if (text === 'weekend') return [to('weekends')];
  const day =
    WEEKDAYS.find((known) => text.length > 1 && known.startsWith(text)) ??
    nearest(text, ['weekends', ...WEEKDAYS]);
  return day === null ? [] : [to(day)];
}

function dateFixes(draft: Draft, { text, span }: CalendarEntry): Fix[] {
  const order = orderFor(draft);
  const readings = readDate(text, order);
  const certain = readings.length === 1 || readings[0]?.order === order;
  return readings.flatMap(({ wall }, index) => {
    const written = formatted(draft, draft.dates.fromWall(wall), 'YYYY-MM-DD');
    if (written === null) return [];
    const fix = choice(`Change to ${quoted(written)}`, [replace(span, written)]);
    return { ...fix, preferred: certain && index === 0 };
  });
}
