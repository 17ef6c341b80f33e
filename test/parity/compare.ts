import type { ChartAnalysis, Clock, Task } from '../../server/gantt/analysis';
import { analyze } from '../../server/gantt/analyze';
import type { Oracle, OracleChart, OracleTask } from '../support/oracle/oracle';
import { enterTimeZone, ZONES } from '../support/oracle/timeZone';

/** What Mermaid and the analysis say of one chart, side by side. */
export interface Comparison {
  readonly mermaid: OracleChart;
  /** Null where the analysis finds no gantt chart. */
  readonly ours: ChartAnalysis | null;
  /** What differs, in words and with the chart; null where nothing does. */
  readonly difference: string | null;
}

export async function compare(oracle: Oracle, text: string, clock: Clock): Promise<Comparison> {
  const mermaid = await oracle.draw(text, clock);
  const ours = analyzeElsewhere(text, clock);
  const differences = ours ? differencesOf(ours, mermaid) : unseen(mermaid);
  return { mermaid, ours, difference: differences.length ? describe(text, clock, differences) : null };
}

/** The analysis may not look at the machine's time zone: it runs in another than the chart's. */
export function analyzeElsewhere(text: string, clock: Clock): ChartAnalysis | null {
  enterTimeZone(ZONES.find((zone) => zone !== clock.timeZone && zone !== 'UTC') as string);
  return analyze(text, 'mermaid', clock).charts[0] ?? null;
}

/** No chart of ours is right only where Mermaid does not see a gantt chart either. */
function unseen({ reason, refusedBy }: OracleChart): string[] {
  const noGantt = /^No diagram type detected|^Diagrams beginning with ---/.test(reason ?? '');
  return refusedBy === 'other' || noGantt ? [] : ['no chart found'];
}

export function differencesOf(ours: ChartAnalysis, mermaid: OracleChart): string[] {
  if (mermaid.refusedBy === 'other') return [`a chart found in a ${mermaid.reason} diagram`];
  const rejected = ours.rejection !== null;
  if (rejected !== mermaid.rejected) {
    return rejected
      ? [`ours rejects: ${ours.rejection?.reason}`]
      : [`Mermaid rejects (${mermaid.refusedBy}): ${mermaid.reason}`];
  }
  if (rejected) {
    const drawn = ours.tasks.filter((task) => task.drawnStart !== null || task.drawnEnd !== null);
    return drawn.map((task) => `task ${task.index} of a rejected chart has drawn dates`);
  }
  const rows = (tasks: readonly Row[]) => tasks.map((task) => JSON.stringify(task));
  return unlike(rows(ourRows(ours.tasks)), rows(mermaid.tasks.map(mermaidRow)), 'task').concat(
    unlike(ourSettings(ours), mermaidSettings(mermaid), 'settings'),
  );
}

function unlike(ours: readonly string[], theirs: readonly string[], what: string): string[] {
  const length = Math.max(ours.length, theirs.length);
  return Array.from({ length }, (_, i) => i)
    .filter((i) => ours[i] !== theirs[i])
    .map((i) => `${what} ${i}\n    ours    ${ours[i] ?? 'none'}\n    Mermaid ${theirs[i] ?? 'none'}`);
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
}

function ourRows(tasks: readonly Task[]): Row[] {
  let unnamed = 0;
  return tasks.map((task) => ourRow(task, task.syntax.id?.text ?? `task${++unnamed}`));
}

function ourRow(task: Task, id: string): Row {
  const tags = new Set(task.syntax.tags.map(({ tag }) => tag));
  return {
    id: plain(id),
    name: plain(task.syntax.name.text),
    section: plain(task.section?.name.text ?? ''),
    tags: (['active', 'done', 'crit', 'milestone', 'vert'] as const).filter((tag) => tags.has(tag)),
    start: instant(task.drawnStart),
    end: instant(task.drawnEnd),
  };
}

function mermaidRow(task: OracleTask): Row {
  return {
    id: plain(task.id ?? ''),
    name: plain(task.name),
    section: plain(task.section),
    tags: task.tags,
    start: instant(task.start),
    end: instant(task.end),
  };
}

/** Mermaid disguises `#35;` from its grammar; we show it as written. */
function plain(text: string): string {
  return text.trim().replace(/ﬂ°°?/g, '#').replace(/¶ß/g, ';');
}

function instant(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function ourSettings({ settings }: ChartAnalysis): string[] {
  return settingsRow({
    ...settings,
    axisFormat: settings.axisFormat ?? '',
    tickInterval: settings.tickInterval ?? '',
    todayMarker: settings.todayMarker ?? '',
    excludes: settings.excludes.map(({ text }) => text),
    includes: settings.includes.map(({ text }) => text),
  });
}

function mermaidSettings({ settings }: OracleChart): string[] {
  return settings ? settingsRow({ ...settings, tickInterval: settings.tickInterval ?? '' }) : [];
}

function settingsRow(settings: {
  readonly dateFormat: string;
  readonly axisFormat: string;
  readonly tickInterval: string;
  readonly todayMarker: string;
  readonly weekday: string;
  readonly weekend: string;
  readonly inclusiveEndDates: boolean;
  readonly excludes: readonly string[];
  readonly includes: readonly string[];
}): string[] {
  const { dateFormat, axisFormat, tickInterval, todayMarker, weekday, weekend, inclusiveEndDates } = settings;
  return [
    ...[dateFormat, axisFormat, tickInterval, todayMarker].map(plain),
    `${weekday} ${weekend} ${inclusiveEndDates}`,
    ...[settings.excludes, settings.includes].map((list) => [...new Set(list)].map(plain).join(' ')),
  ];
}

function describe(text: string, clock: Clock, differences: readonly string[]): string {
  const now = new Date(clock.now).toISOString();
  return [
    `${clock.timeZone}, ${now}`,
    text,
    JSON.stringify(text),
    ...differences.map((line) => `  ${line}`),
  ].join('\n');
}
