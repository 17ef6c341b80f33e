import {
  Disposable,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CARD_REQUEST,
  type CardParams,
  PANEL_REQUEST,
  type PanelDocument,
} from '../../../server/lsp/protocol';
import type { FromPage, TaskOfVersion, ToPage } from './messages';
import { PanelEdits } from './panelEdits';
import { PanelExport } from './panelExport';
import { panelHtml } from './panelHtml';
import { revealSource } from './revealSource';

/** How long a page may take to draw before the next version is sent all the same. */
const DRAWING_TIMEOUT = 3_000;

/** The page waits for every answer; a server that is gone has none. */
const nothing = () => null;

/** One document's panel. At most one version is on its way to the page; those that come meanwhile are passed over. */
export class ChartPanel extends Disposable {
  private readonly subscriptions: Disposable[] = [];
  private readonly edits: PanelEdits;
  private readonly exports: PanelExport;
  private pageReady = false;
  private outdated = true;
  private sending = false;
  private drawn: ((version: number) => void) | undefined;
  private lastReveal: FromPage | undefined;
  /** What the page shows: the version its ranges belong to and the text of that version. */
  private shown: { version: number; text: string } | undefined;

  constructor(
    readonly uri: Uri,
    readonly view: WebviewPanel,
    private readonly client: BaseLanguageClient,
    context: ExtensionContext,
  ) {
    super(() => Disposable.from(...this.subscriptions).dispose());
    this.edits = new PanelEdits(uri, client, view);
    this.exports = new PanelExport(uri, client, context);
    const { webview } = view;
    this.subscriptions.push(
      webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      view.onDidChangeViewState(() => this.viewChanged()),
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

  /** Highlights the task at the cursor; with `follow`, brings it into view. */
  showCursor(editor: TextEditor, follow: boolean): void {
    if (!this.pageReady) return;
    const { line, character } = editor.selection.active;
    this.post({ type: 'cursor', version: editor.document.version, position: { line, character }, follow });
  }

  private async receive(message: FromPage): Promise<void> {
    const { edits, exports } = this;
    switch (message.type) {
      case 'ready':
        this.pageReady = true;
        this.refresh();
        // A page that comes back is to know where the cursor is, and to stay where it was.
        for (const editor of window.visibleTextEditors)
          if (editor.document.uri.toString() === this.uri.toString()) this.showCursor(editor, false);
        return;
      case 'drawn':
        return this.drawn?.(message.version);
      case 'reveal':
        return this.reveal(message);
      case 'card':
        return this.post({
          type: 'card',
          request: message.request,
          text: await this.card(message).catch(nothing),
        });
      case 'reschedule':
        return this.post({
          type: 'rescheduled',
          request: message.request,
          answer: await edits.reschedule(message).catch(nothing),
        });
      case 'applyChoice':
        return edits.applyChoice(message.request, message.choice);
      case 'fixes': {
        const titles = await edits.fixes(message.request, message.version, message.range).catch(() => []);
        return this.post({ type: 'fixes', request: message.request, titles });
      }
      case 'applyFix':
        return edits.applyFix(message.request, message.fix);
      case 'undo':
      case 'redo':
        return edits.run(message.type);
      case 'copy':
        return exports.copy(message.text);
      case 'save':
        return exports.save(message);
      case 'export':
        return exports.export(message);
      case 'print':
        return exports.print(message.svg);
    }
  }

  /** A range of a text that is no more would select something else. */
  private async reveal(message: Extract<FromPage, { type: 'reveal' }>): Promise<void> {
    const { version, range, edit } = message;
    this.lastReveal = message;
    const document = await workspace.openTextDocument(this.uri);
    // A double click asks twice; the second time it wants more.
    if (this.lastReveal !== message) return;
    if (this.shown?.version !== version || this.shown.text !== document.getText()) return;
    await revealSource(document, range, edit, this.view);
  }

  private card({ chart, task }: TaskOfVersion): Promise<string | null> {
    const params: CardParams = { textDocument: { uri: this.protocolUri }, chart, task };
    return this.client.sendRequest(CARD_REQUEST, params);
  }

  private get protocolUri(): string {
    return this.client.code2ProtocolConverter.asUri(this.uri);
  }

  /** A hidden page is gone; it is loaded again, and says that it is ready, when it is shown. */
  private viewChanged(): void {
    if (this.view.visible) return;
    this.pageReady = false;
    this.drawn?.(this.shown?.version ?? 0);
  }

  private async send(): Promise<void> {
    if (this.sending || !this.pageReady) return;
    this.sending = true;
    try {
      while (this.outdated && this.pageReady) {
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
        textDocument: { uri: this.protocolUri },
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
