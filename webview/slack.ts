import { svg } from './element';
import { xOf } from './scale';
import { type Layer, meets, placeOf, type Scene } from './scene';

/** How far each task can slip, as a thin line behind its bar; shown with the critical path, whose tasks have none. */
export class SlackLines implements Layer {
  readonly element = svg('svg', { class: 'layer slack', 'aria-hidden': 'true' });
  private readonly path = svg('path');
  private readonly ends = svg('path', { class: 'ends' });

  constructor() {
    this.element.append(this.path, this.ends);
  }

  draw(scene: Scene): void {
    const { lines, ends } = slackOf(scene);
    this.path.setAttribute('d', lines);
    this.ends.setAttribute('d', ends);
  }
}

/** As SVG path data. */
export function slackOf(scene: Scene): { lines: string; ends: string } {
  let lines = '';
  let ends = '';
  for (const index of scene.options.criticalPath ? tasksInRows(scene) : []) {
    const { end, slack } = scene.chart.tasks[index]!;
    const place = placeOf(scene, index);
    if (!place || end === null || !slack) continue;
    const x = Math.min(xOf(scene.scale, end + slack), scene.scale.width);
    const y = place.bottom - 1;
    lines += `M${place.right + 1} ${y}H${x}`;
    ends += `M${x} ${y - 3}v6`;
  }
  return { lines, ends };
}

/** The tasks with a row of their own in the scene's part of the chart. */
export function* tasksInRows({ layout, rows }: Scene): Iterable<number> {
  const last = Math.min(rows[1], layout.rowCount);
  for (let row = Math.max(rows[0], 0); row < last; row++) {
    const task = layout.rows[row]?.task;
    if (task !== undefined && meets(rows, row)) yield task;
  }
}
