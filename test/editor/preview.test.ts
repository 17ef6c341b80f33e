import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, openChart, until } from './chart';

const OPEN = 'roadmapGantt.openPreviewToSide';

function panels(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('roadmapGantt.preview'),
    );
}

const panelCount = (count: number) =>
  until(`${count} panels`, () => (panels().length === count ? panels() : undefined));

describe('preview', () => {
  afterEach(closeEditors);

  it('opens beside the editor and leaves the focus there', async () => {
    const { document } = await openChart('  Design: a, 2025-01-06, 5d');
    await vscode.commands.executeCommand(OPEN);
    const [panel] = await panelCount(1);
    assert.equal(panel?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('is one for a document', async () => {
    await openChart('  Design: a, 2025-01-06, 5d');
    await vscode.commands.executeCommand(OPEN);
    await panelCount(1);
    await vscode.commands.executeCommand(OPEN);
    await openChart('  Other: a, 2025-01-06, 5d');
    await vscode.commands.executeCommand(OPEN);
    await panelCount(2);
  });
});
