import { svg } from '../element';
import { type LegendEntry, legendOf } from '../legend';
import type { Scene } from '../scene';
import { barColours, mix, type Palette } from './palette';

const LINE = 18;
const MARK = { width: 18, height: 9 };
const MARK_GAP = 6;
const ENTRY_GAP = 14;

/** What the picture's colours and marks mean, in lines no wider than `width`; its upper left corner is at 0, 0. */
export function pictureLegend(
  { chart, options }: Scene,
  palette: Palette,
  width: number,
  widthOf: (text: string) => number,
): { element: SVGGElement; height: number } {
  const element = svg('g');
  let [x, y] = [0, 0];
  for (const entry of legendOf([chart], options)) {
    const taken = MARK.width + MARK_GAP + widthOf(entry.words) + ENTRY_GAP;
    if (x > 0 && x + taken > width) [x, y] = [0, y + LINE];
    const words = svg('text', { x: x + MARK.width + MARK_GAP, y: y + 12, fill: palette.muted }, entry.words);
    element.append(svg('g', { transform: `translate(${x} ${y + 4})` }, mark(entry, palette)), words);
    x += taken;
  }
  return { element, height: element.childElementCount === 0 ? 0 : y + LINE };
}

function mark({ mark: kind }: LegendEntry, palette: Palette): SVGElement {
  const { ink, paper, muted, orange, purple, yellow } = palette;
  const { width, height } = MARK;
  const middle = height / 2;
  const across = `M0 ${middle}H${width}`;
  const box = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 2 };
  const [base, ...kinds] = kind.split(' ');
  if (base !== 'bar') {
    switch (base) {
      case 'slack':
        return svg('path', { d: across, stroke: muted, 'stroke-dasharray': '2 2' });
      case 'overlap':
        return svg('path', { d: across, stroke: orange, 'stroke-width': 3 });
      case 'arrow':
        return svg('path', { d: across, stroke: mix(ink, 0.4, paper) });
      case 'ghost':
        return svg('rect', { ...box, fill: mix(ink, 0.06, paper), stroke: ink, 'stroke-dasharray': '2 2' });
      default:
        return svg('rect', { ...box, fill: mix(ink, 0.14, paper) });
    }
  }
  const { fill, stroke } = barColours(kinds, kinds.includes('provisional'), palette);
  if (kinds.includes('milestone')) {
    const d = `M${width / 2 - 6} ${middle}l6 -6l6 6l-6 6Z`;
    return svg('path', { d, fill, stroke });
  }
  const special = kinds.includes('critical') ? purple : kinds.includes('elsewhere') ? yellow : null;
  return svg('rect', {
    ...box,
    fill,
    stroke: special ?? stroke,
    'stroke-width': special || kinds.includes('active') ? 2 : 1,
    'stroke-dasharray': kinds.includes('provisional') ? '4 3' : null,
  });
}
