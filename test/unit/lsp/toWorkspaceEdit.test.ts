import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withoutPlaceholders } from '../../../server/lsp/toLsp';
import { editSupport, toWorkspaceEdit } from '../../../server/lsp/toWorkspaceEdit';

const document = TextDocument.create('file:///a.md', 'markdown', 3, 'abc');
const edits = [{ span: { start: 1, end: 2 }, text: '$' + '{1:x}' }];
const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };

test('says which version the edits are for where the client can read it', () => {
  const support = editSupport({ workspace: { workspaceEdit: { documentChanges: true } } });
  expect(toWorkspaceEdit(document, edits, support, true)).toEqual({
    documentChanges: [{ textDocument: { uri: document.uri, version: 3 }, edits: [{ range, newText: 'x' }] }],
  });
});

test('keeps placeholders where the client can fill them', () => {
  const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
  const edit = toWorkspaceEdit(document, edits, editSupport({ workspace: { workspaceEdit } }), true);
  expect(edit.documentChanges).toMatchObject([{ edits: [{ range, snippet: { kind: 'snippet' } }] }]);
});

test('falls back to plain changes', () => {
  expect(toWorkspaceEdit(document, edits, editSupport({}))).toEqual({
    changes: { [document.uri]: [{ range, newText: edits[0]!.text }] },
  });
});

test.each([
  ['start, $' + '{2:3d}$0', 'start, 3d'],
  ['\\$5 \\} $1', '$5 } '],
])('reads %j as plain text', (snippet, text) => {
  expect(withoutPlaceholders(snippet)).toBe(text);
});
