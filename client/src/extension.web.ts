import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './languageClient';
import { registerFeatures } from './registerFeatures';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  worker = await startServer(Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js'));
  client = new LanguageClient(CLIENT_ID, CLIENT_NAME, worker, clientOptions);
  registerFeatures(context, client);
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}

/** A worker may not load a script from a remote extension by address, but it may from a blob of its bytes. */
async function startServer(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  const bytes = await workspace.fs.readFile(script);
  const blob = new Blob([new Uint8Array(bytes)], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(blob));
}
