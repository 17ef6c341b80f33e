import { commands, window } from 'vscode';
import { problemsOf } from '../problems';

const MESSAGE_MS = 4_000;

/** Goes on to the next problem of the active document's charts, from the last one to the first, and shows its message. */
export async function goToProblem(towards: 'next' | 'previous'): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const problems = problemsOf(editor.document.uri);
  const { start } = editor.selection;
  const target =
    towards === 'next'
      ? (problems.find(({ range }) => range.start.isAfter(start)) ?? problems[0])
      : (problems.findLast(({ range }) => range.start.isBefore(start)) ?? problems.at(-1));
  if (!target) {
    window.setStatusBarMessage('There are no problems in this roadmap’s charts.', MESSAGE_MS);
    return;
  }
  await window.showTextDocument(editor.document, {
    selection: target.range,
    ...(editor.viewColumn && { viewColumn: editor.viewColumn }),
  });
  await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
