import { Disposable, type TextEditor, type TreeView, window, workspace } from 'vscode';
import { type Node, nodeAt } from './nodes';
import type { RoadmapTree } from './roadmapTree';

const MOVING_MS = 100;

/** Selects the task at the cursor, while the view is visible and the setting says so. */
export function followCursor(tree: RoadmapTree, view: TreeView<Node>): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let revealing = false;
  let again = false;

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => follow(), MOVING_MS);
  }

  /** One row after the other: the editor may take its time, and the last one is to stay. */
  async function follow(): Promise<void> {
    again = true;
    if (revealing) return;
    revealing = true;
    while (again) {
      again = false;
      // A row that is gone by now cannot be revealed; the list that follows brings the next try.
      await reveal().catch(() => {});
    }
    revealing = false;
  }

  async function reveal(): Promise<void> {
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
  await view.reveal(node, { select: true, focus });
}
