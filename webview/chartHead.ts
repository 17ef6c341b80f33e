import type { PanelChart } from '../server/lsp/protocol';
import { html } from './element';
import { drawnElsewhere } from './ghosts';
import { withCode } from './inlineCode';
import type { RowLayout } from './rows';
import type { TimeSpan } from './scale';
import type { ViewOptions } from './scene';
import { calendarDate, shortDate } from './wallDate';

type Problem = PanelChart['problems'][number];

/** The line above a chart: its title and reach, how many problems its text has, and why Mermaid refuses it. */
export class ChartHead {
  readonly element = html('header', { class: 'chart-head' });
  private readonly title = html('h2');
  private readonly summary = html('p', { class: 'summary' });
  private readonly problems = html('button', { type: 'button', class: 'problems' });
  private readonly refusal = html('button', { type: 'button', class: 'refusal' });
  private chart: PanelChart | undefined;
  private last = -1;

  /** `reveal` shows a place in the text, and what is wrong there. */
  constructor(reveal: (place: { range: Problem['range']; message: string }) => void) {
    this.problems.addEventListener('click', () => {
      const problems = this.chart?.problems ?? [];
      this.last = (this.last + 1) % Math.max(problems.length, 1);
      if (problems[this.last]) reveal(problems[this.last]!);
    });
    this.refusal.addEventListener('click', () => this.chart?.rejection && reveal(this.chart.rejection));
    const refused = html('div', { role: 'status' }, this.refusal);
    this.element.append(this.title, this.summary, this.problems, refused);
  }

  draw(
    chart: PanelChart,
    ordinal: number | null,
    span: TimeSpan | null,
    { rowOf, markers }: RowLayout,
    { mode }: ViewOptions,
  ): void {
    this.chart = chart;
    const title = chart.title ?? (ordinal === null ? '' : `Chart ${ordinal}`);
    this.title.textContent = title;
    this.title.hidden = !title;
    const summary = summaryOf(chart, span, rowOf.size + markers.length);
    this.summary.textContent = mode === 'drawn' ? `${summary} · ${elsewhereOf(chart)}` : summary;
    this.problems.hidden = chart.problems.length === 0;
    this.problems.replaceChildren(...countOf(chart.problems));
    this.problems.title = 'Go to the next problem in the text';
    this.refusal.hidden = !chart.rejection;
    this.refusal.replaceChildren(...refusalOf(chart));
  }
}

function elsewhereOf({ tasks }: PanelChart): string {
  const count = tasks.filter(drawnElsewhere).length;
  return count === 0 ? 'all drawn where they belong' : `${count} drawn elsewhere than they belong`;
}

function countOf(problems: readonly Problem[]): Node[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0
      ? []
      : html('span', { class: severity }, `${count} ${severity}${count === 1 ? '' : 's'}`);
  });
}

function refusalOf({ rejection }: PanelChart): (Node | string)[] {
  if (!rejection) return [];
  const line = html('strong', {}, `Line ${rejection.range.start.line + 1}: `);
  return [
    line,
    ...withCode(`${rejection.message} `),
    html('span', { class: 'aside' }, 'Drawn here from the true schedule.'),
  ];
}

function summaryOf({ tasks, today }: PanelChart, span: TimeSpan | null, drawn: number): string {
  if (tasks.length === 0) return 'This chart has no tasks yet.';
  if (!span) return 'No task of this chart has a date yet.';
  const parts = [
    `${shortDate(span.start)} – ${shortDate(span.end)}`,
    `${drawn} of ${tasks.length} tasks drawn`,
  ];
  if (drawn === tasks.length) parts[1] = `${drawn} ${drawn === 1 ? 'task' : 'tasks'}`;
  if (today > span.end) parts.push(`ended before today, ${calendarDate(today)}`);
  if (today < span.start) parts.push(`begins after today, ${calendarDate(today)}`);
  return parts.join(' · ');
}
