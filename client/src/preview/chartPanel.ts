import {
  Disposable,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
  Uri,
  type WebviewPanel,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PANEL_REQUEST, type PanelDocument } from '../../../server/lsp/protocol';
import type { FromPage, ToPage } from './messages';
import { panelHtml } from './panelHtml';
import { revealSource } from './revealSource';

/** How long a page may take to draw before the next version is sent all the same. */
const DRAWING_TIMEOUT = 3_000;

/** One document's panel. At most one version is on its way to the page; those that come meanwhile are passed over. */
export class ChartPanel extends Disposable {
  private readonly subscriptions: Disposable[] = [];
  private pageReady = false;
  private outdated = true;
  private sending = false;
  private drawn: ((version: number) => void) | undefined;
  /** What the page shows: the version its ranges belong to and the text of that version. */
  private shown: { version: number; text: string } | undefined;

  constructor(
    readonly uri: Uri,
    readonly view: WebviewPanel,
    private readonly client: BaseLanguageClient,
    context: ExtensionContext,
  ) {
    super(() => Disposable.from(...this.subscriptions).dispose());
    const { webview } = view;
    this.subscriptions.push(
      webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      view.onDidChangeViewState(() => this.send()),
    );
    webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')],
    };
    webview.html = panelHtml(webview, context);
  }

  /** The document has changed: show its newest version as soon as the page has drawn the last. */
  refresh(): void {
    this.outdated = true;
    void this.send();
  }

  /** Highlights the task at the cursor. */
  followCursor(editor: TextEditor): void {
    if (!this.pageReady) return;
    const { line, character } = editor.selection.active;
    this.post({ type: 'cursor', version: editor.document.version, position: { line, character } });
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.pageReady = true;
        return this.refresh();
      case 'drawn':
        return this.drawn?.(message.version);
      case 'reveal': {
        const document = await workspace.openTextDocument(this.uri);
        const stale = this.shown?.version !== message.version || this.shown.text !== document.getText();
        if (!stale) await revealSource(document, message.range, message.edit, this.view);
      }
    }
  }

  private async send(): Promise<void> {
    if (this.sending || !this.pageReady || !this.view.visible) return;
    this.sending = true;
    try {
      while (this.outdated && this.view.visible) {
        this.outdated = false;
        await this.sendNewest();
      }
    } finally {
      this.sending = false;
    }
  }

  private async sendNewest(): Promise<void> {
    let document: TextDocument;
    let schedule: PanelDocument | null;
    try {
      document = await workspace.openTextDocument(this.uri);
      schedule = await this.client.sendRequest<PanelDocument | null>(PANEL_REQUEST, {
        textDocument: { uri: this.client.code2ProtocolConverter.asUri(this.uri) },
      });
    } catch (error) {
      return this.post({
        type: 'unavailable',
        reason: error instanceof Error ? error.message : String(error),
      });
    }
    if (!schedule || schedule.version !== document.version) return;
    this.shown = { version: schedule.version, text: document.getText() };
    const drawn = this.untilDrawn(schedule.version);
    this.post({ type: 'document', uri: this.uri.toString(), document: JSON.stringify(schedule) });
    await drawn;
  }

  private untilDrawn(version: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, DRAWING_TIMEOUT);
      this.drawn = (latest) => {
        if (latest !== version) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private post(message: ToPage): void {
    void this.view.webview.postMessage(message);
  }
}
