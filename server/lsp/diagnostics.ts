import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics';
import type { Snapshot } from './documents';
import type { Requests } from './requests';
import type { ClientSettings, Settings } from './settings';
import { toDiagnostic } from './toLsp';

/** Long enough to skip the middle of a word, short enough to feel immediate. */
const PUSH_DELAY_MS = 120;

export interface DiagnosticsFeed {
  /** Shows all documents' problems anew: settings or the day have changed. */
  refresh(): void;
}

/**
 * Clients that can ask are answered; to the others every change is sent. `documentation` is the address of the page that
 * explains each code under its name; null where there is none.
 */
export function feedDiagnostics(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  capabilities: ClientCapabilities,
  documentation: string | null,
): DiagnosticsFeed {
  const { diagnostic, publishDiagnostics } = capabilities.textDocument ?? {};
  // Until LSP 3.18 clients that ask said it where those do that are sent everything.
  const describes = [diagnostic, publishDiagnostics].some((said) => said?.codeDescriptionSupport === true);
  const report: Report = ({ document, analysis }, { severity, mermaidVersion }) =>
    diagnostics(analysis, severity, mermaidVersion).map((found) =>
      toDiagnostic(document, found, describes ? documentation : null),
    );
  return diagnostic
    ? answerPulls(connection, requests, settings, capabilities, report)
    : pushChanges(connection, requests, settings, report);
}

/** A snapshot's problems as the protocol has them. */
type Report = (snapshot: Snapshot, settings: Settings) => Diagnostic[];

function answerPulls(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  capabilities: ClientCapabilities,
  report: Report,
): DiagnosticsFeed {
  connection.languages.diagnostics.on(
    requests.answer<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      async ({ textDocument }) => {
        const current = await settings.current();
        const snapshot = requests.documents.get(textDocument.uri);
        const items = snapshot ? report(snapshot, current) : [];
        return { kind: DocumentDiagnosticReportKind.Full, items };
      },
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
    ),
  );
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  return {
    refresh() {
      if (canRefresh) connection.languages.diagnostics.refresh().catch(() => {});
    },
  };
}

function pushChanges(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  report: Report,
): DiagnosticsFeed {
  const { documents } = requests;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  async function push(uri: string): Promise<void> {
    timers.delete(uri);
    try {
      const current = await settings.current();
      const snapshot = documents.get(uri);
      // Closed, or changed again and waiting for its own turn.
      if (!snapshot || timers.has(uri)) return;
      const items = report(snapshot, current);
      await connection.sendDiagnostics({ uri, version: snapshot.document.version, diagnostics: items });
    } catch (error) {
      requests.log(error);
    }
  }

  /** A pending turn stays: it takes the newest text, and a steady typist is not kept waiting. */
  function schedule(uri: string): void {
    if (!timers.has(uri)) timers.set(uri, setTimeout(push, PUSH_DELAY_MS, uri));
  }

  documents.open.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.open.onDidClose(({ document }) => {
    clearTimeout(timers.get(document.uri));
    timers.delete(document.uri);
    connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {
    refresh() {
      for (const uri of documents.open.keys()) schedule(uri);
    },
  };
}
