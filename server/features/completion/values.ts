import type { ChartAnalysis, DocumentAnalysis } from '../../gantt/analysis';
import { type Calendar, calendar } from '../../gantt/calendar';
import { lineAt } from '../../gantt/problems/edits';
import type { Span } from '../../gantt/span';
import { AXIS_TOKENS, axisExample } from './axisTokens';
import { writtenDate } from './dates';
import type { CompletionItem } from './item';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const DATE_FORMATS = [
  'YYYY-MM-DD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'YYYY-MM-DD HH:mm',
  'HH:mm',
  'x',
  'X',
];
const DATE_TOKENS = {
  YYYY: 'year',
  YY: 'year, two digits',
  MM: 'month, two digits',
  M: 'month',
  MMM: 'month, short name',
  MMMM: 'month, name',
  DD: 'day, two digits',
  D: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
} as const;
const AXIS_FORMATS = [
  '%Y-%m-%d',
  '%d %b',
  '%d %b %Y',
  '%b %Y',
  '%d.%m.',
  '%m/%d',
  '%a %d',
  'W%V',
  'Q%q %Y',
  '%H:%M',
];
const TICK_INTERVALS = ['1day', '1week', '2week', '1month', '3month', '1hour', '30minute'];

/** What is written behind a setting's keyword. `value` is what is there up to the cursor. */
interface Place {
  readonly analysis: DocumentAnalysis;
  readonly chart: ChartAnalysis;
  readonly dates: Calendar;
  readonly value: string;
  /** The whole value. */
  readonly whole: Span;
  /** The last word of it. */
  readonly word: Span;
}

const VALUES: Readonly<Record<string, (place: Place) => CompletionItem[]>> = {
  dateformat: dateFormats,
  axisformat: axisFormats,
  tickinterval: ({ whole }) => TICK_INTERVALS.map((interval) => valueItem(interval, whole)),
  weekday: ({ whole }) => WEEKDAYS.map((day) => valueItem(day, whole)),
  weekend: ({ whole }) => ['friday', 'saturday'].map((day) => valueItem(day, whole)),
  todaymarker: todayMarkers,
  excludes: excludedDays,
  includes: excludedDays,
  section: sectionNames,
};

/** Values behind the keyword of a setting, and names behind `section`; null elsewhere. */
export function valueItems(
  analysis: DocumentAnalysis,
  chart: ChartAnalysis,
  offset: number,
): CompletionItem[] | null {
  const { text, clock } = analysis;
  const line = lineAt(text, offset);
  const start = line.start + line.indent.length;
  const match = offset < start ? null : /^(\w+)[ \t]+(.*)$/.exec(text.slice(start, offset));
  const [, keyword = '', value = ''] = match ?? [];
  const values = Object.hasOwn(VALUES, keyword.toLowerCase()) ? VALUES[keyword.toLowerCase()] : undefined;
  if (!values || (/[#;]/.test(value) && keyword.toLowerCase() !== 'todaymarker')) return null;
  const whole = { start: offset - value.length, end: offset + text.slice(offset, line.end).trimEnd().length };
  const begun = /[^\s,]*$/.exec(value)?.[0].length ?? 0;
  const rest = /^[^\s,]*/.exec(text.slice(offset, line.end))?.[0].length ?? 0;
  const word = { start: offset - begun, end: offset + rest };
  const dates = calendar(chart.settings.dateFormat, clock.timeZone, clock.now);
  return values({ analysis, chart, dates, value, whole, word });
}

function dateFormats({ dates, value, whole, word }: Place): CompletionItem[] {
  const formats = DATE_FORMATS.map((format) => valueItem(format, whole, dates.format(dates.today, format)));
  const begun = { start: whole.start + (/[A-Za-z]*$/.exec(value)?.index ?? 0), end: word.end };
  const tokens = Object.entries(DATE_TOKENS).map(([token, meaning]) =>
    valueItem(token, begun, dates.format(dates.today, token), meaning),
  );
  return [...formats, ...tokens];
}

function axisFormats({ analysis, dates, value, whole, word }: Place): CompletionItem[] {
  const now = dates.toWall(analysis.clock.now);
  const formats = AXIS_FORMATS.map((format) => valueItem(format, whole, axisExample(format, now)));
  const begun = { start: whole.start + (/%?\w?$/.exec(value)?.index ?? 0), end: word.end };
  const tokens = Object.entries(AXIS_TOKENS).map(([token, { meaning, write }]) =>
    valueItem(token, begun, write(new Date(now)), meaning),
  );
  return value === '' ? [...formats, ...tokens] : [...tokens, ...formats];
}

function todayMarkers({ whole }: Place): CompletionItem[] {
  return [
    valueItem('off', whole, 'no line at today'),
    valueItem('stroke-width:3px,stroke:#08f,opacity:0.6', whole, 'a line of another look'),
  ];
}

function excludedDays({ dates, value, word }: Place): CompletionItem[] {
  const written = value
    .toLowerCase()
    .split(/[\s,]+/)
    .slice(0, -1);
  const days = ['weekends', ...WEEKDAYS]
    .filter((day) => !written.includes(day))
    .map((day) => valueItem(day, word));
  const today = writtenDate(dates, dates.today);
  return today === null || written.includes(today) ? days : [...days, valueItem(today, word, 'today')];
}

/** Names of all the document's sections; those of this chart last, because it has them already. */
function sectionNames({ analysis, chart, whole }: Place): CompletionItem[] {
  const others = analysis.charts.filter((other) => other !== chart);
  const names = [...others, chart].flatMap(({ sections }) =>
    sections
      .filter(({ span }) => !(span.start <= whole.start && whole.end <= span.end))
      .map(({ name }) => name.text),
  );
  return [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => ({ label: name, kind: 'section', edit: { span: whole, text: name } }));
}

function valueItem(text: string, span: Span, description?: string, documentation?: string): CompletionItem {
  return {
    label: text,
    kind: 'value',
    ...(description && { description }),
    ...(documentation && { documentation }),
    edit: { span, text },
  };
}
