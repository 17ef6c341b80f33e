import { html, svg } from './element';
import type { Block } from './rows';
import { type Layer, meets, type Place, placeOf, type Scene } from './scene';
import { ROW_HEIGHT } from './tiles';

const THICKNESS = 6;

/** Folded sections: all their bars in one row, thin and without names. */
export class FoldedRows implements Layer {
  readonly element = html('div', { class: 'folded-rows', 'aria-hidden': 'true' });

  draw(scene: Scene): void {
    const folded = scene.layout.blocks.filter((block) => block.folded && meets(scene.rows, block.firstRow));
    this.element.replaceChildren(...folded.map((block) => row(block, scene)));
  }
}

function row(block: Block, scene: Scene): SVGSVGElement {
  const paths = Array.from(foldedBars(block, scene), ([kind, d]) => svg('path', { class: `bar ${kind}`, d }));
  const element = svg('svg', { class: 'layer' }, ...paths);
  element.style.top = `${block.firstRow * ROW_HEIGHT}px`;
  return element;
}

/** The bars of a folded section as SVG path data, from the top of its row, by what they are tagged. */
export function foldedBars({ tasks }: Block, scene: Scene): Map<string, string> {
  const outlines = new Map<string, string>();
  for (const index of tasks) {
    const { tags } = scene.chart.tasks[index]!;
    const place = placeOf(scene, index);
    const kind = ['done', 'crit', 'active'].find((tag) => tags.includes(tag)) ?? '';
    if (place) outlines.set(kind, (outlines.get(kind) ?? '') + outline(place));
  }
  return outlines;
}

function outline({ left, right, milestone }: Place): string {
  const middle = ROW_HEIGHT / 2;
  const half = THICKNESS / 2;
  if (!milestone) return `M${left} ${middle - half}H${right}V${middle + half}H${left}Z`;
  const x = (left + right) / 2;
  return `M${x - half - 1} ${middle}l${half + 1} ${-half - 1}l${half + 1} ${half + 1}l${-half - 1} ${half + 1}Z`;
}
