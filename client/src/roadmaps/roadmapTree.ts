import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import {
  ROADMAP_CHARTS_REQUEST,
  ROADMAPS_REQUEST,
  type RoadmapChart,
  type RoadmapChartsParams,
  type RoadmapEntry,
  type RoadmapsParams,
} from '../../../server/lsp/protocol';
import { type ChartNode, chartNodes, type FileNode, type Node } from './nodes';
import { treeItem } from './treeItems';
import type { ViewState } from './viewState';

/** More found tasks than this stay folded: nobody reads them, and every file would be asked for at once. */
const MOST_UNFOLDED = 300;

/** The rows of the view, asked of the server when they are unfolded. */
export class RoadmapTree implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listed = new EventEmitter<void>();
  /** The files are there. */
  readonly onDidList = this.listed.event;
  /** As last listed. */
  files: FileNode[] = [];
  private unfolded = false;
  private requests = 0;
  /** What a person has folded and unfolded, by id; a filter unfolds without them. */
  private readonly folds = new Map<string, boolean>();
  /** The editor asks again for what it knows whenever a row is to be revealed. */
  private listing: Promise<FileNode[]> | undefined;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly state: ViewState,
    /** How far the server is with reading, while it reads. */
    private readonly progress: (message: string | undefined) => void,
  ) {}

  refresh(): void {
    this.listing = undefined;
    this.changed.fire(undefined);
  }

  getTreeItem(node: Node): TreeItem {
    return treeItem(node, this.unfolded, this.folds.get(node.id) ?? isOpenAtFirst(node));
  }

  /** Rows that a filter has hidden would otherwise come back as they were at first. */
  rememberFold(node: Node, open: boolean): void {
    if (!this.unfolded) this.folds.set(node.id, open);
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      this.listing ??= this.list();
      return this.listing;
    }
    if (node.kind === 'file') return this.chartsOf(node);
    return node.kind === 'task' ? [] : node.children;
  }

  chartsOf(file: FileNode): Promise<ChartNode[]> {
    file.charts ??= this.askForCharts(file);
    return file.charts;
  }

  private async askForCharts(file: FileNode): Promise<ChartNode[]> {
    const params: RoadmapChartsParams = { ...this.state.query, uri: file.entry.uri };
    return chartNodes(file, await this.client.sendRequest<RoadmapChart[]>(ROADMAP_CHARTS_REQUEST, params));
  }

  private async list(): Promise<FileNode[]> {
    const workDoneToken = `roadmaps-${++this.requests}`;
    const following = this.client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report') this.progress(value.message);
    });
    try {
      const params: RoadmapsParams = { ...this.state.query, workDoneToken };
      const entries = await this.client.sendRequest<RoadmapEntry[]>(ROADMAPS_REQUEST, params);
      const found = entries.reduce((sum, { tasks }) => sum + tasks, 0);
      this.unfolded = this.state.filtered && found <= MOST_UNFOLDED;
      this.files = entries.map((entry) => ({ kind: 'file', id: entry.uri, parent: undefined, entry }));
    } finally {
      following.dispose();
      this.progress(undefined);
    }
    this.listed.fire();
    return this.files;
  }
}

/** A file's only chart is no level that anybody chooses from. */
function isOpenAtFirst(node: Node): boolean {
  return node.kind === 'chart' && node.alone;
}
