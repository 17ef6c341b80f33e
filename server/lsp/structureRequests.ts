import {
  type ClientCapabilities,
  type CodeLens,
  type CodeLensParams,
  CodeLensRefreshRequest,
  type Connection,
  type InlayHintParams,
  type SelectionRangeParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses } from '../features/codeLenses';
import { documentLinks } from '../features/documentLinks';
import { foldingRanges } from '../features/folding';
import { inlayHints } from '../features/inlayHints';
import { selectionRanges } from '../features/selectionRanges';
import { semanticTokens } from '../features/semanticTokens';
import { documentSymbols } from '../features/symbols';
import type { DocumentAnalysis } from '../gantt/analysis';
import type { Requests } from './requests';
import type { ClientSettings } from './settings';
import { toSpan } from './toLsp';
import {
  toCodeLens,
  toDocumentLink,
  toDocumentSymbol,
  toFoldingRange,
  toInlayHint,
  toSelectionRange,
  toSemanticTokens,
} from './toLspStructure';

/** The requests about a document as a whole, or a part of it; what they show depends on the day and the settings. */
export function answerStructureRequests(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  { workspace }: ClientCapabilities,
): { refresh(): void } {
  /** Every result of a feature over the document, converted. */
  const each = <F, R>(
    feature: (analysis: DocumentAnalysis) => F[],
    convert: (document: TextDocument, found: F) => R,
  ) => requests.document((document, analysis) => feature(analysis).map((found) => convert(document, found)));

  connection.onDocumentSymbol(each(documentSymbols, toDocumentSymbol));
  connection.onFoldingRanges(each(foldingRanges, toFoldingRange));
  connection.onDocumentLinks(
    requests.document((document, analysis) =>
      documentLinks(analysis).flatMap((link) => toDocumentLink(document, link)),
    ),
  );
  connection.onSelectionRanges(
    requests.document((document, analysis, { positions }: SelectionRangeParams) => {
      const found = positions.map((position) => selectionRanges(analysis, document.offsetAt(position)));
      if (found.every((spans) => spans === null)) return null;
      return found.map((spans, index) => toSelectionRange(document, spans, positions[index]!));
    }),
  );
  connection.languages.inlayHint.on(
    requests.document((document, analysis, { range }: InlayHintParams) => {
      return inlayHints(analysis, toSpan(document, range)).map((hint) => toInlayHint(document, hint));
    }),
  );
  connection.onCodeLens(
    requests.answer<CodeLensParams, CodeLens[] | null>(async ({ textDocument }) => {
      const { codeLens } = await settings.current();
      const snapshot = codeLens ? requests.documents.get(textDocument.uri) : null;
      return snapshot && codeLenses(snapshot.analysis).map((lens) => toCodeLens(snapshot.document, lens));
    }, null),
  );
  connection.languages.semanticTokens.on(
    requests.document((document, analysis) => toSemanticTokens(document, semanticTokens(analysis))),
  );

  return {
    refresh() {
      const failed = (error: unknown) => requests.log(error);
      if (workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh().catch(failed);
      if (workspace?.codeLens?.refreshSupport) {
        connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
      }
    },
  };
}
