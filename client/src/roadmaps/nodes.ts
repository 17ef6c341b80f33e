import type { RoadmapChart, RoadmapEntry, RoadmapSection, RoadmapTask } from '../../../server/lsp/protocol';

/** What the view shows: file → chart → section → task. Tasks before a chart's first section hang on the chart. */
export type Node = FileNode | ChartNode | SectionNode | TaskNode;

export interface FileNode {
  readonly kind: 'file';
  readonly id: string;
  readonly parent: undefined;
  readonly entry: RoadmapEntry;
  /** Asked for once. */
  charts?: Promise<ChartNode[]>;
}

export interface ChartNode {
  readonly kind: 'chart';
  readonly id: string;
  readonly parent: FileNode;
  readonly chart: RoadmapChart;
  /** Whether it is its file's only one. */
  readonly alone: boolean;
  readonly children: (SectionNode | TaskNode)[];
}

export interface SectionNode {
  readonly kind: 'section';
  readonly id: string;
  readonly parent: ChartNode;
  readonly section: RoadmapSection;
  readonly children: TaskNode[];
}

export interface TaskNode {
  readonly kind: 'task';
  readonly id: string;
  readonly parent: SectionNode | ChartNode;
  readonly task: RoadmapTask;
}

export function fileOf(node: Node): FileNode {
  return node.kind === 'file' ? node : fileOf(node.parent);
}

/** Ids stay the same while a file is edited, as far as they can, so that what was unfolded stays unfolded. */
export function chartNodes(parent: FileNode, charts: readonly RoadmapChart[]): ChartNode[] {
  return charts.map((chart) => {
    const id = `${parent.id}#${chart.index}`;
    const node: ChartNode = { kind: 'chart', id, parent, chart, alone: charts.length === 1, children: [] };
    const named = new Map<string, number>();
    for (const section of chart.sections) {
      if (section.index === null) {
        node.children.push(...taskNodes(node, section.tasks));
        continue;
      }
      const nth = named.get(section.name) ?? 0;
      named.set(section.name, nth + 1);
      node.children.push(sectionNode(node, section, `${id}/${nth}/${section.name}`));
    }
    return node;
  });
}

function sectionNode(parent: ChartNode, section: RoadmapSection, id: string): SectionNode {
  const node: SectionNode = { kind: 'section', id, parent, section, children: [] };
  node.children.push(...taskNodes(node, section.tasks));
  return node;
}

function taskNodes(parent: SectionNode | ChartNode, tasks: readonly RoadmapTask[]): TaskNode[] {
  return tasks.map((task) => ({ kind: 'task', id: `${parent.id}:${task.index}`, parent, task }));
}

/** The task on the line, of several the last one that begins before the column; else the section whose name is there. */
export function nodeAt(
  charts: readonly ChartNode[],
  line: number,
  column: number,
): SectionNode | TaskNode | null {
  let found: SectionNode | TaskNode | null = null;
  for (const node of charts.flatMap(({ children }) => children).flatMap(withTasks)) {
    const start = node.kind === 'task' ? node.task.range.start : node.section.range?.start;
    if (start?.line !== line) continue;
    if (!found || start.character <= column) found = node;
  }
  return found;
}

function withTasks(node: SectionNode | TaskNode): (SectionNode | TaskNode)[] {
  return node.kind === 'section' ? [node, ...node.children] : [node];
}
