import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, diagnostics, openChart, until } from './chart';

const [folder] = vscode.workspace.workspaceFolders ?? [];
const chart = (task: string) => `gantt\n  dateFormat YYYY-MM-DD\n  section Ann\n  ${task}, 2025-01-06, 5d\n`;

const selected = (document: vscode.TextDocument) => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? document.getText(editor.selection) : undefined;
};

const selects = (document: vscode.TextDocument, text: string) =>
  until(`“${text}” to be selected`, () => (selected(document) === text ? true : undefined));

afterEach(closeEditors);

describe('going from task to task', () => {
  const LINES = `  Design: design, 2025-01-06, 5d
  Build: build, after design, 5d
  Test: test, after design build, 5d`;
  const goTo = (direction: 'Predecessor' | 'Successor', ...args: unknown[]) =>
    vscode.commands.executeCommand(`roadmapGantt.goTo${direction}`, ...args);

  for (const extension of ['md', 'mmd'] as const) {
    it(`goes there at once where there is one (.${extension})`, async () => {
      const { document } = await openChart(LINES.replace('build, after', 'bu$0ild, after'), extension);
      await goTo('Predecessor');
      await selects(document, 'Design');
    });
  }

  it('goes from a place that a code lens names', async () => {
    const { document } = await openChart(LINES);
    const line = document.getText().slice(0, document.getText().indexOf('Build')).split('\n').length - 1;
    await goTo('Successor', document.uri.toString(), { line, character: 4 });
    await selects(document, 'Test');
  });

  it('stays where nothing waits', async () => {
    const { editor, cursor } = await openChart(LINES.replace('Test', '$0Test'));
    await goTo('Successor');
    assert.isTrue(editor.selection.active.isEqual(cursor));
  });

  it('goes to the range that a link names, and nowhere for anything else', async () => {
    const { document } = await openChart(LINES);
    const start = document.positionAt(document.getText().indexOf('Build'));
    const range = { start, end: start.translate(0, 5) };
    await vscode.commands.executeCommand('roadmapGantt.goToTask', document.uri.toString(), range);
    await selects(document, 'Build');
    await vscode.commands.executeCommand('roadmapGantt.goToTask', document.uri.toString(), 'elsewhere');
    await vscode.commands.executeCommand('roadmapGantt.goToTask', 42);
    assert.equal(selected(document), 'Build');
  });
});

describe('links in hovers', () => {
  it('may run the commands that lead to tasks, and no others', async () => {
    const { document, cursor } = await openChart(
      '  Design: design, 2025-01-06, 5d\n  Bu$0ild: build, after design, 5d',
    );
    const text = await until('a link', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        cursor,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .find(
          (content): content is vscode.MarkdownString =>
            content instanceof vscode.MarkdownString && content.value.includes('command:'),
        );
    });
    assert.deepEqual(text.isTrusted, {
      enabledCommands: [
        'roadmapGantt.goToTask',
        'roadmapGantt.goToPredecessor',
        'roadmapGantt.goToSuccessor',
      ],
    });
  });
});

describe('going from problem to problem', () => {
  const LINES = `  Design: 2025-01-06, 5d
  Build: after gone, 5d
  Test: after lost, 5d`;

  it('goes round, forwards and backwards', async () => {
    const { document } = await openChart(LINES);
    await diagnostics(document, 2);
    const goTo = (name: string) => vscode.commands.executeCommand(`roadmapGantt.goTo${name}Problem`);
    for (const [name, text] of [
      ['Next', 'gone'],
      ['Next', 'lost'],
      ['Next', 'gone'],
      ['Previous', 'lost'],
      ['Previous', 'gone'],
    ] as const) {
      await goTo(name);
      await selects(document, text);
    }
  });
});

describe('tasks of the whole workspace', () => {
  const symbols = async (query: string) => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      query,
    );
    return found.filter(({ name }) => name.includes('Zeppelin')).map(({ name }) => name);
  };
  const finds = (query: string, ...names: string[]) =>
    until(`${names} for ${query}`, async () => {
      const found = await symbols(query);
      return JSON.stringify(found.sort()) === JSON.stringify(names.sort()) ? true : undefined;
    });
  const file = (name: string) => vscode.Uri.joinPath(folder!.uri, 'airships', name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));

  afterEach(() => vscode.workspace.fs.delete(file(''), { recursive: true }));

  it('are found by name and by id, in files that are not open', async () => {
    await write('a.mmd', chart('Zeppelin one: lz1'));
    await write('b.md', `# B\n\n\`\`\`mermaid\n${chart('Zeppelin two: lz2')}\`\`\`\n`);
    await finds('zeppelin', 'Zeppelin one (lz1)', 'Zeppelin two (lz2)');
    await finds('lz2', 'Zeppelin two (lz2)');
  });

  it('follow files as they come, change and go', async () => {
    await write('a.mmd', chart('Zeppelin one: lz1'));
    await finds('zeppelin', 'Zeppelin one (lz1)');
    await write('a.mmd', chart('Zeppelin two: lz2'));
    await finds('zeppelin', 'Zeppelin two (lz2)');
    await write('b.mmd', chart('Zeppelin three: lz3'));
    await finds('zeppelin', 'Zeppelin two (lz2)', 'Zeppelin three (lz3)');
    await vscode.workspace.fs.delete(file('a.mmd'));
    await finds('zeppelin', 'Zeppelin three (lz3)');
    await write('.gitignore', '*.mmd\n');
    await finds('zeppelin');
  });

  it('are those of the editor while a file is being written', async () => {
    await write('a.mmd', chart('Zeppelin one: lz1'));
    const document = await vscode.workspace.openTextDocument(file('a.mmd'));
    const editor = await vscode.window.showTextDocument(document);
    const start = document.positionAt(document.getText().indexOf('one'));
    await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, 3)), 'unsaved'));
    await finds('zeppelin', 'Zeppelin unsaved (lz1)');
    await document.save();
  });
});

describe('the keys', () => {
  it('belong to nobody else', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const commandsOf = new Map<string, Set<string>>();
    for (const [, key = '', command = ''] of text.matchAll(/"key":\s*"([^"]+)",\s*"command":\s*"([^"]+)"/g)) {
      commandsOf.set(key, (commandsOf.get(key) ?? new Set()).add(command));
    }
    for (const command of ['roadmapGantt.goToPredecessor', 'roadmapGantt.goToSuccessor']) {
      const keys = [...commandsOf].filter(([, commands]) => commands.has(command));
      assert.lengthOf(keys, 1, command);
      assert.deepEqual([...keys[0]![1]], [command]);
    }
  });
});
