import { arrowsOf } from '../arrows';
import { showsToday, TODAY, ticksOf, todayLabelX } from '../axis';
import { svg } from '../element';
import { foldedBars } from '../foldedRows';
import { drawnElsewhere, ghostsOf } from '../ghosts';
import { cutText, placeLabel } from '../labels';
import { markersOf } from '../markers';
import { drawTile } from '../mermaidTiles';
import { overlapMarks } from '../overlaps';
import { runsOf } from '../rows';
import { pxPerDay, xOf } from '../scale';
import type { Scene } from '../scene';
import { slackOf } from '../slack';
import type { Tick } from '../ticks';
import { BAR_HEIGHT, cutTiles, ROW_HEIGHT } from '../tiles';
import { edges } from '../tileView';
import { barColours, mix, type Palette } from './palette';
import { pictureLegend } from './pictureLegend';

const MARGIN = 12;
const TITLE = 24;
const AXIS_LINE = 20;
const AXIS = 2 * AXIS_LINE;
const FLAG = 18;
const LEGEND_GAP = 10;

export interface PictureFrame {
  readonly title: string;
  /** A line below the chart: what it does not show. */
  readonly foot: string;
  readonly namesWidth: number;
  readonly palette: Palette;
  /** CSS font families; a generic one is added. */
  readonly font: string;
  readonly widthOf: (text: string) => number;
}

/**
 * The scene's part of a chart as one drawing that needs nothing else: every colour and font is said where it is used, so
 * that it looks alike in browsers, documents and slides. Mermaid draws the bars.
 */
export async function picture(scene: Scene, frame: PictureFrame): Promise<SVGSVGElement> {
  const { palette, namesWidth, title, foot } = frame;
  const [firstRow, lastRow] = scene.rows;
  const plotWidth = Math.round(scene.right - scene.left);
  const plotHeight = (lastRow - firstRow) * ROW_HEIGHT;
  const axisHeight = AXIS + (scene.layout.markers.length > 0 ? FLAG : 0);
  const top = MARGIN + (title ? TITLE : 0) + axisHeight;
  const width = namesWidth + plotWidth + 2 * MARGIN;
  const legend = pictureLegend(scene, palette, width - 2 * MARGIN, frame.widthOf);
  const below = top + plotHeight + LEGEND_GAP;
  const height = below + legend.height + (foot ? TITLE : 0) + MARGIN;
  legend.element.setAttribute('transform', `translate(${MARGIN} ${below})`);
  const root = svg('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': `${frame.font.replace(/"/g, "'")}, sans-serif`,
    'font-size': 11,
    fill: palette.ink,
  });
  const left = MARGIN + namesWidth;
  const inPlot = (...children: Node[]) =>
    svg('g', { transform: `translate(${left - scene.left} ${top - firstRow * ROW_HEIGHT})` }, ...children);
  const clip = (id: string, y: number, clipHeight: number) =>
    svg('clipPath', { id }, svg('rect', { x: left, y, width: plotWidth, height: clipHeight }));
  root.append(
    svg('defs', {}, clip('plot', top, plotHeight), clip('axis', top - axisHeight, axisHeight)),
    svg('rect', { width, height, fill: palette.paper }),
    ...(title ? [text(title, MARGIN, MARGIN + 14, { 'font-size': 14, 'font-weight': 600 })] : []),
    ...bands(scene, palette, top, width),
    svg(
      'g',
      { 'clip-path': 'url(#plot)' },
      inPlot(...behind(scene, palette)),
      inPlot(...(await bars(scene, frame))),
      inPlot(...above(scene, palette)),
    ),
    svg(
      'g',
      { 'clip-path': 'url(#axis)' },
      svg('g', { transform: `translate(${left - scene.left} ${top - axisHeight})` }, ...axis(scene, frame)),
    ),
    line(
      `M0 ${top - 0.5}H${width}M${left - 0.5} ${top - axisHeight}V${top + plotHeight}`,
      mix(palette.ink, 0.14, palette.paper),
    ),
    ...names(scene, frame, top),
    legend.element,
    ...(foot ? [text(foot, MARGIN, below + legend.height + 12, { fill: palette.muted })] : []),
  );
  return root;
}

function bands(scene: Scene, { ink, paper }: Palette, top: number, width: number): Node[] {
  return visibleBlocks(scene).flatMap(({ from, to, index }) => {
    const y = top + (from - scene.rows[0]) * ROW_HEIGHT;
    const band = svg('rect', { y, width, height: (to - from) * ROW_HEIGHT, fill: mix(ink, 0.03, paper) });
    return [...(index % 2 ? [] : [band]), line(`M0 ${y + 0.5}H${width}`, mix(ink, 0.07, paper))];
  });
}

