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
  /** While it is being drawn. */
  drawing?: Promise<void>;
}

/** What is to be drawn as soon as there is time. */
interface Wanted {
  /** The most urgent first. */
  readonly rows: readonly Rows[];
  readonly scale: TimeScale;
  readonly chart: PanelChart;
  drawn(): void;
}

/** All tiles of a chart: those near the view are drawn, and drawings are kept while their rows stay the same. */
export class TileField {
  readonly element = html('div', { class: 'tiles' });
  private slots: Slot[] = [];
  private wanted: Wanted | undefined;
  private drawingOn = false;
  private tabStop = 0;
  private stopped: Element | undefined;
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
      await draw(slot, scale);
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
    this.drawTabStop();
  }

  /** Draws the tiles that meet the wanted rows, one a frame, so that what is there is seen and scrolling goes on. */
  drawSoon(wanted: Wanted): void {
    this.wanted = wanted;
    if (this.drawingOn) return;
    this.drawingOn = true;
    void this.drawOn().finally(() => {
      this.drawingOn = false;
    });
  }

  private async drawOn(): Promise<void> {
    for (let slot = this.missing(); slot; slot = this.missing()) {
      await nextFrame();
      const { wanted } = this;
      if (!wanted || !this.slots.includes(slot)) continue;
      await this.drawNow(slot, wanted.scale, wanted.chart);
      wanted.drawn();
    }
  }

  private missing(): Slot | undefined {
    for (const rows of this.wanted?.rows ?? []) {
      const found = this.slots.find((slot) => !slot.view && isIn(slot, rows));
      if (found) return found;
    }
    return undefined;
  }

  /** Draws the tile that holds a row, at once. */
  async drawRow(row: number, scale: TimeScale, chart: PanelChart): Promise<void> {
    const slot = this.slots.find((slot) => isIn(slot, [row, row + 1]));
    if (slot && !slot.view) await this.drawNow(slot, scale, chart);
  }

  private async drawNow(slot: Slot, scale: TimeScale, chart: PanelChart): Promise<void> {
    await draw(slot, scale);
    if (!this.slots.includes(slot)) return;
    this.put(slot, chart);
    this.drawTabStop();
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
    this.tabStop = row;
    this.drawTabStop();
  }

  private drawTabStop(): void {
    const group = this.groupOf(this.tabStop);
    if (group === this.stopped) return;
    this.stopped?.setAttribute('tabindex', '-1');
    group?.setAttribute('tabindex', '0');
    this.stopped = group;
  }

  /** The task whose bar has the keyboard's focus; null where none has. */
  get focusedTask(): number | null {
    const { activeElement } = document;
    const bar = this.element.contains(activeElement) ? activeElement?.closest('[data-task]') : null;
    return bar ? Number(bar.getAttribute('data-task')) : null;
  }

  groupOf(row: number): SVGGElement | undefined {
    return this.slots.find((slot) => isIn(slot, [row, row + 1]))?.view?.groupOf(row);
  }

  private put({ view, firstRow, tasks }: Slot, chart: PanelChart): void {
    if (!view) return;
    view.write(firstRow, tasks, chart);
    view.mark(this.marksOf);
    if (!view.element.isConnected) this.element.append(view.element);
  }
}

async function draw(slot: Slot, scale: TimeScale): Promise<void> {
  slot.drawing ??= drawTile(slot.tile.rows, scale).then((bars) => {
    slot.view = new TileView(slot.tile, bars);
  });
  await slot.drawing;
}

/** Behind the painting of the next frame. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function isIn({ firstRow, tile }: Slot, [from, to]: Rows): boolean {
  return firstRow < to && firstRow + tile.rows.length > from;
}
