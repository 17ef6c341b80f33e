import type { PanelChart } from '../server/lsp/protocol';
import { html } from './element';
import { pxPerDay, type TimeScale, timeAt, xOf } from './scale';
import type { Layer, Scene } from './scene';
import { type AxisLevels, levelsFor, type Tick, ticksBetween } from './ticks';
import { calendarDate } from './wallDate';

/** Bold text is about so much wider than what is measured. */
const BOLD = 1.12;

/** What axis and grid draw. */
export interface AxisTicks {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
  readonly levels: AxisLevels;
}

export function ticksOf({ chart, scale, left, right }: Scene): AxisTicks {
  const levels = levelsFor(pxPerDay(scale));
  const from = timeAt(scale, Math.max(left, 0));
  const to = timeAt(scale, Math.min(right, scale.width));
  return {
    levels,
    upper: ticksBetween(levels.upper, from, to, chart.weekday),
    lower: ticksBetween(levels.lower, from, to, chart.weekday),
  };
}

/** The two lines of dates above the bars. They stay in view; so do the labels of long stretches. */
export class Axis implements Layer {
  readonly element = html('div', { class: 'axis', 'aria-hidden': 'true' });

  constructor(private readonly widthOf: (text: string) => number) {}

  draw(scene: Scene): void {
    const { chart, scale } = scene;
    const { upper, lower, levels } = ticksOf(scene);
    this.element.style.width = `${scale.width}px`;
    const centred = levels.lower.unit === 'day';
    this.element.replaceChildren(
      ...upper.map((tick) => this.cell('upper', tick, scale)),
      ...lower.map((tick) => this.cell(centred ? 'lower centred' : 'lower', tick, scale)),
      ...this.today(chart, scale, upper),
    );
  }

  /** A stretch too short for its label stays without: a label that is cut can be read as another date. */
  private cell(kind: string, tick: Tick, scale: TimeScale): HTMLElement {
    const begins = xOf(scale, tick.time);
    const left = Math.max(begins, 0);
    const width = Math.min(xOf(scale, tick.end), scale.width) - left;
    const label = this.widthOf(tick.label) + 6 <= width ? tick.label : '';
    const element = html('div', { class: `tick ${kind}` }, html('span', {}, label));
    if (begins < 0) element.classList.add('cut');
    element.style.left = `${left}px`;
    element.style.width = `${width}px`;
    return element;
  }

  private today(chart: PanelChart, scale: TimeScale, upper: readonly Tick[]): Node[] {
    const x = todayLabelX(chart, scale, upper, this.widthOf);
    if (x === null) return [];
    const mark = html('div', { class: 'today-mark', title: calendarDate(chart.today) }, TODAY);
    mark.style.left = `${x}px`;
    return [mark];
  }
}

export const TODAY = 'Today';

/**
 * The middle of the label that marks today, in pixels of the plot: above its line, but never on the label of the month
 * or year it falls into. Null where it is not shown.
 */
export function todayLabelX(
  chart: PanelChart,
  scale: TimeScale,
  upper: readonly Tick[],
  widthOf: (text: string) => number,
): number | null {
  if (!showsToday(chart, scale)) return null;
  const around = upper.find(({ time, end }) => time <= chart.today && chart.today < end);
  const label = around ? Math.max(xOf(scale, around.time), 0) + widthOf(around.label) * BOLD + 12 : 0;
  return Math.max(xOf(scale, chart.today), label + widthOf(TODAY) / 2 + 8);
}

/** Whether today lies in the chart and its author has not switched the mark off. */
export function showsToday({ today, todayMarker }: PanelChart, scale: TimeScale): boolean {
  return todayMarker?.trim() !== 'off' && today >= scale.start && today <= scale.end;
}
