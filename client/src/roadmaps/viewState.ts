import { commands, EventEmitter, type Memento } from 'vscode';
import type { RoadmapFilter, RoadmapOrder, RoadmapsParams } from '../../../server/lsp/protocol';

const KEY = 'roadmaps';
const EVERYTHING: RoadmapFilter = { text: '', section: null, milestonesOnly: false };

interface Stored {
  readonly filter: RoadmapFilter;
  readonly order: RoadmapOrder;
}

/** What the view leaves out and how it sorts, kept with the workspace and told to the menus. */
export class ViewState {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private stored: Stored;

  constructor(private readonly memento: Memento) {
    this.stored = memento.get<Stored>(KEY, { filter: EVERYTHING, order: 'written' });
    this.tellMenus();
  }

  get query(): Pick<RoadmapsParams, 'filter' | 'order'> {
    return this.stored;
  }

  get filter(): RoadmapFilter {
    return this.stored.filter;
  }

  get filtered(): boolean {
    const { text, section, milestonesOnly } = this.filter;
    return text.trim() !== '' || section !== null || milestonesOnly;
  }

  setFilter(filter: Partial<RoadmapFilter>): void {
    this.store({ ...this.stored, filter: { ...this.filter, ...filter } });
  }

  clearFilter(): void {
    this.setFilter(EVERYTHING);
  }

  setOrder(order: RoadmapOrder): void {
    this.store({ ...this.stored, order });
  }

  private store(stored: Stored): void {
    this.stored = stored;
    void this.memento.update(KEY, stored);
    this.tellMenus();
    this.changed.fire();
  }

  private tellMenus(): void {
    const tell = (key: string, value: boolean) =>
      void commands.executeCommand('setContext', `roadmapGantt.roadmaps.${key}`, value);
    tell('filtered', this.filtered);
    tell('milestonesOnly', this.filter.milestonesOnly);
    tell('sortedByDate', this.stored.order === 'date');
  }
}
