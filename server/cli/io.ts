import type { Clock } from '../gantt/analysis';
import { nearest } from '../gantt/editDistance';

/** Everything a command touches beside files and git, so that tests can stand in for the process. */
export interface Io {
  /** Where relative paths begin, absolute. */
  readonly cwd: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  /** Whether stdout shows colours, and how many columns it has; null where nobody knows. */
  readonly terminal: { readonly colour: boolean; readonly columns: number | null };
  /** Used where `--now` and `--time-zone` say nothing. */
  readonly clock: Clock;
}

/** What a command's caller gets. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line itself is wrong; the message is for the person who typed it. */
export class UsageError extends Error {}

/** A file, folder or git that does not do what was asked; the message is for a person. */
export class FailedError extends Error {}

/** The end of a message about a word that is none of `known`. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === null ? '' : `; did you mean “${meant}”?`;
}
