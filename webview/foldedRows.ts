import type { PanelChart } from '../server/lsp/protocol';
import { html, svg } from './element';
import type { Block, DatesOf, RowLayout } from './rows';
import type { TimeScale } from './scale';
import { type BarShape, ROW_HEIGHT } from './tiles';
import { edges } from './tileView';

const THICKNESS = 6;

/** Folded sections: all their bars in one row, thin and without names. */
export class FoldedRows {
  readonly element = html('div', { class: 'folded-rows', 'aria-hidden': 'true' });

  draw(chart: PanelChart, layout: RowLayout, datesOf: DatesOf, scale: TimeScale): void {
    const folded = layout.blocks.filter((block) => block.folded);
    this.element.replaceChildren(...folded.map((block) => row(block, chart, datesOf, scale)));
  }
}

function row(
  { tasks, firstRow }: Block,
  chart: PanelChart,
  datesOf: DatesOf,
  scale: TimeScale,
): SVGSVGElement {
  const outlines = new Map<string, string[]>();
  for (const index of tasks) {
    const task = chart.tasks[index]!;
    const [start, end] = datesOf(task)!;
    const shape = { tags: task.tags, start, end };
    const kind = ['done', 'crit', 'active'].find((tag) => task.tags.includes(tag)) ?? '';
    outlines.set(kind, [...(outlines.get(kind) ?? []), outline(shape, scale)]);
  }
  const paths = Array.from(outlines, ([kind, parts]) =>
    svg('path', { class: `bar ${kind}`, d: parts.join('') }),
  );
  const element = svg('svg', {}, ...paths);
  element.style.top = `${firstRow * ROW_HEIGHT}px`;
  element.style.width = `${scale.width}px`;
  element.style.height = `${ROW_HEIGHT}px`;
  return element;
}

function outline(shape: BarShape, scale: TimeScale): string {
  const { left, right } = edges(shape, scale);
  const middle = ROW_HEIGHT / 2;
  const half = THICKNESS / 2;
  if (!shape.tags.includes('milestone'))
    return `M${left} ${middle - half}H${right}V${middle + half}H${left}Z`;
  const x = (left + right) / 2;
  return `M${x - half - 1} ${middle}l${half + 1} ${-half - 1}l${half + 1} ${half + 1}l${-half - 1} ${half + 1}Z`;
}
