import mermaid from 'mermaid';
import type { TimeScale } from './scale';
import { BAR_GAP, BAR_HEIGHT, type BarShape, tileSource } from './tiles';

/** One row's shapes, as Mermaid drew them. */
export interface DrawnBar {
  readonly rect: SVGRectElement;
  readonly label: SVGTextElement;
}

let drawings = 0;
let configuredWidth: number | undefined;

/** Mermaid's drawing of the rows on the chart's time scale; its styles, grid and pins are left out. */
export async function drawTile(rows: readonly BarShape[], scale: TimeScale): Promise<DrawnBar[]> {
  configure(scale.width);
  const id = `tile${drawings++}`;
  const { svg } = await mermaid.render(id, tileSource(rows, scale));
  const page = new DOMParser().parseFromString(svg, 'text/html');
  const shape = <Kind extends Element>(name: string) => {
    const found = page.getElementById(`${id}-${name}`);
    if (!found) throw new Error(`Mermaid has not drawn ${name}.`);
    return document.adoptNode(found) as Element as Kind;
  };
  return rows.map((_, index) => ({
    rect: shape<SVGRectElement>(`t${index}`),
    label: shape<SVGTextElement>(`t${index}-text`),
  }));
}

/**
 * The first drawing loads Mermaid's gantt part, and the browser compiles it; a few more, and it runs twice as fast. Done
 * while the document is on its way, and no longer.
 */
export async function warmUp(waiting: () => boolean): Promise<void> {
  const rows = Array.from({ length: 12 }, (_, index) => ({ tags: [], start: index, end: index + 5 }));
  for (let drawing = 0; drawing < 5 && waiting(); drawing++) {
    await drawTile(rows, { start: 0, end: 20, width: 100 });
    // Lets a document in.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Mermaid counts `useWidth` as the whole drawing, which here is the time scale and nothing beside it. */
function configure(width: number): void {
  if (width === configuredWidth) return;
  configuredWidth = width;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    gantt: {
      useWidth: width,
      barHeight: BAR_HEIGHT,
      barGap: BAR_GAP,
      topPadding: BAR_GAP / 2,
      leftPadding: 0,
      rightPadding: 0,
      gridLineStartPadding: 0,
      fontSize: 11,
    },
  });
}
