import { version } from '../../../package.json';
import type { Diagnostic } from '../../features/diagnostics';
import { PROBLEM_CODES, type ProblemCode, type Severity } from '../../gantt/problems/codes';
import type { Fix } from '../../gantt/problems/problem';
import type { Span } from '../../gantt/span';
import type { SourceFile } from '../sourceFile';
import type { CheckResult } from './findings';
import { reportRange } from './ranges';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Record<Severity, string>;
const CODES = Object.keys(PROBLEM_CODES) as ProblemCode[];

/** SARIF 2.1.0, which code scanning services and editors read. Paths are relative to the working folder. */
export function sarifReport(result: CheckResult): string {
  const run = {
    tool: { driver: { name: 'Roadmap Gantt', version, semanticVersion: version, rules: CODES.map(rule) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: result.failures.length === 0,
        toolExecutionNotifications: result.failures.map((text) => ({ level: 'error', message: { text } })),
      },
    ],
    results: result.files.flatMap(({ source, findings }) =>
      findings.map((finding) => resultOf(source, finding)),
    ),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: ProblemCode) {
  const words = code.replace(/-/g, ' ');
  return {
    id: code,
    shortDescription: { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}` },
    help: { text: `docs/diagnostics.md explains ${code}.` },
    defaultConfiguration: { level: LEVELS[PROBLEM_CODES[code]] },
  };
}

function resultOf(source: SourceFile, { code, severity, message, span, related, fixes }: Diagnostic) {
  // A fix with places for the person to fill in is none for a program.
  const complete = fixes().filter(({ snippet }) => !snippet);
  return {
    ruleId: code,
    ruleIndex: CODES.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(source, span)],
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: place.message },
      ...location(source, place.span),
    })),
    fixes: complete.map((fix) => fixOf(source, fix)),
  };
}

function location(source: SourceFile, span: Span) {
  return {
    physicalLocation: { artifactLocation: artifact(source), region: region(source, span) },
  };
}

function fixOf(source: SourceFile, { title, edits }: Fix) {
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: region(source, span),
    insertedContent: { text },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifact(source), replacements }],
  };
}

function region({ document }: SourceFile, span: Span) {
  const { start, end } = reportRange(document, span);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

/** A relative path stays one; an absolute one becomes a file URI. */
function artifact({ path }: SourceFile) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[a-z]:\//i.test(path))
    return { uri: `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` };
  return path.startsWith('/') ? { uri: `file://${encoded}` } : { uri: encoded, uriBaseId: '%SRCROOT%' };
}
