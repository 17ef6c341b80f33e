import { Disposable, type TextEditor, type TreeView, window, workspace } from 'vscode';
import { type Node, nodeAt } from './nodes';
import type { RoadmapTree } from './roadmapTree';

const MOVING_MS = 100;

/** Selects the task at the cursor, while the view is visible and the setting says so. */
export function followCursor(tree: RoadmapTree, view: TreeView<Node>): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => follow(), MOVING_MS);
  }

  async function follow(): Promise<void> {
    const editor = window.activeTextEditor;
    const wanted = workspace.getConfiguration('roadmapGantt.roadmaps').get('followCursor', true);
    if (editor && view.visible && wanted) await revealTaskAt(editor, tree, view, false);
  }

  return Disposable.from(
    new Disposable(() => clearTimeout(timer)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) soon();
    }),
    window.onDidChangeActiveTextEditor(soon),
    view.onDidChangeVisibility(soon),
    tree.onDidList(soon),
  );
}

/** Unfolds what the task at the editor's cursor lies in, and selects it. Its file is shown where the task is filtered out. */
export async function revealTaskAt(
  { document, selection }: TextEditor,
  tree: RoadmapTree,
  view: TreeView<Node>,
  focus: boolean,
): Promise<void> {
  const uri = document.uri.toString();
  const file = tree.files.find(({ entry }) => entry.uri === uri);
  if (!file) return;
  const { line, character } = selection.active;
  const node: Node = nodeAt(await tree.chartsOf(file), line, character) ?? file;
  if (!focus && (node.kind === 'file' || view.selection[0]?.id === node.id)) return;
  // The list may have been made anew meanwhile.
  if (tree.files.includes(file)) await view.reveal(node, { select: true, focus });
}
