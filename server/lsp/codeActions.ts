import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll, type QuickFix, quickFixes } from '../features/quickFixes';
import type { Refactoring } from '../features/refactor/refactoring';
import { refactorings } from '../features/refactor/refactorings';
import { languageIn } from './documents';
import type { Requests } from './requests';
import type { ClientSettings } from './settings';
import { toDiagnostic, toSpan } from './toLsp';
import { type EditSupport, editSupport, toWorkspaceEdit } from './toWorkspaceEdit';

/** Mends all that can be mended without a choice; editors run it on saving where a person asks for that. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.roadmapGantt`;

const REFACTOR_KINDS: Record<Refactoring['kind'], string> = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  move: CodeActionKind.RefactorMove,
};

export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL, ...Object.values(REFACTOR_KINDS)];

/** What looks at the whole chart is too slow in a longer document for every move of the cursor. */
const QUICK_LENGTH = 100_000;

export function answerCodeActions(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  client: ClientCapabilities,
): void {
  const support = editSupport(client);
  const actions = async ({
    textDocument,
    range,
    context,
  }: CodeActionParams): Promise<CodeAction[] | null> => {
    const { severity } = await settings.current();
    const snapshot = requests.documents.get(textDocument.uri);
    if (!snapshot) return null;
    const { document, analysis } = snapshot;
    const wanted = (kind: string) =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const hurried =
      context.triggerKind === CodeActionTriggerKind.Automatic && analysis.text.length > QUICK_LENGTH;
    const found: CodeAction[] = [];
    if (wanted(CodeActionKind.QuickFix)) {
      const fixes = quickFixes(analysis, toSpan(document, range), severity, !hurried);
      found.push(...fixes.map((fix) => toQuickFix(document, fix, support)));
    }
    if (!hurried && (context.only === undefined || Object.values(REFACTOR_KINDS).some(wanted))) {
      const all = refactorings(analysis, languageIn(document), document.offsetAt(range.start));
      found.push(
        ...all.map((one) => toRefactoring(document, one, support)).filter(({ kind }) => wanted(kind)),
      );
    }
    // Asked for by name only: it is no answer to what is wrong at one place.
    if (context.only !== undefined && wanted(FIX_ALL)) {
      const edits = fixAll(analysis, severity);
      const edit = toWorkspaceEdit(document, edits, support);
      if (edits.length > 0) found.push({ title: 'Fix all that can be fixed', kind: FIX_ALL, edit });
    }
    return found;
  };
  connection.onCodeAction(requests.answer(actions, null));
}

function toQuickFix(document: TextDocument, fix: QuickFix, support: EditSupport): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.preferred,
    ...(fix.problem && { diagnostics: [toDiagnostic(document, fix.problem)] }),
    edit: toWorkspaceEdit(document, fix.edits, support, fix.snippet),
  };
}

function toRefactoring(document: TextDocument, { title, kind, edits }: Refactoring, support: EditSupport) {
  return { title, kind: REFACTOR_KINDS[kind], edit: toWorkspaceEdit(document, edits, support) };
}
