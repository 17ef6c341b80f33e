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
  serve(createConnection(ProposedFeatures.all), diskFiles);
} else {
  const asked = process.argv.includes('--help');
  (asked ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = asked ? 0 : 2;
}
