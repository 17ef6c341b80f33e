import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './languageClient';
import { registerFeatures } from './registerFeatures';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = new LanguageClient(CLIENT_ID, CLIENT_NAME, { run: server, debug }, clientOptions);
  registerFeatures(context, client);
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
