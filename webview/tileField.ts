import type { PanelChart } from '../server/lsp/protocol';
import { html } from './element';
import { drawTile } from './mermaidTiles';
import { type RowLayout, runsOf } from './rows';
import type { TimeScale } from './scale';
import type { Rows, Scene } from './scene';
import { cutTiles, type Tile } from './tiles';
import { TileView, type Window } from './tileView';

/** A tile at its row, drawn or still to be drawn. */
interface Slot {
  readonly tile: Tile;
  readonly firstRow: number;
  readonly tasks: readonly number[];
  view: TileView | undefined;
}

/** All tiles of a chart: those near the view are drawn, and drawings are kept while their rows stay the same. */
export class TileField {
  readonly element = html('div', { class: 'tiles' });
  private slots: Slot[] = [];
  private drawing: Promise<boolean> | undefined;
  private tabStop = 0;
  private marksOf: (task: number) => string = () => '';

  constructor(private readonly widthOf: (text: string) => number) {}

  /** Cuts the rows into tiles and takes over every drawing that still fits. */
  plan({ rows }: RowLayout): Slot[] {
    const kept = new Map<string, TileView[]>();
    for (const { view } of this.slots) {
      if (view) kept.set(view.tile.key, [...(kept.get(view.tile.key) ?? []), view]);
    }
    return runsOf(rows).flatMap((run) =>
      cutTiles(run.rows.map(({ shape }) => shape)).map((tile) => ({
        tile,
        firstRow: run.first + tile.first,
        tasks: run.rows.slice(tile.first, tile.first + tile.rows.length).map(({ task }) => task),
        view: kept.get(tile.key)?.shift(),
      })),
    );
  }

  /** Draws the planned tiles that meet `rows`; false when cancelled. Nothing on the page changes. */
  async drawPlanned(
    slots: readonly Slot[],
    scale: TimeScale,
    rows: Rows,
    cancelled: () => boolean,
  ): Promise<boolean> {
    for (const slot of slots) {
      if (slot.view || !isIn(slot, rows)) continue;
      slot.view = new TileView(slot.tile, await drawTile(slot.tile.rows, scale));
      if (cancelled()) return false;
    }
    return true;
  }

  /** Puts the planned tiles on the page in place of those before, marked as `marksOf` says. */
  show(slots: Slot[], chart: PanelChart, marksOf: (task: number) => string): void {
    this.slots = slots;
    this.marksOf = marksOf;
    const shown = new Set<Element>(slots.flatMap(({ view }) => view?.element ?? []));
    for (const old of Array.from(this.element.children)) if (!shown.has(old)) old.remove();
    for (const slot of slots) this.put(slot, chart);
  }

  /** Draws the tiles that have come near; true if there were any. One such round at a time. */
  async drawNear(rows: Rows, scale: TimeScale, chart: PanelChart): Promise<boolean> {
    await this.drawing;
    const { slots } = this;
    const missing = slots.filter((slot) => !slot.view && isIn(slot, rows));
    if (missing.length === 0) return false;
    try {
      this.drawing = this.drawPlanned(missing, scale, rows, () => this.slots !== slots);
      if (!(await this.drawing)) return false;
    } finally {
      this.drawing = undefined;
    }
    for (const slot of missing) this.put(slot, chart);
    return true;
  }

  /** Places bars and labels of the given rows. */
  frame(rows: Rows, view: Window, { scale, datesOf, chart }: Scene): void {
    for (const slot of this.slots) {
      if (!slot.view || !isIn(slot, rows)) continue;
      slot.view.place(scale, datesOf, chart);
      slot.view.label(rows[0], rows[1], view, this.widthOf);
    }
  }

  /** Marks every bar anew; a bar that is drawn later is marked alike. */
  mark(marksOf: (task: number) => string): void {
    this.marksOf = marksOf;
    for (const { view } of this.slots) view?.mark(marksOf);
  }

  /** The one row that the Tab key reaches. */
  setTabStop(row: number): void {
    this.groupOf(this.tabStop)?.setAttribute('tabindex', '-1');
    this.tabStop = row;
    this.groupOf(row)?.setAttribute('tabindex', '0');
  }

  groupOf(row: number): SVGGElement | undefined {
    return this.slots.find((slot) => isIn(slot, [row, row + 1]))?.view?.groupOf(row);
  }

  private put({ view, firstRow, tasks }: Slot, chart: PanelChart): void {
    if (!view) return;
    view.write(firstRow, tasks, chart);
    view.mark(this.marksOf);
    if (!view.element.isConnected) this.element.append(view.element);
    this.setTabStop(this.tabStop);
  }
}

function isIn({ firstRow, tile }: Slot, [from, to]: Rows): boolean {
  return firstRow < to && firstRow + tile.rows.length > from;
}
