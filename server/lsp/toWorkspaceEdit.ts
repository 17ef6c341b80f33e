import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../gantt/problems/edits';
import { toRange, toTextEdit, withoutPlaceholders } from './toLsp';

/** Which kinds of edits a client understands. */
export interface EditSupport {
  /** Edits that say which version they are for. */
  readonly versions: boolean;
  readonly snippets: boolean;
}

export function editSupport({ workspace }: ClientCapabilities): EditSupport {
  const versions = workspace?.workspaceEdit?.documentChanges === true;
  return { versions, snippets: versions && workspace?.workspaceEdit?.snippetEditSupport === true };
}

/** `snippet`: the texts hold placeholders, which stay as their bare text where the client knows none. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  support: EditSupport,
  snippet = false,
): WorkspaceEdit {
  const { uri, version } = document;
  if (!support.versions)
    return { changes: { [uri]: edits.map((edit) => plainEdit(document, edit, snippet)) } };
  const converted = edits.map((edit) =>
    snippet && support.snippets ? snippetEdit(document, edit) : plainEdit(document, edit, snippet),
  );
  return { documentChanges: [{ textDocument: { uri, version }, edits: converted }] };
}

function snippetEdit(document: TextDocument, { span, text }: Edit): SnippetTextEdit {
  return { range: toRange(document, span), snippet: { kind: 'snippet', value: text } };
}

function plainEdit(document: TextDocument, edit: Edit, snippet: boolean): TextEdit {
  return toTextEdit(document, snippet ? { ...edit, text: withoutPlaceholders(edit.text) } : edit);
}
