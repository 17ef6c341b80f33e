import type { WallTime } from '../server/lsp/protocol';
import { svg } from './element';
import { xOf } from './scale';
import { type Layer, meets, placeOf, type Scene } from './scene';

export interface Stretch {
  readonly task: number;
  readonly start: WallTime;
  readonly end: WallTime;
}

/**
 * Where stretches of one section overlap: for each task the parts of it, merged, in which another goes on too. Tasks
 * that only touch, and those of no length, overlap nothing.
 */
export function overlapsOf(stretches: readonly Stretch[]): Stretch[] {
  const long = stretches.filter(({ start, end }) => end > start);
  const busy = severalAtOnce(long);
  return long.flatMap(({ task, start, end }) =>
    busy.flatMap(([from, to]) =>
      from < end && to > start ? { task, start: Math.max(from, start), end: Math.min(to, end) } : [],
    ),
  );
}

/** When more than one goes on, in order; half-open. */
function severalAtOnce(stretches: readonly Stretch[]): [from: WallTime, to: WallTime][] {
  // At the same instant, ends come before starts: tasks that only touch are never there at once.
  const turns = stretches
    .flatMap(({ start, end }) => [
      [start, 1],
      [end, -1],
    ])
    .sort(([a, way], [b, other]) => a! - b! || way! - other!);
  const found: [WallTime, WallTime][] = [];
  let depth = 0;
  for (const [time, way] of turns) {
    const before = depth;
    depth += way!;
    const last = found.at(-1);
    if (before < 2 && depth === 2 && last?.[1] !== time) found.push([time!, time!]);
    else if (before === 2 && depth < 2 && last) last[1] = time!;
  }
  return found;
}

/** Two jobs at the same time in one section, which often is one person. */
export class OverlapMarks implements Layer {
  readonly element = svg('svg', { class: 'layer overlaps', 'aria-hidden': 'true' });
  private readonly path = svg('path');

  constructor() {
    this.element.append(this.path);
  }

  draw(scene: Scene): void {
    this.path.setAttribute('d', overlapMarks(scene));
  }
}

/** As SVG path data. */
export function overlapMarks(scene: Scene): string {
  let marks = '';
  for (const block of scene.options.overlaps ? scene.layout.blocks : []) {
    if (block.folded || !meets(scene.rows, block.firstRow, block.firstRow + block.rowCount)) continue;
    for (const { task, start, end } of overlapsOf(stretchesOf(scene, block.tasks))) {
      const place = placeOf(scene, task);
      if (place) marks += `M${xOf(scene.scale, start)} ${place.bottom + 1}H${xOf(scene.scale, end)}`;
    }
  }
  return marks;
}

function stretchesOf(
  { chart, datesOf }: Pick<Scene, 'chart' | 'datesOf'>,
  tasks: readonly number[],
): Stretch[] {
  return tasks.flatMap((task) => {
    const dates = datesOf(chart.tasks[task]!);
    return dates ? [{ task, start: dates[0], end: dates[1] }] : [];
  });
}
