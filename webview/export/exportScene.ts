import type { PanelChart } from '../../server/lsp/protocol';
import type { DrawnChart } from '../chartView';
import { scaleFor } from '../scale';
import type { Rows, Scene } from '../scene';
import { rowsIn } from '../viewport';

/** A chart as it goes into a picture. */
export interface ExportScene {
  readonly scene: Scene;
  readonly title: string;
  readonly foot: string;
  readonly namesWidth: number;
}

/** Pixels across of a picture of a whole chart. */
const PICTURE = { least: 1100, most: 8000 };
const LONGEST_NAME = 360;

/** What a picture of the chart shows: what is in view, or all of it at a width that can be read. */
export function exportScene(
  drawn: DrawnChart,
  part: 'whole' | 'view',
  widthOf: (text: string) => number,
): ExportScene {
  const { view, span, namesWidth } = drawn;
  // Whoever looks at a picture has not clicked anything.
  const scene = { ...drawn.scene, focus: null };
  const { chart, layout, scale } = scene;
  const named = { title: chart.title ?? '', foot: footOf(layout.undated.length) };
  // A chart that is narrower than another may have been scrolled out of the view.
  if (part === 'view' && view.left < scale.width) {
    const [from, to] = rowsIn(view, 0);
    const rows: Rows = [Math.max(from, 0), Math.min(to, layout.rowCount)];
    const seen = { ...scene, rows, left: view.left, right: Math.min(view.right, scale.width) };
    return { ...named, scene: seen, namesWidth };
  }
  const fitted = scaleFor(span, Math.min(Math.max(scale.width, PICTURE.least), PICTURE.most), null);
  const rows: Rows = [0, layout.rowCount];
  const all = { ...scene, scale: fitted, rows, left: 0, right: fitted.width };
  return {
    ...named,
    scene: all,
    namesWidth: Math.ceil(Math.min(longestName(chart, widthOf) + 16, LONGEST_NAME)),
  };
}

function footOf(undated: number): string {
  if (undated === 0) return '';
  return `${undated} unscheduled ${undated === 1 ? 'task is' : 'tasks are'} not drawn.`;
}

function longestName({ sections }: PanelChart, widthOf: (text: string) => number): number {
  return sections.reduce((longest, { name }) => Math.max(longest, widthOf(name)), 0);
}
