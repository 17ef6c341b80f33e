import type { Clock } from '../../gantt/analysis';
import { analyze } from '../../gantt/analyze';
import type { Command, Invocation } from '../command';
import { COMMON_HELP, COMMON_OPTIONS, choiceOf, clockFrom, paintFor } from '../commonOptions';
import { EXIT, type ExitCode } from '../io';
import type { SourceFile } from '../sourceFile';
import { changedFiles, type FilePair } from './changedFiles';
import { type ChartDiff, compareDocuments } from './compare';
import { jsonDiff } from './jsonDiff';
import { markdownDiff } from './markdownDiff';
import { prettyDiff } from './prettyDiff';
import { comparisonOf, type Side } from './revisions';

const FORMATS = ['pretty', 'json', 'markdown'] as const;

/** What a report is made from. */
export interface DiffResult {
  readonly before: Side;
  readonly after: Side;
  /** Only those in which a chart differs. */
  readonly files: readonly FileDiff[];
}

export interface FileDiff {
  /** Relative to the repository's top. */
  readonly path: string;
  /** What a renamed file was called before; else null. */
  readonly oldPath: string | null;
  readonly charts: readonly ChartDiff[];
}

export const diff: Command = {
  summary: 'show what moved between two git revisions',
  help: `Usage: roadmap-gantt diff [options] [REV[..REV]] [paths…]

Shows what changed in the Mermaid gantt charts of a git repository: tasks that were added, removed, renamed or moved
to other true dates, and each chart's last date. REV alone is compared with the work tree, REV..REV with each other,
REV...REV from where the two parted. Without one, HEAD is compared with the work tree. Paths narrow it down; put --
in front of them where one is also called like a revision.

Options:
  --format FORMAT       pretty, json or markdown (default: pretty)
  --exit-code           exit with 1 when anything differs
${COMMON_HELP}
Exits with 0, or with 2 when the command line is wrong or git cannot do it.
`,
  options: { ...COMMON_OPTIONS, format: { type: 'string' }, 'exit-code': { type: 'boolean' } },
  run,
};

async function run({ values, positionals, beforeDashes, io }: Invocation): Promise<ExitCode> {
  const format = choiceOf(values, 'format', FORMATS, 'pretty');
  const clock = clockFrom(values, io);
  const comparison = await comparisonOf(positionals, beforeDashes, io.cwd);
  const pairs = await changedFiles(comparison);
  const files = pairs.map((pair) => fileDiff(pair, clock)).filter(({ charts }) => charts.length > 0);
  const result: DiffResult = { before: comparison.before, after: comparison.after, files };
  const reports = {
    pretty: () => prettyDiff(result, paintFor(values, io)),
    json: () => jsonDiff(result),
    markdown: () => markdownDiff(result),
  };
  io.stdout(reports[format]());
  return values['exit-code'] && files.length > 0 ? EXIT.found : EXIT.clean;
}

function fileDiff({ before, after }: FilePair, clock: Clock): FileDiff {
  const analysed = (source: SourceFile | null) => source && analyze(source.text, source.language, clock);
  const oldPath = before && after && before.path !== after.path ? before.path : null;
  return {
    path: (after ?? before)?.path ?? '',
    oldPath,
    charts: compareDocuments(analysed(before), analysed(after)),
  };
}
