import ignore, { type Ignore } from 'ignore';

interface Rules {
  /** How many parts of a path lead to the folder that the rules belong to. */
  readonly depth: number;
  readonly rules: Ignore;
}

/**
 * What git ignores in a folder: the `.gitignore` files of the repository from its top down to it. Immutable. Paths are
 * lists of names from the repository's top.
 */
export class GitIgnore {
  private constructor(private readonly chain: readonly Rules[]) {}

  static readonly nothing = new GitIgnore([]);

  /** With the rules of a `.gitignore` file in the folder at `path`. */
  with(path: readonly string[], text: string): GitIgnore {
    return new GitIgnore([
      ...this.chain,
      { depth: path.length, rules: ignore({ ignorecase: false }).add(text) },
    ]);
  }

  /** Whether git ignores the file or directory, given that it ignores none of the folders above. */
  ignores(path: readonly string[], directory: boolean): boolean {
    for (const { depth, rules } of this.chain.toReversed()) {
      const { ignored, unignored } = rules.test(path.slice(depth).join('/') + (directory ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}
