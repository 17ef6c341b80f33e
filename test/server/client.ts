import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type CompletionItem,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DefinitionRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  type Location,
  type LocationLink,
  LogMessageNotification,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ReferencesRequest,
  type Registration,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentPositionParams,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  DID_ANALYZE,
  type DidAnalyzeParams,
  PANEL_REQUEST,
  type PanelDocument,
  SCHEDULE_REQUEST,
  type Schedule,
} from '../../server/lsp/protocol';

export const SERVER = path.resolve('dist/server.js');

export interface StartOptions {
  capabilities?: ClientCapabilities;
  initializationOptions?: unknown;
  /** What `workspace/configuration` answers for `roadmapGantt`. */
  settings?: unknown;
  timeZone?: string;
  /** The address of the workspace folder. */
  folder?: string;
}

/** A client that can do what VS Code can. */
export const PULLING: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: { diagnostic: {}, definition: { linkSupport: true } },
};

/** Drives the built server over stdio, as an editor does. */
export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly analyzed: DidAnalyzeParams[] = [];
  /** What the server logged as an error; a test that ends with any has found a mistake. */
  readonly errors: string[] = [];
  /** What it showed to the person. */
  readonly messages: string[] = [];
  /** What it asked for once the handshake was over. */
  readonly registered: Registration[] = [];
  /** How often the server asked for something to be asked for again. */
  readonly refreshes = { diagnostics: 0, codeLenses: 0, inlayHints: 0 };
  initialized!: InitializeResult;
  private readonly changed = new Set<() => void>();

  private constructor(
    private readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    private settings: unknown,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, (params) =>
      this.note(this.published, params),
    );
    connection.onNotification(DID_ANALYZE, (params: DidAnalyzeParams) => this.note(this.analyzed, params));
    connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === 1) this.note(this.errors, message);
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) =>
      this.note(this.messages, message),
    );
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'roadmapGantt' ? this.settings : null)),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) this.note(this.registered, registration);
    });
    const counted = (what: keyof Client['refreshes']) => () => {
      this.refreshes[what]++;
      this.wake();
    };
    connection.onRequest(DiagnosticRefreshRequest.type, counted('diagnostics'));
    connection.onRequest(CodeLensRefreshRequest.type, counted('codeLenses'));
    connection.onRequest(InlayHintRefreshRequest.type, counted('inlayHints'));
    connection.listen();
  }

  static async start(options: StartOptions = {}): Promise<Client> {
    const env = { ...process.env, TZ: options.timeZone ?? 'UTC' };
    const server = spawn(process.execPath, [SERVER, '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = new StreamMessageReader(server.stdout);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
    const client = new Client(server, connection, options.settings ?? null);
    client.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: options.folder ?? null,
      capabilities: options.capabilities ?? PULLING,
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async definition(place: TextDocumentPositionParams): Promise<LocationLink[] | null> {
    const found = await this.connection.sendRequest(DefinitionRequest.type, place);
    return found as LocationLink[] | null;
  }

  async references(
    place: TextDocumentPositionParams,
    includeDeclaration: boolean,
  ): Promise<Location[] | null> {
    return this.connection.sendRequest(ReferencesRequest.type, { ...place, context: { includeDeclaration } });
  }

  /** The card's Markdown. */
  async hover(place: TextDocumentPositionParams): Promise<string | null> {
    const found = await this.connection.sendRequest(HoverRequest.type, place);
    return found && (found.contents as MarkupContent).value;
  }

  async completion(place: TextDocumentPositionParams): Promise<CompletionItem[] | null> {
    const found = await this.connection.sendRequest(CompletionRequest.type, place);
    return found as CompletionItem[] | null;
  }

  async schedule(uri: string): Promise<Schedule[]> {
    return this.connection.sendRequest(SCHEDULE_REQUEST, { textDocument: { uri } });
  }

  async panel(uri: string): Promise<PanelDocument | null> {
    return this.connection.sendRequest(PANEL_REQUEST, { textDocument: { uri } });
  }

  open(text: string, { uri = 'file:///roadmap.md', languageId = 'markdown' } = {}): OpenDocument {
    const document = new OpenDocument(this, uri, text);
    const textDocument = { uri, languageId, version: 1, text };
    this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return document;
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { roadmapGantt: settings },
    });
  }

  /** Resolves when `condition` holds; it is looked at whenever the server says something. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => this.changed.add(resolve));
    }
  }

  /** The exit code; 0 after a proper shutdown. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification(ExitNotification.type);
    return exited;
  }

  private note<T>(list: T[], item: T): void {
    list.push(item);
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.changed) resolve();
    this.changed.clear();
  }
}

/** A document as the editor has it, with its versions counted. */
export class OpenDocument {
  private document: TextDocument;

  constructor(
    private readonly client: Client,
    readonly uri: string,
    text: string,
  ) {
    this.document = TextDocument.create(uri, '', 1, text);
  }

  get text(): string {
    return this.document.getText();
  }

  get version(): number {
    return this.document.version;
  }

  /** Replaces the first `old` by `fresh`, as an incremental change. */
  replace(old: string, fresh: string): void {
    this.change([{ range: this.rangeOf(old), text: fresh }]);
  }

  change(contentChanges: ({ range: Range; text: string } | { text: string })[]): void {
    const version = this.version + 1;
    this.document = TextDocument.update(this.document, contentChanges, version);
    const textDocument = { uri: this.uri, version };
    this.client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  close(): void {
    const textDocument = { uri: this.uri };
    this.client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  /** The place behind the first `text`, `skip` characters into it if given. Throws when it is not there. */
  at(text: string, skip = text.length): { textDocument: { uri: string }; position: Position } {
    const { start } = this.span(text);
    return { textDocument: { uri: this.uri }, position: this.document.positionAt(start + skip) };
  }

  rangeOf(text: string): Range {
    const { start, end } = this.span(text);
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }

  textIn(range: Range): string {
    return this.document.getText(range);
  }

  /** The document's whole lines in which the range begins. */
  lineOf({ start }: Range): string {
    return this.text.split(/\r?\n/)[start.line] ?? '';
  }

  /** All problems, or those with one of these codes. */
  async pull(...codes: string[]): Promise<Diagnostic[]> {
    const textDocument = { uri: this.uri };
    const report: DocumentDiagnosticReport = await this.client.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument },
    );
    if (report.kind !== 'full') throw new Error('Only full reports are expected');
    return codes.length === 0
      ? report.items
      : report.items.filter(({ code }) => codes.includes(String(code)));
  }

  private span(text: string): { start: number; end: number } {
    const start = this.text.indexOf(text);
    if (start < 0) throw new Error(`There is no ${JSON.stringify(text)} in the document`);
    return { start, end: start + text.length };
  }
}
