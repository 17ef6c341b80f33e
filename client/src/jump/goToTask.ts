import { type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Range as ProtocolRange } from 'vscode-languageserver-types';
import { columnOf } from '../preview/revealSource';

/** The command behind links in hovers; whoever runs it, only a place in a document comes of it. */
export async function goToTask(client: BaseLanguageClient, uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string' || !ProtocolRange.is(range)) return;
  await showRange(client, client.protocol2CodeConverter.asUri(uri), range);
}

/** Selects the range in the column that shows the document, else in the active one, and gives it the focus. */
export async function showRange(client: BaseLanguageClient, uri: Uri, range: ProtocolRange): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const viewColumn = columnOf(document);
  await window.showTextDocument(document, {
    selection: client.protocol2CodeConverter.asRange(range),
    ...(viewColumn && { viewColumn }),
  });
}
