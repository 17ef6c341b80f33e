import {
  commands,
  Disposable,
  EventEmitter,
  type Position,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS_REQUEST, type Status } from '../../server/lsp/protocol';

/** Long enough to skip the middle of a word. */
const TYPING_MS = 150;

const LANGUAGES = new Set(['markdown', 'mermaid']);

/**
 * The roadmap in the active editor. Sets the context keys `roadmapGantt.roadmapActive` (its document holds a chart) and
 * `roadmapGantt.cursorInChart`.
 */
export class ActiveRoadmap extends Disposable {
  /** Null where the active editor shows none. */
  editor: TextEditor | null = null;
  status: Status | null = null;

  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly contexts = new Map<string, boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    super(() => {
      clearTimeout(this.timer);
      this.subscriptions.dispose();
    });
    this.subscriptions = Disposable.from(
      this.changed,
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidOpenTextDocument((document) => {
        // A document whose language has changed is closed and opened.
        if (document === window.activeTextEditor?.document) void this.update();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== window.activeTextEditor?.document) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.update(), TYPING_MS);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === this.editor) this.setContexts();
      }),
    );
    void this.update();
  }

  private async update(): Promise<void> {
    clearTimeout(this.timer);
    const editor = window.activeTextEditor;
    const status = editor ? await this.statusOf(editor) : null;
    if (editor !== window.activeTextEditor) return;
    this.editor = status ? (editor ?? null) : null;
    this.status = status;
    this.setContexts();
    this.changed.fire();
  }

  private async statusOf({ document }: TextEditor): Promise<Status | null> {
    if (!LANGUAGES.has(document.languageId)) return null;
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    try {
      return await this.client.sendRequest<Status | null>(STATUS_REQUEST, { textDocument: { uri } });
    } catch {
      // The server is on its way down, or up again.
      return null;
    }
  }

  private setContexts(): void {
    this.setContext('roadmapGantt.roadmapActive', this.editor !== null);
    const cursor = this.editor?.selection.active;
    this.setContext('roadmapGantt.cursorInChart', cursor !== undefined && this.isInChart(cursor));
  }

  private isInChart(position: Position): boolean {
    const { asRange } = this.client.protocol2CodeConverter;
    return this.status?.charts.some(({ range }) => asRange(range).contains(position)) === true;
  }

  private setContext(key: string, value: boolean): void {
    if (this.contexts.get(key) === value) return;
    this.contexts.set(key, value);
    void commands.executeCommand('setContext', key, value);
  }
}
