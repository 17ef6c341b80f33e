import {
  type CallHierarchyItem,
  type CodeLens,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  InlayHintKind,
  MarkupKind,
  type Position,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SignatureHelp,
  SymbolKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens as Lens } from '../features/codeLenses';
import type { DocumentLink as Link } from '../features/documentLinks';
import type { FoldingRange as Fold } from '../features/folding';
import type { HierarchyItem } from '../features/hierarchy';
import type { Highlight } from '../features/highlights';
import type { InlayHint as Hint } from '../features/inlayHints';
import { type SemanticToken, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens';
import type { SignatureHelp as Help } from '../features/signatureHelp';
import type { DocumentSymbol as Found } from '../features/symbols';
import type { Span } from '../gantt/span';
import { GO_TO_NEIGHBOUR_COMMANDS, GO_TO_TASK_COMMAND } from './protocol';
import { toLocation, toRange } from './toLsp';

const SYMBOL_KINDS = {
  chart: SymbolKind.Module,
  section: SymbolKind.Namespace,
  task: SymbolKind.Field,
  milestone: SymbolKind.Event,
};

export function toDocumentSymbol(document: TextDocument, found: Found): DocumentSymbol {
  return {
    name: found.name,
    detail: found.detail,
    kind: SYMBOL_KINDS[found.kind],
    range: toRange(document, found.span),
    selectionRange: toRange(document, found.nameSpan),
    children: found.children.map((child) => toDocumentSymbol(document, child)),
  };
}

export function toHighlight(document: TextDocument, { span, kind }: Highlight): DocumentHighlight {
  const kinds = { read: DocumentHighlightKind.Read, write: DocumentHighlightKind.Write };
  return { range: toRange(document, span), kind: kinds[kind] };
}

export function toFoldingRange(document: TextDocument, { span, kind }: Fold): FoldingRange {
  const { start, end } = toRange(document, span);
  const kinds = { region: FoldingRangeKind.Region, comment: FoldingRangeKind.Comment };
  return { startLine: start.line, endLine: end.line, kind: kinds[kind] };
}

/** `spans` from the smallest to the largest; null outside charts, where nothing but the position is selected. */
export function toSelectionRange(
  document: TextDocument,
  spans: readonly Span[] | null,
  position: Position,
): SelectionRange {
  const [outermost, ...inner] = [...(spans ?? [])].reverse();
  if (!outermost) return { range: { start: position, end: position } };
  const largest: SelectionRange = { range: toRange(document, outermost) };
  return inner.reduce((parent, span) => ({ range: toRange(document, span), parent }), largest);
}

export function toSemanticTokens(document: TextDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifier } of tokens) {
    const { line, character } = document.positionAt(span.start);
    const modifiers = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), modifiers);
  }
  return builder.build();
}

/** Both kinds stand at the line's end; themes tell them apart by their colours. */
export function toInlayHint(document: TextDocument, hint: Hint): InlayHint {
  const tooltip = hint.tooltip === null ? undefined : { kind: MarkupKind.Markdown, value: hint.tooltip };
  const location = hint.leadsTo === null ? undefined : toLocation(document, hint.leadsTo);
  return {
    position: document.positionAt(hint.at),
    label: [{ value: hint.text, ...(tooltip && { tooltip }), ...(location && { location }) }],
    kind: hint.kind === 'true' ? InlayHintKind.Type : InlayHintKind.Parameter,
    paddingLeft: true,
  };
}

export function toCodeLens(document: TextDocument, { span, text, towards }: Lens): CodeLens {
  const range = toRange(document, span);
  const command = GO_TO_NEIGHBOUR_COMMANDS[towards];
  return { range, command: { title: text, command, arguments: [document.uri, range.start] } };
}

/** Only what an editor should open from a text that is not trusted: web pages, mail, and files beside the document. */
export function toDocumentLink(document: TextDocument, { span, href }: Link): DocumentLink[] {
  const target = URL.canParse(href, document.uri) ? new URL(href, document.uri) : null;
  const own = URL.canParse(document.uri) ? new URL(document.uri).protocol : '';
  const opened = target && ['http:', 'https:', 'mailto:', own].includes(target.protocol);
  return opened ? [{ range: toRange(document, span), target: target.href }] : [];
}

/** A link that runs the client's command: no character of it ends a Markdown link early. */
export function toTaskLink(document: TextDocument, name: Span): string {
  const args = encodeURIComponent(JSON.stringify([document.uri, toRange(document, name)]));
  return `command:${GO_TO_TASK_COMMAND}?${args.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}

export function toHierarchyItem(document: TextDocument, item: HierarchyItem): CallHierarchyItem {
  return {
    name: item.name,
    detail: item.detail,
    kind: SYMBOL_KINDS[item.kind],
    uri: document.uri,
    range: toRange(document, item.full),
    selectionRange: toRange(document, item.nameSpan),
  };
}

export function toSignatureHelp({ signatures, activeSignature, activeField }: Help): SignatureHelp {
  return {
    signatures: signatures.map((fields) => ({
      label: `task : ${fields.map(({ name }) => name).join(', ')}`,
      parameters: fields.map(({ name, documentation }) => ({
        label: name,
        documentation: { kind: MarkupKind.Markdown, value: documentation },
      })),
    })),
    activeSignature,
    activeParameter: activeField,
  };
}
