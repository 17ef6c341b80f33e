import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import type { RoadmapTask } from '../../../server/lsp/protocol';
import type { Node, TaskNode } from './nodes';
import { counted, fileDescription, fileTooltip, taskDescription, taskLabel, taskTooltip } from './words';

export const REVEAL_COMMAND = 'roadmapGantt.roadmaps.reveal';

/** A row of the view. `found`: everything is unfolded, because it was looked for. */
export function treeItem(node: Node, found: boolean, open: boolean): TreeItem {
  const item = rowOf(node);
  item.contextValue = node.kind;
  item.id = node.id;
  if (node.kind === 'task') return item;
  item.collapsibleState =
    found || open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  // The editor keeps a row as it is while its id stays.
  if (found) item.id += '?';
  return item;
}

function rowOf(node: Node): TreeItem {
  switch (node.kind) {
    case 'file': {
      const uri = Uri.parse(node.entry.uri);
      const path = workspace.asRelativePath(uri);
      const item = new TreeItem(uri);
      item.iconPath = ThemeIcon.File;
      item.description = fileDescription(path.slice(0, Math.max(0, path.lastIndexOf('/'))), node.entry);
      item.tooltip = fileTooltip(path, node.entry);
      return item;
    }
    case 'chart': {
      const { title, index, when } = node.chart;
      const name = node.alone ? 'Gantt chart' : `Gantt chart ${index + 1}`;
      return row(title || name, when ?? 'no dates', new ThemeIcon('calendar'));
    }
    case 'section': {
      const { name, when, tasks } = node.section;
      const description = [counted(tasks.length, 'task'), when].filter(Boolean).join(' · ');
      return row(name || '(no name)', description, new ThemeIcon('symbol-namespace'));
    }
    case 'task':
      return taskRow(node);
  }
}

function taskRow(node: TaskNode): TreeItem {
  const { task } = node;
  const item = row(task.name || '(no name)', taskDescription(task), taskIcon(task));
  item.tooltip = taskTooltip(task);
  item.accessibilityInformation = { label: taskLabel(task) };
  item.command = { command: REVEAL_COMMAND, title: 'Reveal in Editor', arguments: [node] };
  return item;
}

function row(label: string, description: string, icon: ThemeIcon): TreeItem {
  const item = new TreeItem(label);
  item.description = description;
  item.iconPath = icon;
  return item;
}

function taskIcon({ badges, milestone, done, active }: RoadmapTask): ThemeIcon {
  const color = badges.includes('unscheduled')
    ? new ThemeColor('list.errorForeground')
    : badges.includes('overdue') || badges.includes('provisional')
      ? new ThemeColor('list.warningForeground')
      : undefined;
  if (milestone) return new ThemeIcon('milestone', color);
  if (done) return new ThemeIcon('pass', color);
  if (badges.includes('unscheduled')) return new ThemeIcon('circle-slash', color);
  if (badges.includes('provisional') || badges.includes('tbc')) return new ThemeIcon('question', color);
  return new ThemeIcon(active ? 'play-circle' : 'circle-outline', color);
}
