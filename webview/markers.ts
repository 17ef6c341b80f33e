import { html, setAttribute, svg } from './element';
import { xOf } from './scale';
import type { Layer, Scene } from './scene';
import { spokenTask } from './taskWords';
import { ROW_HEIGHT } from './tiles';

/** Tasks tagged `vert`: a line through all rows, with its name on a flag below the axis. */
export class Markers implements Layer {
  readonly element = svg('svg', { class: 'layer markers', 'aria-hidden': 'true' });
  readonly flags = html('div', { class: 'flags' });
  private readonly path = svg('path');

  constructor() {
    this.element.append(this.path);
  }

  draw({ chart, layout, scale, datesOf }: Scene): void {
    const height = layout.rowCount * ROW_HEIGHT;
    const places = layout.markers.map((task) => ({ task, x: xOf(scale, datesOf(chart.tasks[task]!)![0]) }));
    this.path.setAttribute('d', places.map(({ x }) => `M${x + 0.5} 0V${height}`).join(''));
    this.flags.style.width = `${scale.width}px`;
    this.flags.hidden = places.length === 0;
    this.flags.replaceChildren(
      ...places.map(({ task, x }) => {
        const flag = html(
          'button',
          { type: 'button', class: 'flag', 'data-task': task },
          chart.tasks[task]!.name,
        );
        setAttribute(flag, 'aria-label', spokenTask(chart.tasks[task]!, chart));
        flag.style.left = `${x}px`;
        return flag;
      }),
    );
  }
}
