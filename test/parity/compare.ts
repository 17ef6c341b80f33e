import type { ChartAnalysis, Clock, Task } from '../../server/gantt/analysis';
import { analyze, type Language } from '../../server/gantt/analyze';
import type { Oracle, OracleChart, OracleTask } from '../support/oracle/oracle';
import { enterTimeZone, ZONES } from '../support/oracle/timeZone';
import { type TrueDates, trueSchedule } from './trueSchedule';

/** What Mermaid and the analysis say of one chart, side by side. */
export interface Comparison {
  readonly mermaid: OracleChart;
  /** What differs, in words and with the chart; null where nothing does. */
  readonly difference: string | null;
}

export async function compare(oracle: Oracle, text: string, clock: Clock): Promise<Comparison> {
  const mermaid = await oracle.draw(text, clock);
  const truth = truthOf(mermaid);
  const ours = analyzeElsewhere(text, 'mermaid', clock)[0] ?? null;
  const behind = text.replace(FRONT_MATTER, '');
  // Front matter that cannot be read stops Mermaid before it looks for a diagram: ask it for the one behind.
  const unread = !ours && mermaid.refusedBy === 'reading' && behind !== text;
  const differences = differencesOf(ours, unread ? await oracle.draw(behind, clock) : mermaid, truth);
  return { mermaid, difference: differences.length ? describe(text, clock, differences) : null };
}

const FRONT_MATTER = /^\s*---[\s\S]*?[\r\n][^\S\r\n]*---[^\S\r\n]*[\r\n]+/;

/** As `compare`, for the fences of a Markdown document: `charts` are their texts, gantt or not. */
export async function compareDocument(
  oracle: Oracle,
  document: string,
  charts: readonly string[],
  clock: Clock,
): Promise<Comparison[]> {
  const drawn: { text: string; mermaid: OracleChart; truth: TrueDates[] | null }[] = [];
  for (const text of charts) {
    const mermaid = await oracle.draw(text, clock);
    if (mermaid.refusedBy !== 'other') drawn.push({ text, mermaid, truth: truthOf(mermaid) });
  }
  const found = analyzeElsewhere(document, 'markdown', clock);
  return drawn.map(({ text, mermaid, truth }, i) => {
    const differences = differencesOf(found[i] ?? null, mermaid, truth);
    if (i === 0 && found.length !== drawn.length)
      differences.push(`${found.length} of ${drawn.length} charts found`);
    return { mermaid, difference: differences.length ? describe(text, clock, differences) : null };
  });
}

/** Null where Mermaid could not read the tasks. */
function truthOf(mermaid: OracleChart): TrueDates[] | null {
  const readable = mermaid.tasks.length > 0 && mermaid.tasks.every(({ endText }) => endText !== null);
  return readable ? trueSchedule(mermaid) : null;
}

/** The analysis may not look at the machine's time zone: it runs in another than the chart's. */
export function analyzeElsewhere(text: string, language: Language, clock: Clock): readonly ChartAnalysis[] {
  enterTimeZone(ZONES.find((zone) => zone !== clock.timeZone && zone !== 'UTC') as string);
  return analyze(text, language, clock).charts;
}

function differencesOf(
  ours: ChartAnalysis | null,
  mermaid: OracleChart,
  truth: readonly TrueDates[] | null,
): string[] {
  if (!ours) return unseen(mermaid);
  if (mermaid.refusedBy === 'other') return [`a chart found in a ${mermaid.reason} diagram`];
  const differences = truth
    ? unlike(ours.tasks.map(truthRow), truth.map(truthRow), 'true dates of task')
    : [];
  const rejected = ours.rejection !== null;
  if (rejected !== mermaid.rejected) {
    differences.push(
      rejected
        ? `ours rejects: ${ours.rejection?.reason}`
        : `Mermaid rejects (${mermaid.refusedBy}): ${mermaid.reason}`,
    );
  } else if (rejected) {
    const drawn = ours.tasks.filter((task) => task.drawnStart !== null || task.drawnEnd !== null);
    differences.push(...drawn.map((task) => `task ${task.index} of a rejected chart has drawn dates`));
  } else {
    const rows = (tasks: readonly Row[]) => tasks.map((task) => JSON.stringify(task));
    differences.push(
      ...unlike(rows(ourRows(ours.tasks)), rows(mermaid.tasks.map(mermaidRow)), 'task'),
      ...unlike(ourSettings(ours), mermaidSettings(mermaid), 'setting'),
    );
  }
  return differences;
}

/** No chart of ours is right only where Mermaid does not see a gantt chart either. */
function unseen({ reason, refusedBy }: OracleChart): string[] {
  const noGantt = /^No diagram type detected|^Diagrams beginning with ---/.test(reason ?? '');
  return refusedBy === 'other' || noGantt ? [] : ['no chart found'];
}

function unlike(ours: readonly string[], theirs: readonly string[], what: string): string[] {
  const length = Math.max(ours.length, theirs.length);
  return Array.from({ length }, (_, i) => i)
    .filter((i) => ours[i] !== theirs[i])
    .map((i) => `${what} ${i}\n    ours     ${ours[i] ?? 'none'}\n    expected ${theirs[i] ?? 'none'}`);
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

function truthRow({ start, end, provisional }: TrueDates): string {
  return `${instant(start)} ${instant(end)}${provisional ? ' provisional' : ''}`;
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
