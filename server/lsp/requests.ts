import {
  type CancellationToken,
  type Connection,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentAnalysis } from '../gantt/analysis';
import type { Documents } from './documents';

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** How requests are answered: a handler's own mistake is logged, and the server goes on. */
export class Requests {
  constructor(
    private readonly connection: Connection,
    readonly documents: Documents,
  ) {}

  /** `otherwise` is the answer when the request was cancelled, or failed. */
  answer<P, R>(handle: (params: P) => R | Promise<R>, otherwise: R): Handler<P, R> {
    return async (params, token) => {
      if (token.isCancellationRequested) return otherwise;
      try {
        return await handle(params);
      } catch (error) {
        // A refusal is an answer, and the client shows it.
        if (error instanceof ResponseError) throw error;
        this.log(error);
        return otherwise;
      }
    };
  }

  /** position → offset → feature → conversion; null where the feature has nothing to say. */
  at<P extends TextDocumentPositionParams, F, R>(
    feature: (analysis: DocumentAnalysis, offset: number, params: P) => F | null,
    convert: (document: TextDocument, found: F) => R,
  ): Handler<P, R | null> {
    return this.answer<P, R | null>((params) => {
      const place = this.find(params, feature);
      return place && convert(place.document, place.found);
    }, null);
  }

  /** What a feature finds at a position of an open document. */
  find<P extends TextDocumentPositionParams, F>(
    params: P,
    feature: (analysis: DocumentAnalysis, offset: number, params: P) => F | null,
  ): { readonly document: TextDocument; readonly found: F } | null {
    const snapshot = this.documents.get(params.textDocument.uri);
    if (!snapshot) return null;
    const { document, analysis } = snapshot;
    const found = feature(analysis, document.offsetAt(params.position), params);
    return found === null ? null : { document, found };
  }

  /** A document as a whole; null where it is not open. */
  document<P extends { textDocument: TextDocumentIdentifier }, R>(
    handle: (document: TextDocument, analysis: DocumentAnalysis, params: P) => R | null,
  ): Handler<P, R | null> {
    return this.answer<P, R | null>((params) => {
      const snapshot = this.documents.get(params.textDocument.uri);
      return snapshot && handle(snapshot.document, snapshot.analysis, params);
    }, null);
  }

  /** Shows a person something to know; nothing is asked. */
  tell(message: string): void {
    this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  }

  log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
