import {
  type ClientCapabilities,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens';
import { CODE_ACTION_KINDS } from './codeActions';

/** `formatting` is false where it is registered for some documents only. */
export function serverCapabilities(client: ClientCapabilities, formatting: boolean): ServerCapabilities {
  const pull = client.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    // A space behind `after` opens the list by itself; everywhere else the answer is null at once.
    completionProvider: { triggerCharacters: [' ', ','], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    linkedEditingRangeProvider: true,
    documentFormattingProvider: formatting,
    documentRangeFormattingProvider: formatting,
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
    callHierarchyProvider: true,
    signatureHelpProvider: { triggerCharacters: [':', ','] },
    documentSymbolProvider: { label: 'Roadmap Gantt' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    codeLensProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
    },
    workspaceSymbolProvider: { workDoneProgress: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  };
}