function behind(scene: Scene, palette: Palette): Node[] {
  const { ink, paper, muted, orange, yellow } = palette;
  const { scale, chart, rows } = scene;
  const [top, bottom] = [rows[0] * ROW_HEIGHT, rows[1] * ROW_HEIGHT];
  const ticks = ticksOf(scene);
  const grid = (list: typeof ticks.lower) =>
    list.map(({ time }) => `M${xOf(scale, time) + 0.5} ${top}V${bottom}`).join('');
  const days = pxPerDay(scale) < 2 ? [] : chart.excluded;
  const shaded = days.map(
    ([from, to]) => `M${xOf(scale, from)} ${top}H${xOf(scale, to)}V${bottom}H${xOf(scale, from)}Z`,
  );
  const slack = slackOf(scene);
  const ghosts = ghostsOf(scene);
  const today = showsToday(chart, scale) ? `M${xOf(scale, chart.today) + 0.5} ${top}V${bottom}` : '';
  return [
    svg('path', { d: shaded.join(''), fill: mix(ink, 0.05, paper) }),
    line(grid(ticks.lower), mix(ink, 0.07, paper)),
    line(grid(ticks.upper), mix(ink, 0.14, paper)),
    line(today, orange),
    line(slack.lines, muted, { 'stroke-dasharray': '2 2' }),
    line(slack.ends, muted),
    line(ghosts.ways, yellow, { 'stroke-dasharray': '1 3' }),
    svg('path', { d: ghosts.outlines, fill: mix(ink, 0.06, paper), stroke: ink, 'stroke-dasharray': '2 2' }),
  ];
}

async function bars(scene: Scene, frame: PictureFrame): Promise<Node[]> {
  const nodes: Node[] = foldedRows(scene, frame.palette);
  for (const run of runsOf(scene.layout.rows)) {
    for (const tile of cutTiles(run.rows.map(({ shape }) => shape))) {
      const first = run.first + tile.first;
      if (first >= scene.rows[1] || first + tile.rows.length <= scene.rows[0]) continue;
      const drawn = await drawTile(tile.rows, scene.scale);
      for (const [index, { rect }] of drawn.entries()) {
        const { task } = run.rows[tile.first + index]!;
        const row = first + index;
        if (row >= scene.rows[0] && row < scene.rows[1]) nodes.push(...bar(rect, task, row, scene, frame));
      }
    }
  }
  return nodes;
}

function foldedRows(scene: Scene, palette: Palette): Node[] {
  return scene.layout.blocks
    .filter(({ folded, firstRow }) => folded && firstRow >= scene.rows[0] && firstRow < scene.rows[1])
    .map((block) => {
      const paths = Array.from(foldedBars(block, scene), ([kind, d]) =>
        svg('path', { d, fill: barColours([kind], false, palette).stroke }),
      );
      return svg('g', { transform: `translate(0 ${block.firstRow * ROW_HEIGHT})` }, ...paths);
    });
}

/** One of Mermaid's bars in the picture's colours, with its name. */
function bar(rect: SVGRectElement, index: number, row: number, scene: Scene, frame: PictureFrame): Node[] {
  const { chart, options, scale } = scene;
  const { palette } = frame;
  const task = chart.tasks[index]!;
  const dates = scene.datesOf(task);
  if (!dates) return [];
  const shape = { tags: task.tags, start: dates[0], end: dates[1] };
  const milestone = task.tags.includes('milestone');
  const { left, right } = edges(shape, scale);
  const middle = row * ROW_HEIGHT + ROW_HEIGHT / 2;
  const { fill, stroke } = barColours(task.tags, task.provisional, palette);
  const critical = options.criticalPath && task.critical;
  const elsewhere = options.mode === 'drawn' && drawnElsewhere(task);
  const drawn = svg('rect', {
    x: milestone ? (left + right - BAR_HEIGHT) / 2 : left,
    y: middle - BAR_HEIGHT / 2,
    width: milestone ? BAR_HEIGHT : right - left,
    height: rect.getAttribute('height'),
    rx: rect.getAttribute('rx'),
    fill,
    stroke: critical ? palette.purple : elsewhere ? palette.yellow : stroke,
    'stroke-width': critical || elsewhere ? 2 : 1,
    'stroke-dasharray': task.provisional ? '4 3' : null,
    transform: milestone
      ? `translate(${(left + right) / 2} ${middle}) rotate(45) scale(0.72) translate(${-(left + right) / 2} ${-middle})`
      : null,
  });
  const room = { left, right, milestone, viewLeft: scene.left, viewRight: scene.right };
  const place = placeLabel(room, frame.widthOf(task.name));
  const label = place && cutText(task.name, place.room, frame.widthOf);
  if (!place || !label) return [drawn];
  return [
    drawn,
    text(label, place.x, middle + 4, { 'text-anchor': place.side === 'left' ? 'end' : 'start' }),
  ];
}

