import type { ChartAnalysis } from '../analysis';
import { applyIgnores, readIgnores } from '../ignore';
import { isOlder, type MermaidVersion } from '../mermaidVersion';
import type { Span } from '../span';
import type { SettingName } from '../syntax';
import type { Draft } from './draft';
import { type Problem, problem } from './problem';

/** Mermaid's own limit, in UTF-16 units, unless a page sets another. */
const LONGEST_TEXT = 50_000;

/** Charts that a page which keeps Mermaid's limit does not show. */
export function textTooLong({ text, span, statements }: Draft): Problem[] {
  const length = span.end - span.start;
  if (length <= LONGEST_TEXT) return [];
  const header = statements.find(({ kind }) => kind === 'gantt');
  const message = `This chart has ${length.toLocaleString('en-US')} characters. Where Mermaid’s limit of 50,000 is not raised, the page says that the text is too long instead of drawing it. Split it into several charts.`;
  return [
    problem(
      'text-too-long',
      header?.span ?? { start: span.start, end: Math.min(span.start + 1, text.length) },
      message,
    ),
  ];
}

interface Feature {
  readonly name: string;
  readonly since: MermaidVersion;
  /** What an older version makes of it. */
  readonly effect: string;
  /** Its first use in a chart. */
  readonly find: (chart: ChartAnalysis) => Span | undefined;
}

const REFUSED = 'shows an error instead of the chart';

const setting =
  (name: SettingName) =>
  ({ statements }: ChartAnalysis) =>
    statements.find((statement) => statement.kind === 'setting' && statement.name === name)?.span;

const tag =
  (name: string) =>
  ({ tasks }: ChartAnalysis) =>
    tasks.flatMap(({ syntax }) => syntax.tags).find((field) => field.tag === name)?.span;

const FEATURES: readonly Feature[] = [
  { name: '`excludes`', since: [8, 1, 0], effect: REFUSED, find: setting('excludes') },
  { name: '`milestone`', since: [8, 1, 0], effect: REFUSED, find: tag('milestone') },
  { name: '`inclusiveEndDates`', since: [8, 2, 0], effect: REFUSED, find: setting('inclusiveEndDates') },
  {
    name: 'More than one id behind `after`',
    since: [8, 4, 4],
    effect: 'starts the task today',
    find: ({ tasks }) =>
      tasks
        .flatMap(({ startExpression }) => (startExpression.kind === 'after' ? [startExpression] : []))
        .find(({ ids }) => ids.length > 1)?.span,
  },
  { name: '`todayMarker`', since: [8, 5, 1], effect: REFUSED, find: setting('todayMarker') },
  { name: '`includes`', since: [8, 13, 4], effect: REFUSED, find: setting('includes') },
  {
    name: 'A duration in months, years, milliseconds or fractions',
    since: [9, 2, 0],
    effect: 'draws the task without any length',
    find: ({ tasks }) =>
      tasks
        .flatMap(({ endExpression }) => (endExpression.kind === 'duration' ? [endExpression] : []))
        .find(({ amount, unit }) => ['M', 'y', 'ms'].includes(unit) || !Number.isInteger(amount))?.span,
  },
  {
    name: 'Front matter',
    since: [9, 3, 0],
    effect: REFUSED,
    find: ({ statements }) => statements.find(({ kind }) => kind === 'front-matter')?.span,
  },
  { name: '`tickInterval`', since: [9, 3, 0], effect: REFUSED, find: setting('tickInterval') },
  {
    name: '`displayMode`',
    since: [10, 1, 0],
    effect: 'draws a row for each task',
    find: ({ statements, settings }) =>
      settings.displayMode === null
        ? undefined
        : statements.find(({ kind }) => kind === 'front-matter')?.span,
  },
  { name: '`weekday`', since: [10, 3, 0], effect: REFUSED, find: setting('weekday') },
  {
    name: 'A `#` or `;` in a name',
    since: [10, 8, 0],
    effect: 'ends the line there, and mostly shows an error',
    find: ({ tasks }) =>
      tasks.find(({ syntax }) => /[#;]/.test(syntax.name.text.replace(/#\w+;/g, '')))?.syntax.name.span,
  },
  {
    name: '`until`',
    since: [10, 9, 0],
    effect: 'draws the task without any length',
    find: ({ tasks }) =>
      tasks.find(({ endExpression }) => endExpression.kind === 'until')?.endExpression.span,
  },
  { name: '`weekend`', since: [11, 0, 0], effect: REFUSED, find: setting('weekend') },
  { name: '`vert`', since: [11, 7, 0], effect: REFUSED, find: tag('vert') },
  {
    name: 'A second `excludes` line',
    since: [12, 3, 0],
    effect: 'forgets the first one',
    find: ({ statements }) =>
      statements.filter((statement) => statement.kind === 'setting' && statement.name === 'excludes')[1]
        ?.span,
  },
];

/** What an older Mermaid does not know, each once, at its first use. `text` is the chart's document. */
export function newerMermaidProblems(text: string, chart: ChartAnalysis, version: MermaidVersion): Problem[] {
  const found = FEATURES.flatMap(({ name, since, effect, find }) => {
    const span = isOlder(version, since) ? find(chart) : undefined;
    if (!span) return [];
    const message = `${name} needs Mermaid ${written(since)}; version ${written(version)} ${effect}.`;
    return problem('needs-newer-mermaid', span, message);
  });
  return applyIgnores(found, readIgnores(text, chart.statements)).kept;
}

function written([major, minor, patch]: MermaidVersion): string {
  return patch === 0 ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}
