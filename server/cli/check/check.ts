import { analyze } from '../../gantt/analyze';
import { HOST_VERSIONS, type MermaidVersion, readMermaidVersion } from '../../gantt/mermaidVersion';
import type { Command, Invocation } from '../command';
import { COMMON_HELP, COMMON_OPTIONS, choiceOf, clockFrom, paintFor, stringOf } from '../commonOptions';
import { findFiles } from '../findFiles';
import { EXIT, type ExitCode, FailedError, UsageError } from '../io';
import { readSource } from '../sourceFile';
import {
  type CheckedFile,
  type CheckResult,
  checkedFile,
  reaches,
  SEVERITIES,
  withoutHints,
} from './findings';
import { githubReport } from './githubReport';
import { jsonReport } from './jsonReport';
import { prettyReport } from './prettyReport';
import { sarifReport } from './sarifReport';
import { severityChoices } from './severityChoices';

const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
const FAIL_ON = [...SEVERITIES, 'never'] as const;

export const check: Command = {
  summary: 'find mistakes in gantt charts',
  help: `Usage: roadmap-gantt check [options] [paths…]

Finds mistakes in the Mermaid gantt charts of Markdown and Mermaid files: what Mermaid refuses to draw, and what it
draws at dates that do not follow from the text. A path is a file, a folder (with all below it that git does not
ignore) or - for standard input; without one, the current folder.

Options:
  --format FORMAT       pretty, json, sarif or github (default: pretty)
  --fail-on LEVEL       exit with 1 from this level on: error, warning, information, hint or never (default: error)
  --severity CODE=LEVEL another level for a code, or off; may be repeated
  --mermaid-version V   what readers have: latest, github, gitlab, vscode or one such as 10.9 (default: latest)
  --hints               report hints too, which json always does and --fail-on hint implies
  --stdin-filename NAME what standard input is called; .mmd or .mermaid make it a bare chart (default: stdin.md)
${COMMON_HELP}
Exits with 0 when nothing was found at --fail-on or worse, 1 when something was, 2 when the command line is wrong or a
file cannot be read.
`,
  options: {
    ...COMMON_OPTIONS,
    format: { type: 'string' },
    'fail-on': { type: 'string' },
    'mermaid-version': { type: 'string' },
    hints: { type: 'boolean' },
    severity: { type: 'string', multiple: true },
    'stdin-filename': { type: 'string' },
  },
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { values, io } = invocation;
  const format = choiceOf(values, 'format', FORMATS, 'pretty');
  const failOn = choiceOf(values, 'fail-on', FAIL_ON, 'error');
  const found = await checkAll(invocation);
  const result = values.hints || failOn === 'hint' || format === 'json' ? found : withoutHints(found);
  const reports = {
    pretty: () => prettyReport(result, paintFor(values, io)),
    json: () => jsonReport(result),
    sarif: () => sarifReport(result),
    github: () => githubReport(result),
  };
  io.stdout(reports[format]());
  for (const failure of result.failures) io.stderr(`roadmap-gantt: ${failure}\n`);
  if (result.failures.length > 0) return EXIT.failed;
  return reaches(result, failOn) ? EXIT.found : EXIT.clean;
}

async function checkAll({ values, positionals, io }: Invocation): Promise<CheckResult> {
  const clock = clockFrom(values, io);
  const choices = severityChoices([values.severity ?? []].flat().map(String));
  const version = mermaidVersion(stringOf(values, 'mermaid-version') ?? 'latest');
  const stdinName = stringOf(values, 'stdin-filename') ?? 'stdin.md';
  const found = await findFiles(positionals.length === 0 ? ['.'] : positionals, io.cwd);
  const files: CheckedFile[] = [];
  const failures = [...found.failures];
  for (const file of found.files) {
    try {
      const source = await readSource(file, io, stdinName);
      const analysis = analyze(source.text, source.language, clock);
      if (analysis.charts.length > 0) files.push(checkedFile(source, analysis, choices, version));
    } catch (error) {
      if (!(error instanceof FailedError)) throw error;
      failures.push(error.message);
    }
  }
  return { files, searched: found.files.length, failures, hiddenHints: 0 };
}

function mermaidVersion(text: string): MermaidVersion | null {
  const version = readMermaidVersion(text);
  if (version !== undefined) return version;
  const names = ['latest', ...Object.keys(HOST_VERSIONS)].join(', ');
  throw new UsageError(`--mermaid-version: “${text}” is neither a version such as 10.9 nor one of ${names}`);
}
