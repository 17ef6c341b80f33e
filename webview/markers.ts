import { html, svg } from './element';
import { xOf } from './scale';
import type { Layer, Scene } from './scene';
import { spokenTask } from './taskWords';
import { ROW_HEIGHT } from './tiles';

/** Tasks tagged `vert`: a line through all rows, with its name on a flag below the axis. */
export class Markers implements Layer {
  readonly element = svg('svg', { class: 'layer markers', 'aria-hidden': 'true' });
  readonly flags = html('div', { class: 'flags' });
  private readonly path = svg('path');
  private drawn = '';

  constructor() {
    this.element.append(this.path);
  }

  draw(scene: Scene): void {
    const { chart, layout, scale } = scene;
    const height = layout.rowCount * ROW_HEIGHT;
    const places = markersOf(scene);
    this.path.setAttribute('d', places.map(({ x }) => `M${x + 0.5} 0V${height}`).join(''));
    this.flags.style.width = `${scale.width}px`;
    this.flags.hidden = places.length === 0;
    const flags = places.map((place) => ({ ...place, words: spokenTask(chart.tasks[place.task]!, chart) }));
    const state = JSON.stringify(flags);
    if (state === this.drawn) return;
    this.drawn = state;
    const focused = Array.from(this.flags.children).indexOf(document.activeElement as Element);
    this.flags.replaceChildren(
      ...flags.map(({ task, name, x, words }) => {
        const named = { 'data-task': task, 'aria-label': words };
        const flag = html('button', { type: 'button', class: 'flag', ...named }, name);
        flag.style.left = `${x}px`;
        return flag;
      }),
    );
    if (focused >= 0) (this.flags.children[focused] as HTMLElement | undefined)?.focus();
  }
}

/** Where each of them stands, in pixels of the plot. */
export function markersOf({
  chart,
  layout,
  scale,
  datesOf,
}: Scene): { task: number; name: string; x: number }[] {
  return layout.markers.flatMap((task) => {
    const dates = datesOf(chart.tasks[task]!);
    return dates ? { task, name: chart.tasks[task]!.name, x: xOf(scale, dates[0]) } : [];
  });
}
