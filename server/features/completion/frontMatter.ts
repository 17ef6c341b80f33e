import type { ChartAnalysis, DocumentAnalysis } from '../../gantt/analysis';
import { lineAt } from '../../gantt/problems/edits';
import type { CompletionItem } from './item';

type Keys = Readonly<Record<string, string>>;

const TOP: Keys = {
  title: 'The heading above the chart.',
  displayMode: '`compact` puts tasks into one row where they do not overlap.',
  config: 'Settings of the drawing.',
};
const CONFIG: Keys = {
  theme: '`default`, `neutral`, `dark`, `forest` or `base`.',
  themeVariables: 'Colours for the theme `base`.',
  gantt: 'Settings of gantt charts.',
};
const GANTT: Keys = {
  barHeight: 'Height of a bar, in pixels.',
  barGap: 'Space between bars, in pixels.',
  topPadding: 'Space above the bars, in pixels.',
  leftPadding: 'Space for the names of sections, in pixels.',
  rightPadding: 'Space at the right, in pixels.',
  gridLineStartPadding: 'Where the grid begins, in pixels.',
  fontSize: 'Size of the text in bars, in pixels.',
  sectionFontSize: "Size of the sections' names, in pixels.",
  numberSectionStyles: 'After how many sections the colours begin again.',
  axisFormat: 'How dates are shown below the chart, such as `%d %b`.',
  tickInterval: 'How far apart those dates are, such as `1month`.',
  topAxis: '`true` shows the dates above the chart, too.',
  displayMode: '`compact` puts tasks into one row where they do not overlap.',
  weekday: 'The day on which weeks begin below the chart.',
};
const VALUES: Readonly<Record<string, readonly string[]>> = {
  displayMode: ['compact'],
  theme: ['default', 'neutral', 'dark', 'forest', 'base'],
  topAxis: ['true', 'false'],
};

/** Keys and values of the chart's front matter; null outside it. */
export function frontMatterItems(
  { text }: DocumentAnalysis,
  chart: ChartAnalysis,
  offset: number,
): CompletionItem[] | null {
  const statement = chart.statements.find(({ kind }) => kind === 'front-matter');
  if (statement?.kind !== 'front-matter') return null;
  const { body } = statement;
  if (offset < body.span.start || offset > body.span.end) return null;
  const line = lineAt(text, offset);
  const start = line.start + line.indent.length;
  const value = /^(\w+):\s*(\w*)$/.exec(text.slice(start, offset));
  if (value) {
    const span = { start: offset - value[2]!.length, end: line.end };
    return (VALUES[value[1]!] ?? []).map((label) => ({ label, kind: 'value', edit: { span, text: label } }));
  }
  const typed = /^\w*$/.test(text.slice(start, offset)) && /^\w*\s*$/.test(text.slice(offset, line.end));
  if (!typed) return null;
  const above = text.slice(body.span.start, Math.max(body.span.start, line.start)).split(/\r?\n/);
  const keys = keysUnder(above, text.slice(line.start, start));
  const span = { start, end: line.end };
  return Object.entries(keys).map(([key, documentation]) => {
    const opens = key === 'config' || key === 'gantt' || key === 'themeVariables';
    return {
      label: key,
      kind: 'keyword',
      documentation,
      edit: { span, text: opens ? `${key}:` : `${key}: ` },
    };
  });
}

/** The keys that fit under the nearest line above that is indented less. */
function keysUnder(above: readonly string[], indent: string): Keys {
  const parent = above.findLast(
    (line) => /^\s*\w+:/.test(line) && /^\s*/.exec(line)![0].length < indent.length,
  );
  const name = parent?.trim().split(':', 1)[0];
  if (name === 'gantt') return GANTT;
  if (name === 'config') return CONFIG;
  return name === undefined ? TOP : {};
}
