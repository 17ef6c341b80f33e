import {
  type Connection,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type TextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageserver';
import { formatting } from '../features/formatting';
import type { Span } from '../gantt/span';
import { languageIn, type Snapshot } from './documents';
import type { WhenInitialized } from './initialized';
import type { Requests } from './requests';
import type { ClientSettings } from './settings';
import { toSpan, toTextEdit } from './toLsp';

export function answerFormattingRequests(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
): void {
  interface Params {
    textDocument: TextDocumentIdentifier;
    options: FormattingOptions;
  }

  const format = <P extends Params>(rangeOf: (snapshot: Snapshot, params: P) => Span) =>
    requests.answer<P, TextEdit[] | null>(async (params) => {
      const { alignColumns } = (await settings.current()).format;
      const snapshot = requests.documents.get(params.textDocument.uri);
      if (!snapshot) return null;
      const { document, analysis } = snapshot;
      const { insertSpaces, tabSize } = params.options;
      const options = { indent: insertSpaces ? ' '.repeat(tabSize) : '\t', align: alignColumns };
      const edits = formatting(analysis, languageIn(document), rangeOf(snapshot, params), options);
      return edits === null ? null : edits.map((edit) => toTextEdit(document, edit));
    }, null);

  connection.onDocumentFormatting(format(({ analysis }) => ({ start: 0, end: analysis.text.length })));
  connection.onDocumentRangeFormatting(format(({ document }, { range }) => toSpan(document, range)));
}

/** For clients in which a second formatter for all of Markdown would be in the way. */
export function formatMermaidFilesOnly(
  { client, console }: Connection,
  whenInitialized: WhenInitialized,
): void {
  whenInitialized(() => {
    const options = { documentSelector: [{ language: 'mermaid' }] };
    Promise.all([
      client.register(DocumentFormattingRequest.type, options),
      client.register(DocumentRangeFormattingRequest.type, options),
    ]).catch((error) => console.warn(`Mermaid files have no formatter: ${error}`));
  });
}
