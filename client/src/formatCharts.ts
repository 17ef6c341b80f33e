import { commands, type Disposable, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver-protocol';

/** Formats the charts of the active document, or of its selection; the rest of a Markdown document stays as it is. */
export function registerFormatCharts(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('roadmapGantt.formatCharts', async () => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const { version } = document;
    const params = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      options: {
        tabSize: Number(editor.options.tabSize),
        insertSpaces: editor.options.insertSpaces === true,
      },
    };
    const edits = await (selection.isEmpty
      ? client.sendRequest(DocumentFormattingRequest.type, params)
      : client.sendRequest(DocumentRangeFormattingRequest.type, {
          ...params,
          range: client.code2ProtocolConverter.asRange(selection),
        }));
    if (!edits || document.version !== version) return;
    const change = new WorkspaceEdit();
    change.set(document.uri, await client.protocol2CodeConverter.asTextEdits(edits));
    await workspace.applyEdit(change);
  });
}
