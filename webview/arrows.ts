import type { PanelTask } from '../server/lsp/protocol';
import { svg } from './element';
import { type Layer, meets, type Place, placeOf, type Scene } from './scene';
import { ROW_HEIGHT } from './tiles';

const FROM_END = 4;
const FROM_START = 6;
const HEAD = 3.5;

/** An arrow from the end of one bar to the start of another, as SVG path data. */
export interface Arrow {
  readonly line: string;
  readonly head: string;
}

/** Across, it runs in the gap between two rows, so that it does not strike out the name beside the bar. */
export function arrow(from: Place, to: Place): Arrow {
  const down = to.row > from.row;
  const startX = from.milestone ? middle(from) : Math.max(from.right - FROM_END, middle(from));
  const endX = to.milestone ? middle(to) : Math.min(to.left + FROM_START, middle(to));
  const gap = (down ? from.row + 1 : from.row) * ROW_HEIGHT;
  const endY = down ? to.top : to.bottom;
  const back = down ? -HEAD : HEAD;
  return {
    line: `M${startX} ${down ? from.bottom : from.top}V${gap}H${endX}V${endY}`,
    head: `M${endX} ${endY}l${-HEAD} ${back}h${2 * HEAD}Z`,
  };
}

function middle({ left, right }: Place): number {
  return (left + right) / 2;
}

export type ArrowKind = 'plain' | 'critical' | 'lit';

/** Dependencies: those between the tasks of the chain in focus, and on demand the critical path's or all. */
export class Arrows implements Layer {
  readonly element = svg('svg', { class: 'layer arrows', 'aria-hidden': 'true' });

  draw(scene: Scene): void {
    this.element.replaceChildren(
      ...Object.entries(arrowsOf(scene)).flatMap(([kind, list]) => [
        svg('path', { class: `arrow ${kind}`, d: list.map(({ line }) => line).join('') }),
        svg('path', { class: `arrow-head ${kind}`, d: list.map(({ head }) => head).join('') }),
      ]),
    );
  }
}

export function arrowsOf(scene: Scene): Record<ArrowKind, Arrow[]> {
  const arrows: Record<ArrowKind, Arrow[]> = { plain: [], critical: [], lit: [] };
  const { focus, options, chart } = scene;
  const all = options.dependencies || options.criticalPath;
  for (const index of all ? chart.tasks.keys() : (focus?.chain ?? [])) {
    const to = placeOf(scene, index);
    if (!to) continue;
    for (const predecessor of chart.tasks[index]!.predecessors) {
      const kind = kindOf(scene, predecessor, index);
      const from = kind && placeOf(scene, predecessor);
      if (!from || from.row === to.row || !meets(scene.rows, from.row, to.row)) continue;
      arrows[kind].push(arrow(from, to));
    }
  }
  return arrows;
}

function kindOf({ focus, options, chart }: Scene, from: number, to: number): ArrowKind | null {
  if (focus?.chain.has(from) && focus.chain.has(to)) return 'lit';
  if (options.criticalPath && drives(chart.tasks[from]!, chart.tasks[to]!)) return 'critical';
  return options.dependencies ? 'plain' : null;
}

/** On the critical path a task begins when the one before it ends. */
function drives(from: PanelTask, to: PanelTask): boolean {
  return from.critical && to.critical && from.end !== null && from.end === to.start;
}
