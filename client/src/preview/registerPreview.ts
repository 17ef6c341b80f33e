import {
  commands,
  type ExtensionContext,
  TextEditorSelectionChangeKind,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DID_ANALYZE, type DidAnalyzeParams } from '../../../server/lsp/protocol';
import { ChartPanel } from './chartPanel';
import { watchForCharts } from './mentionsGantt';
import type { RestoredState } from './messages';

const VIEW_TYPE = 'roadmapGantt.preview';

/** The panel that draws a document's charts: one a document, kept with it, restored after a reload. */
export function registerPreview(context: ExtensionContext, client: BaseLanguageClient): void {
  const panels = new Map<string, ChartPanel>();

  function adopt(uri: Uri, view: WebviewPanel): void {
    const key = uri.toString();
    view.title = `Gantt: ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
    const icon = (theme: string) => Uri.joinPath(context.extensionUri, 'images', `preview-${theme}.svg`);
    view.iconPath = { light: icon('light'), dark: icon('dark') };
    const panel = new ChartPanel(uri, view, client, context);
    panels.set(key, panel);
    view.onDidDispose(() => {
      panels.delete(key);
      panel.dispose();
    });
  }

  function openToSide(uri = window.activeTextEditor?.document.uri): void {
    if (!uri) return;
    const open = panels.get(uri.toString());
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    if (open) open.view.reveal(undefined, true);
    else adopt(uri, window.createWebviewPanel(VIEW_TYPE, 'Gantt', column));
  }

  /** A document that no editor holds is read again when its file changes. */
  const files = workspace.createFileSystemWatcher('**/*.{md,markdown,mmd,mermaid}', true, false, true);

  context.subscriptions.push(
    commands.registerCommand('roadmapGantt.openPreviewToSide', openToSide),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(view, state?: RestoredState) {
        if (state?.uri) adopt(Uri.parse(state.uri), view);
        else view.dispose();
      },
    }),
    client.onNotification(DID_ANALYZE, ({ uri }: DidAnalyzeParams) => {
      panels.get(client.protocol2CodeConverter.asUri(uri).toString())?.refresh();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const panel = panels.get(textEditor.document.uri.toString());
      const byHand =
        kind === TextEditorSelectionChangeKind.Mouse || kind === TextEditorSelectionChangeKind.Keyboard;
      // Jumps count too, such as "go to definition"; only what the panel itself selects must not come back to it.
      if (panel && (byHand || !panel.view.active)) panel.showCursor(textEditor, true);
    }),
    watchForCharts(),
    files,
    files.onDidChange((uri) => panels.get(uri.toString())?.refresh()),
  );
}
