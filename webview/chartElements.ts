import { Arrows } from './arrows';
import { Axis } from './axis';
import { Backdrop } from './backdrop';
import { html } from './element';
import { FoldedRows } from './foldedRows';
import { Ghosts } from './ghosts';
import { Markers } from './markers';
import { OverlapMarks } from './overlaps';
import type { Layer } from './scene';
import { SectionNames } from './sectionNames';
import { SlackLines } from './slack';

/** What a chart consists of on the page, put together: what stays on top, the section names, and the plot. */
export interface ChartElements {
  /** Head, axis and flags. */
  readonly top: HTMLElement;
  readonly body: HTMLElement;
  readonly plot: HTMLElement;
  /** The column of section names. */
  readonly names: HTMLElement;
  /** Stands out behind the row of one task. */
  readonly current: HTMLElement;
  readonly backdrop: Backdrop;
  /** Everything that is drawn for what is in view, but for the bars. */
  readonly layers: readonly Layer[];
}

/** `head` goes above the axis, `tiles` between the layers. `toggle` folds a section, by its key. */
export function chartElements(
  head: Element,
  tiles: Element,
  widthOf: (text: string) => number,
  toggle: (key: string) => void,
): ChartElements {
  const current = html('div', { class: 'current-row', hidden: true });
  const [axis, backdrop, markers] = [new Axis(widthOf), new Backdrop(), new Markers()];
  const [folded, slack, ghosts] = [new FoldedRows(), new SlackLines(), new Ghosts()];
  const [overlaps, arrows, names] = [new OverlapMarks(), new Arrows(), new SectionNames(toggle)];
  const below = [backdrop.element, current, folded.element, slack.element, ghosts.element];
  const above = [overlaps.element, arrows.element, markers.element];
  const plot = html('div', { class: 'plot' }, ...below, tiles, ...above);
  const times = html('div', { class: 'times' }, axis.element, markers.flags);
  const axisRow = html('div', { class: 'axis-row' }, html('div', { class: 'corner' }), times);
  return {
    top: html('div', { class: 'chart-top' }, head, axisRow),
    body: html('div', { class: 'chart-body' }, names.element, plot),
    plot,
    names: names.element,
    current,
    backdrop,
    layers: [axis, backdrop, names, markers, folded, overlaps, slack, ghosts, arrows],
  };
}
