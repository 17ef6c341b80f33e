import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import { type DateText, dateTextFor } from './dateText';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'chart' | 'section' | 'task' | 'milestone';
  /** Encloses the children. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Charts with their sections and tasks. */
export function documentSymbols(analysis: DocumentAnalysis): DocumentSymbol[] {
  return analysis.charts.map((chart) => chartSymbol(chart, dateTextFor(chart, analysis.clock)));
}

function chartSymbol(chart: ChartAnalysis, dates: DateText): DocumentSymbol {
  const first = chart.statements.find(({ kind }) => kind === 'gantt') ?? chart.statements[0];
  const outside: DocumentSymbol[] = [];
  const inside = chart.sections.map((): DocumentSymbol[] => []);
  for (const task of chart.tasks) {
    const { section } = task.syntax;
    (section === null ? outside : inside[section]!).push(taskSymbol(task, dates));
  }
  const sections = chart.sections.map(({ name, index, span }): DocumentSymbol => {
    const children = inside[index]!;
    return {
      name: name.text || '(no name)',
      detail: '',
      kind: 'section',
      span: { start: span.start, end: Math.max(span.end, children.at(-1)?.span.end ?? 0) },
      nameSpan: name.text === '' ? span : name.span,
      children,
    };
  });
  return {
    name: chart.settings.title || 'Gantt chart',
    detail: chartDetail(chart, dates),
    kind: 'chart',
    span: chart.span,
    nameSpan: first?.span ?? chart.span,
    children: [...outside, ...sections],
  };
}

/** The chart's last true date. */
function chartDetail({ tasks }: ChartAnalysis, dates: DateText): string {
  const dated = tasks.filter(({ end }) => end !== null);
  const last = dated.reduce<Task | null>(
    (latest, task) => (latest && latest.end! >= task.end! ? latest : task),
    null,
  );
  return last ? `until ${dates.end(last)}` : '';
}

function taskSymbol(task: Task, dates: DateText): DocumentSymbol {
  const { name, span } = task.syntax;
  return {
    name: name.text || '(no name)',
    detail: dates.span(task) ?? 'no date',
    kind: task.milestone ? 'milestone' : 'task',
    span,
    nameSpan: name.span,
    children: [],
  };
}
