import { EXIT } from './io';
import { run } from './run';

let unwritten = false;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe: that is no error.
    if (error.code === 'EPIPE') return;
    unwritten = true;
    process.exitCode = EXIT.failed;
    if (stream === process.stdout) process.stderr.write(`roadmap-gantt: cannot write: ${error.code}\n`);
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const { NO_COLOR, TERM } = process.env;

// The exit code is set and not forced, so that all output gets out first.
run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  stdin: readStdin,
  terminal: {
    colour: process.stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb',
    columns: process.stdout.isTTY ? process.stdout.columns : null,
  },
  clock: { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
}).then((code) => {
  process.exitCode = unwritten ? EXIT.failed : code;
});
