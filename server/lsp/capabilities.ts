import {
  type ClientCapabilities,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

export function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  const pull = client.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    // A space behind `after` opens the list by itself; everywhere else the answer is null at once.
    completionProvider: { triggerCharacters: [' ', ','], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  };
}
