import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskFiles } from './diskFiles';
import { serve } from './server';

const USAGE = `The language server of Roadmap Gantt. An editor starts it and says how they talk:
  node server.js --stdio
  node server.js --node-ipc
  node server.js --socket=PORT
  node server.js --pipe=NAME
`;

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

const [transport] = process.argv.slice(2).filter((arg) => TRANSPORTS.includes(arg.split('=', 1)[0] ?? ''));
if (transport) {
  const connection = createConnection(ProposedFeatures.all);
  // A client that cannot do what it was asked must not end the server.
  process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
  serve(connection, diskFiles, documentation());
} else {
  const asked = process.argv.includes('--help');
  (asked ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = asked ? 0 : 2;
}

/** Beside the built server, in the repository as in the package. */
function documentation(): string | null {
  const file = path.join(__dirname, '..', 'docs', 'diagnostics.md');
  return existsSync(file) ? pathToFileURL(file).href : null;
}
