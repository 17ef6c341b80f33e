import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeEditors, diagnostics, openChart, openText } from './chart';

/** The text and code of each problem, once there are as many as the fixture has marks. */
async function checkDiagnostics(lines: string, extension: 'md' | 'mmd' = 'md'): Promise<void> {
  const { document, fixture } = await openChart(lines, extension);
  const found = await diagnostics(document, fixture.marks.length);
  assert.deepEqual(
    found.map(({ range, code }) => ({ range, code: typeof code === 'object' ? code.value : code })),
    fixture.marks.map(({ span, label }) => ({
      range: new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)),
      code: label,
    })),
  );
}

describe('diagnostics', () => {
  afterEach(closeEditors);

  it('stand exactly on the id in Markdown', () =>
    checkDiagnostics(`
  Design: a, 2025-01-06, 5d
  Build: b, after desing, 5d
                  ^^^^^^ unknown-task`));

  it('stand exactly on the id in a Mermaid file', () =>
    checkDiagnostics(
      `
  Design: a, 2025-01-06, 5d
  Build: b, after a other, 5d
                    ^^^^^ unknown-task`,
      'mmd',
    ));

  it('follow the typing', async () => {
    const { document, editor, cursor } = await openChart(
      '  Design: a, 2025-01-06, 5d\n  Build: b, after a$0, 5d',
    );
    await editor.edit((edit) => edit.insert(cursor, 'x'));
    const [problem] = await diagnostics(document, 1);
    assert.include(problem?.message, '`ax`');
    await editor.edit((edit) => edit.delete(new vscode.Range(cursor, cursor.translate(0, 1))));
    await diagnostics(document, 0);
  });

  it('link a duplicate id to the other place', async () => {
    const { document } = await openChart('  One: a, 2025-01-06, 5d\n  Two: a, 2025-01-06, 5d');
    const [first, second] = await diagnostics(document, 2);
    assert.deepEqual(first?.relatedInformation?.[0]?.location.range, second?.range);
    assert.deepEqual(second?.relatedInformation?.[0]?.location.range, first?.range);
  });

  it('leave other diagrams and other text alone', async () => {
    const { document } = await openText(
      '```mermaid\nflowchart LR\n  a --> b: c, d\n```\n\ngantt\n  Build: b, after nothing, 5d\n\n```mermaid\ngantt\n  Build: b, after gone, 5d\n```\n',
      'md',
    );
    const [problem] = await diagnostics(document, 1);
    assert.equal(problem?.range.start.line, 10);
  });
});
