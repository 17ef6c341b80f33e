import * as vscode from 'vscode';
import { type Fixture, parseMarks } from '../support/marks';

export interface OpenChart {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  /** Where the fixture has `$0`. */
  readonly cursor: vscode.Position;
  readonly fixture: Fixture;
}

/** Opens a file of the given lines: a whole chart in a Mermaid file, in Markdown a chart in a fence. */
export function openChart(lines: string, extension: 'md' | 'mmd' = 'md'): Promise<OpenChart> {
  const chart = `gantt\n  dateFormat YYYY-MM-DD\n${lines}`;
  return openText(
    extension === 'mmd' ? chart : `# Plan\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n\n[Plan](#plan)\n`,
    extension,
  );
}

let files = 0;

/** Opens a new file of the workspace that holds the fixture, with the cursor at `$0`. */
export async function openText(text: string, extension: 'md' | 'mmd'): Promise<OpenChart> {
  const fixture = parseMarks(text);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = vscode.Uri.joinPath(folder!.uri, `fixture-${++files}.${extension}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(fixture.text));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const cursor = document.positionAt(fixture.cursor ?? 0);
  editor.selection = new vscode.Selection(cursor, cursor);
  return { document, editor, cursor, fixture };
}

/** Leaves no editor open, and no question whether to save. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks until the answer is there; throws after ten seconds. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | PromiseLike<T | undefined>,
): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Our errors and warnings once there are `count` of them, in document order. */
export function diagnostics(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  return until(`${count} diagnostics`, () => {
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source, severity }) => source === SOURCE && severity <= vscode.DiagnosticSeverity.Warning);
    found.sort((a, b) => a.range.start.compareTo(b.range.start));
    return found.length === count ? found : undefined;
  });
}

const SOURCE = 'roadmap-gantt';
