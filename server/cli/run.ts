import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { check } from './check/check';
import type { Command } from './command';
import { diff } from './diff/diff';
import { didYouMean, EXIT, type ExitCode, FailedError, type Io, UsageError } from './io';
import { schedule } from './schedule/schedule';

const COMMANDS: Readonly<Record<string, Command>> = { check, schedule, diff };

const HELP = `Usage: roadmap-gantt <command> [options]

Checks and schedules roadmaps kept as Mermaid gantt charts.

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

Options:
  -h, --help     this text; behind a command, the command's own
  -v, --version  the version

Exits with 0 when all is well, 1 when something was found, 2 when it could not do what was asked.
`;

/** `args` without the program's own name. Never throws: what goes wrong is told on stderr. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    return await dispatch(name, rest, io);
  } catch (error) {
    io.stderr(`roadmap-gantt: ${explanation(error)}\n`);
    const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? ` ${name}` : '';
    if (isUsageError(error)) io.stderr(`Try “roadmap-gantt${command} --help”.\n`);
    return EXIT.failed;
  }
}

async function dispatch(name: string | undefined, args: string[], io: Io): Promise<ExitCode> {
  if (name === undefined) throw new UsageError(`name a command: ${Object.keys(COMMANDS).join(', ')}`);
  if (name === '--help' || name === '-h' || name === 'help') {
    const [topic] = args;
    io.stdout(topic === undefined ? HELP : commandNamed(topic).help);
    return EXIT.clean;
  }
  if (name === '--version' || name === '-v') {
    io.stdout(`${version}\n`);
    return EXIT.clean;
  }
  const command = commandNamed(name);
  const { values, positionals, tokens } = parseArgs({
    args,
    options: command.options,
    allowPositionals: true,
    tokens: true,
  });
  if (values.help) {
    io.stdout(command.help);
    return EXIT.clean;
  }
  const dashes = tokens.find(({ kind }) => kind === 'option-terminator');
  const before = tokens.filter(
    ({ kind, index }) => kind === 'positional' && !(dashes && index > dashes.index),
  );
  return command.run({ values, positionals, beforeDashes: before.length, io });
}

function commandNamed(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command;
  const names = Object.keys(COMMANDS);
  const hint = didYouMean(name, names) || `; the commands are ${names.join(', ')}`;
  throw new UsageError(`there is no command “${name}”${hint}`);
}

/** parseArgs throws plain errors with a code; its messages are made for people. */
function isUsageError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
}

function explanation(error: unknown): string {
  if (isUsageError(error) || error instanceof FailedError) return (error as Error).message;
  return `this should not have happened, please report it: ${error instanceof Error ? error.message : error}`;
}