function above(scene: Scene, { ink, paper, purple, orange }: Palette): Node[] {
  const { rows } = scene;
  const colours = { plain: mix(ink, 0.4, paper), critical: purple, lit: ink };
  const arrows = Object.entries(arrowsOf(scene)).flatMap(([kind, list]) => {
    const colour = colours[kind as keyof typeof colours];
    return [
      line(list.map((arrow) => arrow.line).join(''), colour),
      svg('path', { d: list.map((arrow) => arrow.head).join(''), fill: colour }),
    ];
  });
  const [top, bottom] = [rows[0] * ROW_HEIGHT, rows[1] * ROW_HEIGHT];
  const markers = markersOf(scene).map(({ x }) => `M${x + 0.5} ${top}V${bottom}`);
  const marks = line(overlapMarks(scene), orange, { 'stroke-width': 3 });
  return [marks, ...arrows, line(markers.join(''), purple)];
}

/** The names of the tasks that are lines through all rows, below the axis. */
function flags(scene: Scene, { palette, widthOf }: PictureFrame): Node[] {
  return markersOf(scene).map(({ x, name }) => {
    const words = cutText(name, 160, widthOf);
    const fill = mix(palette.purple, 0.25, palette.paper);
    const box = svg('rect', { x, y: AXIS, width: widthOf(words) + 10, height: FLAG - 2, rx: 3, fill });
    return svg('g', {}, box, text(words, x + 5, AXIS + 12, {}));
  });
}

function today({ chart, scale }: Scene, { palette, widthOf }: PictureFrame, upper: readonly Tick[]): Node[] {
  const x = todayLabelX(chart, scale, upper, widthOf);
  if (x === null) return [];
  const width = widthOf(TODAY) + 12;
  const shape = {
    x: x - width / 2,
    y: 2,
    width,
    height: 16,
    rx: 8,
    fill: palette.paper,
    stroke: palette.orange,
  };
  return [svg('rect', shape), text(TODAY, x, 14, { 'text-anchor': 'middle', 'font-size': 10 })];
}

function axis(scene: Scene, frame: PictureFrame): Node[] {
  const { palette, widthOf } = frame;
  const { scale } = scene;
  const { upper, lower } = ticksOf(scene);
  const label = (
    from: number,
    to: number,
    words: string,
    y: number,
    style: Record<string, string | number>,
  ) => {
    const left = Math.max(xOf(scale, from), scene.left);
    const fits = widthOf(words) + 8 <= Math.min(xOf(scale, to), scene.right) - left;
    return fits ? [text(words, left + 5, y, style)] : [];
  };
  return [
    ...upper.flatMap(({ time, end, label: words }) => label(time, end, words, 14, { 'font-weight': 600 })),
    ...lower.flatMap(({ time, end, label: words }) =>
      label(time, end, words, AXIS_LINE + 14, { fill: palette.muted }),
    ),
    line(
      upper.map(({ time }) => `M${xOf(scale, time) + 0.5} 0v${AXIS}`).join(''),
      mix(palette.ink, 0.14, palette.paper),
    ),
    line(
      lower.map(({ time }) => `M${xOf(scale, time) + 0.5} ${AXIS_LINE}v${AXIS_LINE}`).join(''),
      mix(palette.ink, 0.14, palette.paper),
    ),
    ...today(scene, frame, upper),
    ...flags(scene, frame),
  ];
}

function names(scene: Scene, { namesWidth, widthOf }: PictureFrame, top: number): Node[] {
  return visibleBlocks(scene).flatMap(({ name, from }) => {
    const words = cutText(name, namesWidth - 8, widthOf);
    return words
      ? [text(words, MARGIN, top + (from - scene.rows[0]) * ROW_HEIGHT + ROW_HEIGHT / 2 + 4, {})]
      : [];
  });
}

function visibleBlocks({ layout, rows }: Scene): { name: string; from: number; to: number; index: number }[] {
  return layout.blocks.flatMap(({ name, firstRow, rowCount }, index) => {
    const [from, to] = [Math.max(firstRow, rows[0]), Math.min(firstRow + rowCount, rows[1])];
    return from < to ? [{ name, from, to, index }] : [];
  });
}

function text(words: string, x: number, y: number, style: Record<string, string | number>): SVGTextElement {
  return svg('text', { x, y, ...style }, words);
}

function line(d: string, stroke: string, style: Record<string, string | number> = {}): SVGPathElement {
  return svg('path', { d, fill: 'none', stroke, ...style });
}
