import {
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  TextEditorRevealType,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { Range as ProtocolRange } from 'vscode-languageserver-types';

/**
 * Selects `target` in the column that shows the document; one that is not shown is opened beside the panel. The focus
 * stays in the panel, unless the line is to be edited.
 */
export async function revealSource(
  document: TextDocument,
  target: ProtocolRange,
  edit: boolean,
  panel: WebviewPanel,
): Promise<void> {
  const range = new Range(target.start.line, target.start.character, target.end.line, target.end.character);
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(document) ?? (panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One),
    preserveFocus: !edit,
  });
  editor.selection = edit ? new Selection(range.end, range.end) : new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The column whose tabs hold the document; one that shows it comes first. */
export function columnOf(document: TextDocument): ViewColumn | undefined {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  if (shown?.viewColumn) return shown.viewColumn;
  const uri = document.uri.toString();
  const holds = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri;
  return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => holds(input)))?.viewColumn;
}
