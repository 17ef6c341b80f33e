import {
  type CodeAction,
  CodeActionKind,
  commands,
  Range,
  type Uri,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Range as ProtocolRange } from 'vscode-languageserver-types';
import { RESCHEDULE_REQUEST, type RescheduleParams, type Rescheduling } from '../../../server/lsp/protocol';
import type { FromPage, Rescheduled } from './messages';
import { columnOf } from './revealSource';

type Ask = Extract<FromPage, { type: 'reschedule' }>;

/**
 * The changes that the panel makes to its document. The page never sees an edit: it chooses by number among the last
 * answers, and an answer is good for the version it was given for.
 */
export class PanelEdits {
  private rescheduling: { request: number; version: number; answer: Rescheduling } | undefined;
  private fixing: { request: number; version: number; actions: CodeAction[] } | undefined;

  constructor(
    private readonly uri: Uri,
    private readonly client: BaseLanguageClient,
    private readonly panel: WebviewPanel,
  ) {}

  async reschedule({ request, version, chart, task, drag }: Ask): Promise<Rescheduled | null> {
    const uri = this.client.code2ProtocolConverter.asUri(this.uri);
    const params: RescheduleParams = { textDocument: { uri, version }, chart, task, drag };
    const answer = await this.client.sendRequest<Rescheduling | null>(RESCHEDULE_REQUEST, params);
    this.rescheduling = answer ? { request, version, answer } : undefined;
    if (!answer) return null;
    return {
      explanation: answer.explanation,
      choices: answer.choices.map(({ title, dates }) => ({ title, dates })),
    };
  }

  /** One edit, so that one undo takes it back. */
  async applyChoice(request: number, choice: number): Promise<void> {
    const { rescheduling } = this;
    const chosen = rescheduling?.request === request ? rescheduling.answer.choices[choice] : undefined;
    if (!rescheduling || !chosen) return;
    const document = await workspace.openTextDocument(this.uri);
    if (document.version !== rescheduling.version) return;
    const edit = new WorkspaceEdit();
    edit.set(this.uri, await this.client.protocol2CodeConverter.asTextEdits(chosen.edits));
    await workspace.applyEdit(edit);
  }

  /** The titles of what mends the problems in a range. */
  async fixes(request: number, version: number, { start, end }: ProtocolRange): Promise<string[]> {
    const range = new Range(start.line, start.character, end.line, end.character);
    const kind = CodeActionKind.QuickFix.value;
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      this.uri,
      range,
      kind,
    );
    const usable = actions.filter(
      ({ edit, kind, disabled }) => edit && !disabled && kind && CodeActionKind.QuickFix.contains(kind),
    );
    this.fixing = { request, version, actions: usable };
    return usable.map(({ title }) => title);
  }

  async applyFix(request: number, fix: number): Promise<void> {
    const { fixing } = this;
    const edit = fixing?.request === request ? fixing.actions[fix]?.edit : undefined;
    if (!fixing || !edit) return;
    const document = await workspace.openTextDocument(this.uri);
    if (document.version === fixing.version) await workspace.applyEdit(edit);
  }

  /** Undo belongs to the text, so the text gets the focus for as long as it takes. */
  async run(command: 'undo' | 'redo'): Promise<void> {
    const document = await workspace.openTextDocument(this.uri);
    const viewColumn = columnOf(document);
    if (!viewColumn) return;
    await window.showTextDocument(document, { viewColumn });
    await commands.executeCommand(command);
    this.panel.reveal(undefined, false);
  }
}
