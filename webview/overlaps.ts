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
  const sorted = stretches.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const found: Stretch[] = [];
  for (const [index, one] of sorted.entries()) {
    for (const other of sorted.slice(index + 1)) {
      if (other.start >= one.end) break;
      const end = Math.min(one.end, other.end);
      found.push({ task: one.task, start: other.start, end }, { task: other.task, start: other.start, end });
    }
  }
  return merged(found);
}

function merged(parts: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const part of parts.sort((a, b) => a.task - b.task || a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && last.task === part.task && part.start <= last.end) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, part.end) };
    } else result.push(part);
  }
  return result;
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
