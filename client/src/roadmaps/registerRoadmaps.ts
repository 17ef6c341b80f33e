import { commands, type ExtensionContext, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DID_CHANGE_ROADMAPS } from '../../../server/lsp/protocol';
import { showRange } from '../jump/goToTask';
import { askForSection, askForText } from './filterInputs';
import { followCursor, revealTaskAt } from './followCursor';
import { fileOf, type Node } from './nodes';
import { RoadmapTree } from './roadmapTree';
import { REVEAL_COMMAND } from './treeItems';
import { ViewState } from './viewState';
import { filterText } from './words';

const VIEW = 'roadmapGantt.roadmaps';

/** The view "Roadmaps" in the Explorer. Nothing is read before it is first seen. */
export function registerRoadmaps(context: ExtensionContext, client: BaseLanguageClient): void {
  const state = new ViewState(context.workspaceState);
  const tree = new RoadmapTree(client, state, (progress) => {
    view.message = progress === undefined ? '' : `Reading ${progress}…`;
  });
  const view = window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });

  function describe(): void {
    view.description = filterText(state.filter);
    const nothing = state.filtered && tree.files.length === 0;
    view.message = nothing ? 'No task passes the filter.' : '';
    void commands.executeCommand('setContext', `${VIEW}.listed`, true);
  }

  const command = (name: string, run: () => unknown) => commands.registerCommand(`${VIEW}.${name}`, run);
  context.subscriptions.push(
    view,
    followCursor(tree, view),
    tree.onDidList(describe),
    view.onDidExpandElement(({ element }) => tree.rememberFold(element, true)),
    view.onDidCollapseElement(({ element }) => tree.rememberFold(element, false)),
    state.onDidChange(() => tree.refresh()),
    client.onNotification(DID_CHANGE_ROADMAPS, () => tree.refresh()),
    command('filter', () => askForText(state)),
    command('filterBySection', () => askForSection(client, state)),
    command('clearFilter', () => state.clearFilter()),
    command('showMilestonesOnly', () => state.setFilter({ milestonesOnly: true })),
    command('showAllTasks', () => state.setFilter({ milestonesOnly: false })),
    command('sortByDate', () => state.setOrder('date')),
    command('sortAsWritten', () => state.setOrder('written')),
    command('refresh', () => tree.refresh()),
    commands.registerCommand(REVEAL_COMMAND, (node: Node) => revealInEditor(client, node)),
    command('revealTask', () => revealInView()),
  );

  /** The way back: from the task at the cursor to its row. */
  async function revealInView(): Promise<void> {
    const editor = window.activeTextEditor;
    await commands.executeCommand(`${VIEW}.focus`);
    await tree.getChildren();
    if (editor) await revealTaskAt(editor, tree, view, true);
  }
}

async function revealInEditor(client: BaseLanguageClient, node: Node): Promise<void> {
  const uri = Uri.parse(fileOf(node).entry.uri);
  const start = { line: 0, character: 0 };
  switch (node.kind) {
    case 'file':
      return showRange(client, uri, { start, end: start });
    case 'chart':
      return showRange(client, uri, { start: node.chart.range.start, end: node.chart.range.start });
    case 'section':
      return showRange(client, uri, node.section.range ?? node.parent.chart.range);
    case 'task':
      return showRange(client, uri, node.task.range);
  }
}
