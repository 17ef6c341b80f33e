import { type Diagnostic, DiagnosticSeverity, languages, type Uri } from 'vscode';

const SOURCE = 'roadmap-gantt';

/** What is wrong with a document's charts, in the order of places; hints are no problems. */
export function problemsOf(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === SOURCE && severity !== DiagnosticSeverity.Hint)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}
