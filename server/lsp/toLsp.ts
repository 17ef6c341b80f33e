import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Hover,
  InsertTextFormat,
  type Location,
  type LocationLink,
  MarkupKind,
  type Range,
  SymbolKind,
  type TextEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem as Completion, CompletionKind } from '../features/completion/item';
import type { Definition } from '../features/definition';
import type { Diagnostic as Found } from '../features/diagnostics';
import type { Hover as Card } from '../features/hover';
import type { WorkspaceSymbolOf } from '../features/workspaceSymbols';
import { type Severity, UNNECESSARY } from '../gantt/problems/codes';
import type { Edit } from '../gantt/problems/problem';
import type { Span } from '../gantt/span';

// The only place where spans become ranges and features' results become the protocol's.

const SOURCE = 'roadmap-gantt';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const ITEM_KINDS: Record<CompletionKind, CompletionItemKind> = {
  task: CompletionItemKind.Reference,
  milestone: CompletionItemKind.Event,
  section: CompletionItemKind.Module,
  keyword: CompletionItemKind.Keyword,
  tag: CompletionItemKind.EnumMember,
  date: CompletionItemKind.Constant,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
};

export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Absolute offsets; a position behind its line's end counts as the end. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

export function toLocation(document: TextDocument, span: Span): Location {
  return { uri: document.uri, range: toRange(document, span) };
}

/** `documentation`: the page that explains the code under its name. */
export function toDiagnostic(
  document: TextDocument,
  found: Found,
  documentation: string | null = null,
): Diagnostic {
  return {
    source: SOURCE,
    code: found.code,
    ...(documentation && { codeDescription: { href: `${documentation}#${found.code}` } }),
    ...(UNNECESSARY.has(found.code) && { tags: [DiagnosticTag.Unnecessary] }),
    severity: SEVERITIES[found.severity],
    range: toRange(document, found.span),
    message: found.message,
    relatedInformation: found.related.map(({ span, message }) => ({
      location: toLocation(document, span),
      message,
    })),
  };
}

export function toHover(document: TextDocument, { span, text }: Card): Hover {
  return { range: toRange(document, span), contents: { kind: MarkupKind.Markdown, value: text } };
}

/** Links where the client knows them, for they say what was clicked on. */
export function toDefinition(
  document: TextDocument,
  { origin, targets }: Definition,
  links: boolean,
): LocationLink[] | Location[] {
  if (!links) return targets.map(({ name }) => toLocation(document, name));
  return targets.map(({ full, name }) => ({
    originSelectionRange: toRange(document, origin),
    targetUri: document.uri,
    targetRange: toRange(document, full),
    targetSelectionRange: toRange(document, name),
  }));
}

/** What comes back to the server when the documentation of a task's id is wanted. */
export interface CompletionData {
  uri: string;
  version: number;
  task: NonNullable<Completion['task']>;
}

/** `snippets`: whether the client fills placeholders. */
export function toCompletionItem(
  document: TextDocument,
  item: Completion,
  position: number,
  snippets: boolean,
): CompletionItem {
  const { uri, version } = document;
  const snippet = item.snippet === true && snippets;
  const text = item.snippet === true && !snippets ? withoutPlaceholders(item.edit.text) : item.edit.text;
  const data: CompletionData | undefined = item.task && { uri, version, task: item.task };
  return {
    label: item.label,
    kind: ITEM_KINDS[item.kind],
    ...(item.description && { labelDetails: { description: item.description } }),
    ...(item.detail && { detail: item.detail }),
    ...(item.documentation && { documentation: { kind: MarkupKind.Markdown, value: item.documentation } }),
    ...(item.filterText && { filterText: item.filterText }),
    sortText: String(position).padStart(6, '0'),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: toTextEdit(document, { ...item.edit, text }),
    ...(data && { data }),
  };
}

/** `${1:3d}` is `3d`, `$0` is nothing, and `\$` is a dollar sign. */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$\{\d+:([^}]*)\}|\$\d+/g, (_, escaped, text) => escaped ?? text ?? '');
}

export function toTextEdit(document: TextDocument, { span, text }: Edit): TextEdit {
  return { range: toRange(document, span), newText: text };
}

const SYMBOL_KINDS = { task: SymbolKind.Field, milestone: SymbolKind.Event };

export function toWorkspaceSymbol(symbol: WorkspaceSymbolOf<Range>): WorkspaceSymbol {
  const { name, container, kind, uri, range } = symbol;
  return { name, containerName: container, kind: SYMBOL_KINDS[kind], location: { uri, range } };
}
