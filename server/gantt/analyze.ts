import type { ChartAnalysis, Clock, DocumentAnalysis, Rejection, Task } from './analysis';
import { calendar } from './calendar';
import { criticalPath } from './criticalPath';
import { type Drawing, draw } from './drawn';
import { readEnd, readStart } from './expressions';
import { findFences } from './markdown';
import { type ParsedChart, parse } from './parse';
import { type PreprocessedChart, preprocess } from './preprocess';
import { findProblems } from './problems/findProblems';
import { readSettings } from './readSettings';
import { schedule } from './schedule';
import { MappedText } from './sourceMap';
import type { Span } from './span';
import { chartSymbols, type ReadTask } from './symbols';
import type { Statement } from './syntax';
import { workdays } from './workdays';

export type Language = 'markdown' | 'mermaid';

/** Everything there is to know about a document's gantt charts. Pure, and never throws, whatever the text. */
export function analyze(text: string, language: Language, clock: Clock): DocumentAnalysis {
  const sources =
    language === 'mermaid'
      ? [{ span: { start: 0, end: text.length }, content: MappedText.whole(text) }]
      : findFences(text);
  const charts: ChartAnalysis[] = [];
  for (const { span, content } of sources) {
    const preprocessed = preprocess(content);
    if (preprocessed) charts.push(analyzeChart(text, charts, span, preprocessed, clock));
  }
  return { text, clock, charts };
}

function analyzeChart(
  text: string,
  earlier: readonly ChartAnalysis[],
  span: Span,
  source: PreprocessedChart,
  clock: Clock,
): ChartAnalysis {
  const parsed = parse(source.text);
  const statements = inOrder(source, parsed);
  const settings = readSettings(statements, source.frontMatter, source.configuration);
  const dates = calendar(settings.dateFormat, clock.timeZone, clock.now);
  const days = workdays(settings, dates);
  const read = readTasks(parsed, (task) => ({
    startExpression: readStart(task, dates),
    endExpression: readEnd(task, dates, settings),
  }));
  const symbols = chartSymbols(read, statements);
  const truth = schedule(read, symbols, dates, days);
  const slack = criticalPath(read, truth);
  const drawing = draw(read, symbols, dates, days);
  const rejection = findRejection(source, parsed, drawing);
  const successors: number[][] = read.map(() => []);
  for (const [index, { predecessors }] of truth.dates.entries()) {
    for (const predecessor of predecessors) successors[predecessor]!.push(index);
  }
  const tasks = read.map(({ syntax, startExpression, endExpression }, index): Task => {
    const drawn = rejection ? null : drawing.dates[index]!;
    return {
      index,
      syntax,
      section: syntax.section === null ? null : parsed.sections[syntax.section]!,
      startExpression,
      endExpression,
      milestone: syntax.tags.some(({ tag }) => tag === 'milestone'),
      ...truth.dates[index]!,
      successors: successors[index]!,
      ...slack[index]!,
      drawnStart: dateOrNull(drawn?.start),
      drawnEnd: dateOrNull(drawn?.end),
    };
  });
  const chart = {
    index: earlier.length,
    span,
    statements,
    sections: parsed.sections,
    tasks,
    settings,
    symbols,
    rejection,
  };
  const problems = findProblems({
    ...chart,
    text,
    source,
    parsed,
    read,
    truth,
    drawing,
    dates,
    days,
    earlier,
  });
  return { ...chart, problems };
}

function readTasks(
  { tasks }: ParsedChart,
  expressions: (task: ParsedChart['tasks'][number]) => Pick<ReadTask, 'startExpression' | 'endExpression'>,
): ReadTask[] {
  let unnamed = 0;
  return tasks.map((syntax) => ({
    syntax,
    id: syntax.id?.text ?? `task${++unnamed}`,
    ...expressions(syntax),
  }));
}

/** Statements, comments and directives in the order of the document. */
function inOrder(source: PreprocessedChart, parsed: ParsedChart): Statement[] {
  const { frontMatter } = source;
  const head: Statement[] = frontMatter
    ? [
        {
          kind: 'front-matter',
          span: frontMatter.span,
          body: { text: frontMatter.yaml, span: frontMatter.body },
        },
      ]
    : [];
  return [...head, ...source.directives, ...source.comments, ...parsed.statements].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function findRejection(source: PreprocessedChart, parsed: ParsedChart, drawing: Drawing): Rejection | null {
  const { frontMatter, hidden, unclosedDirective, configuration } = source;
  if (frontMatter?.error)
    return { span: frontMatter.error.span, reason: `front matter: ${frontMatter.error.reason}` };
  if (hidden)
    return {
      span:
        unclosedDirective ??
        source.displacedFrontMatter ??
        parsed.statements[0]?.span ??
        source.text.span(0, 0),
      reason: 'no diagram',
    };
  if (configuration.refusal) return configuration.refusal;
  const refusal = parsed.refusals[0];
  if (refusal) return { span: refusal.span, reason: refusal.code };
  if (drawing.failure) return { span: drawing.failure.span, reason: drawing.failure.kind };
  return configuration.displayMode === 'compact' ? findUnfiled(parsed) : null;
}

/** Compact display files tasks under their section in an object that already has a `constructor` and a `toString`. */
function findUnfiled({ sections, tasks }: ParsedChart): Rejection | null {
  for (const { section, tags } of tasks) {
    const { key, name } = sections[section ?? -1] ?? {};
    if (name && key !== undefined && key in {} && !tags.some(({ tag }) => tag === 'vert')) {
      return { span: name.span, reason: 'a section named like a member of every object' };
    }
  }
  return null;
}

function dateOrNull(time: number | undefined): number | null {
  return time === undefined || Number.isNaN(time) ? null : time;
}
