import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, openChart, until } from './chart';

const THREE = `
  section Team
  Design: design, 2025-01-06, 5d
  Build: build, after design, 5d
`;

/** The labels that VS Code lists for completion at the cursor, from us, in the order it shows them. */
async function completions(lines: string): Promise<vscode.CompletionItem[]> {
  const { document, cursor } = await openChart(lines);
  return until('completions', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      cursor,
    );
    const ours = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
    ours.sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    return ours.length > 0 ? ours : undefined;
  });
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

/** What VS Code answers at the cursor, once it answers anything. */
async function atCursor<T>(
  command: string,
  lines: string,
): Promise<{ found: T[]; document: vscode.TextDocument }> {
  const { document, cursor } = await openChart(lines);
  const found = await until(command, async () => {
    const answer = await vscode.commands.executeCommand<T[]>(command, document.uri, cursor);
    return answer.length > 0 ? answer : undefined;
  });
  return { found, document };
}

const rangeOf = (place: vscode.Location | vscode.LocationLink) =>
  'targetUri' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range;

afterEach(closeEditors);

describe('completion', () => {
  it('lists the tasks after `after`, never the task itself', async () => {
    const items = await completions(`${THREE}  Test: test, after $0, 5d`);
    assert.sameMembers(items.map(labelOf), ['design', 'build']);
  });

  it('goes on in the middle of a list, without what is there already', async () => {
    const items = await completions(`${THREE}  Test: test, after design $0, 5d`);
    assert.deepEqual(items.map(labelOf), ['build']);
  });

  it('replaces the typed beginning of an id', async () => {
    const items = await completions(`${THREE}  Test: test, after bui$0, 5d`);
    const build = items.find((item) => labelOf(item) === 'build');
    const range = build?.range;
    const replaced = range instanceof vscode.Range ? range : range?.replacing;
    assert.equal(replaced && replaced.end.character - replaced.start.character, 'bui'.length);
  });
});

describe('definition', () => {
  it('leads from a reference to its task', async () => {
    const { found, document } = await atCursor<vscode.Location | vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      `${THREE}  Test: test, after bu$0ild, 5d`,
    );
    assert.deepEqual(
      found.map((place) => document.getText(rangeOf(place))),
      ['build'],
    );
    assert.include(document.lineAt(rangeOf(found[0]!).start.line).text, 'Build: build');
  });

  it('leads to every task of a duplicate id', async () => {
    const { found } = await atCursor(
      'vscode.executeDefinitionProvider',
      '  One: a, 2025-01-06, 5d\n  Two: a, 2025-01-06, 5d\n  Three: b, after $0a, 5d',
    );
    assert.lengthOf(found, 2);
  });

  it('leads from an id to its references', async () => {
    const { found } = await atCursor(
      'vscode.executeReferenceProvider',
      '  One: $0a, 2025-01-06, 5d\n  Two: b, after a, 5d\n  Three: c, after a, 5d',
    );
    assert.isAtLeast(found.length, 2);
  });

  it('of a heading link is left to Markdown', async () => {
    const { document } = await openChart(THREE);
    const link = document.positionAt(document.getText().lastIndexOf('#plan') + 2);
    const found = await until('the built-in definition', async () => {
      const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        link,
      );
      return places.length > 0 ? places : undefined;
    });
    assert.deepEqual(
      found.map((place) => rangeOf(place).start.line),
      [0],
    );
  });
});

describe('hover', () => {
  it('says the dates of the referenced task', async () => {
    const { found } = await atCursor<vscode.Hover>(
      'vscode.executeHoverProvider',
      `${THREE}  Test: test, after bu$0ild, 5d`,
    );
    const text = found.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.include(text.join('\n'), 'Sat 11 Jan 2025');
  });
});

describe('formatting', () => {
  const MESSY = '  section  Team\nBuild:b,2025-01-06,5d';
  const TIDY = '    Build: b, 2025-01-06, 5d';

  it('of a Markdown document is a command, and leaves its text alone', async () => {
    const { document } = await openChart(MESSY);
    await until('the formatted chart', async () => {
      await vscode.commands.executeCommand('roadmapGantt.formatCharts');
      return document.getText().includes(TIDY) || undefined;
    });
    assert.include(document.getText(), '[Plan](#plan)');
  });

  it('is no second formatter for Markdown, and the formatter of Mermaid files', async () => {
    const formatted = (document: vscode.TextDocument) =>
      vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 2, insertSpaces: true },
      );
    const mermaid = await openChart(MESSY, 'mmd');
    await until('edits', async () => ((await formatted(mermaid.document))?.length ? true : undefined));
    const markdown = await openChart(MESSY);
    assert.isNotOk((await formatted(markdown.document))?.length);
  });
});
