import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { Client, SERVER } from './client';

test('says how to start it when it is not told how to talk', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [SERVER], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--stdio');
});

test('says so on standard output when asked', () => {
  const { status, stdout } = spawnSync(process.execPath, [SERVER, '--help'], { encoding: 'utf8' });
  expect([status, stdout.includes('--stdio')]).toEqual([0, true]);
});

test('talks over IPC, as VS Code starts it', async () => {
  const server = fork(SERVER, ['--node-ipc']);
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, params);
  expect(capabilities).toMatchObject({ positionEncoding: 'utf-16', hoverProvider: true });
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect(await once(server, 'exit')).toEqual([0, null]);
});

test('leaves with exit code 0 when asked to', async () => {
  const client = await Client.start();
  expect(await client.stop()).toBe(0);
});

test('leaves when its editor is gone without a word', () => {
  const { status } = spawnSync(process.execPath, [SERVER, '--stdio'], { input: '', timeout: 10_000 });
  expect(status).toBe(1);
});

test('formats all its documents, or Mermaid files only where the client has another way for Markdown', async () => {
  const plain = await Client.start();
  expect(plain.initialized.capabilities).toMatchObject({ documentFormattingProvider: true });
  await plain.stop();
  const client = await Client.start({ initializationOptions: { formatMermaidFilesOnly: true } });
  expect(client.initialized.capabilities).toMatchObject({ documentFormattingProvider: false });
  const formatters = () => client.registered.filter(({ method }) => method.includes('ormatting'));
  await client.until(() => formatters().length === 2);
  for (const { registerOptions } of formatters()) {
    expect(registerOptions).toMatchObject({ documentSelector: [{ language: 'mermaid' }] });
  }
  await client.stop();
});
