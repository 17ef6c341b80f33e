import type { ParseArgsConfig } from 'node:util';
import type { ExitCode, Io } from './io';

/** Option values by name, as node:util's parseArgs returns them. */
export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Invocation {
  readonly values: OptionValues;
  readonly positionals: readonly string[];
  /** How many of the positionals stand in front of `--`; all of them where there is none. */
  readonly beforeDashes: number;
  readonly io: Io;
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(invocation: Invocation): Promise<ExitCode>;
}
