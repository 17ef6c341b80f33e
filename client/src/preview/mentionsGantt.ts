import { commands, Disposable, type TextDocument, window, workspace } from 'vscode';

/** Keeps the buttons out of documents that cannot hold a chart, of which there are many: every README. */
export function watchForCharts(): Disposable {
  let told: boolean | undefined;

  function tell(document: TextDocument | undefined): void {
    const mentions = document !== undefined && /\bgantt\b/i.test(document.getText());
    if (mentions === told) return;
    told = mentions;
    void commands.executeCommand('setContext', 'roadmapGantt.mentionsGantt', mentions);
  }

  tell(window.activeTextEditor?.document);
  return Disposable.from(
    window.onDidChangeActiveTextEditor((editor) => tell(editor?.document)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) tell(document);
    }),
  );
}
