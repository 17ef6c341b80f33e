import type { PanelTask } from '../server/lsp/protocol';
import { svg } from './element';
import { trueDates } from './rows';
import { type Layer, placeOf, type Scene } from './scene';
import { tasksInRows } from './slack';

/** Whether Mermaid draws the task, and at other dates than the true ones. */
export function drawnElsewhere({ start, end, drawnStart, drawnEnd }: PanelTask): boolean {
  return drawnStart !== null && drawnEnd !== null && (drawnStart !== start || drawnEnd !== end);
}

/** With Mermaid's dates on screen: where each task that is drawn elsewhere truly belongs, and how far off it is. */
export class Ghosts implements Layer {
  readonly element = svg('svg', { class: 'layer ghosts', 'aria-hidden': 'true' });

  draw(scene: Scene): void {
    const { outlines, ways } = ghostsOf(scene);
    this.element.replaceChildren(
      svg('path', { class: 'way', d: ways }),
      svg('path', { class: 'ghost', d: outlines }),
    );
  }
}

/** As SVG path data. */
export function ghostsOf(scene: Scene): { outlines: string; ways: string } {
  let outlines = '';
  let ways = '';
  for (const index of scene.options.mode === 'drawn' ? tasksInRows(scene) : []) {
    const task = scene.chart.tasks[index]!;
    const ghost = drawnElsewhere(task) ? placeOf(scene, index, trueDates) : null;
    const drawn = placeOf(scene, index);
    if (!ghost || !drawn) continue;
    const { left, right, top, bottom, milestone } = ghost;
    const middle = (top + bottom) / 2;
    const centre = (left + right) / 2;
    outlines += milestone
      ? `M${left} ${middle}L${centre} ${top}L${right} ${middle}L${centre} ${bottom}Z`
      : `M${left} ${top}H${right}V${bottom}H${left}Z`;
    if (drawn.left > right) ways += `M${right} ${middle}H${drawn.left}`;
    else if (drawn.right < left) ways += `M${drawn.right} ${middle}H${left}`;
  }
  return { outlines, ways };
}
