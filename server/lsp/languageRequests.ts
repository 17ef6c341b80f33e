import {
  type ClientCapabilities,
  type CompletionItem,
  type Connection,
  type Hover,
  type HoverParams,
  MarkupKind,
  type ReferenceParams,
} from 'vscode-languageserver';
import { completion, completionDocumentation } from '../features/completion/completion';
import { definition } from '../features/definition';
import { highlights } from '../features/highlights';
import { hover } from '../features/hover';
import { references } from '../features/references';
import { signatureHelp } from '../features/signatureHelp';
import type { Span } from '../gantt/span';
import type { Documents } from './documents';
import type { Requests } from './requests';
import type { ClientSettings } from './settings';
import { type CompletionData, toCompletionItem, toDefinition, toHover, toLocation } from './toLsp';
import { toHighlight, toSignatureHelp, toTaskLink } from './toLspStructure';

/** The requests of the protocol itself, each a feature between two conversions. */
export function answerLanguageRequests(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  client: ClientCapabilities,
  commandLinks: boolean,
): void {
  const links = client.textDocument?.definition?.linkSupport === true;
  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
  connection.onHover(
    requests.answer<HoverParams, Hover | null>(async (params) => {
      const { severity } = await settings.current();
      const snapshot = requests.documents.get(params.textDocument.uri);
      if (!snapshot) return null;
      const { document, analysis } = snapshot;
      const linkTo = commandLinks ? (name: Span) => toTaskLink(document, name) : null;
      const card = hover(analysis, document.offsetAt(params.position), severity, linkTo);
      return card && toHover(document, card);
    }, null),
  );
  connection.onDefinition(requests.at(definition, (document, found) => toDefinition(document, found, links)));
  connection.onReferences(
    requests.at(
      (analysis, offset, { context }: ReferenceParams) =>
        references(analysis, offset, context.includeDeclaration),
      (document, spans) => spans.map((span) => toLocation(document, span)),
    ),
  );
  connection.onDocumentHighlight(
    requests.at(highlights, (document, found) => found.map((highlight) => toHighlight(document, highlight))),
  );
  connection.onSignatureHelp(requests.at(signatureHelp, (_, help) => toSignatureHelp(help)));
  connection.onCompletion(
    requests.at(completion, (document, items) =>
      items.map((item, position) => toCompletionItem(document, item, position, snippets)),
    ),
  );
  connection.onCompletionResolve((item) => documented(item, requests.documents));
}

/** A document that has moved on may have other tasks at the same places: its items stay as they are. */
function documented(item: CompletionItem, documents: Documents): CompletionItem {
  const data: CompletionData | undefined = item.data;
  const snapshot = data && documents.get(data.uri);
  if (!snapshot || snapshot.document.version !== data.version) return item;
  const value = completionDocumentation(snapshot.analysis, data.task);
  return value === null ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
