import {
  type ClientCapabilities,
  type Connection,
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

/** Clients that can ask are answered; to the others every change is sent. */
export function feedDiagnostics(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  capabilities: ClientCapabilities,
): DiagnosticsFeed {
  return capabilities.textDocument?.diagnostic
    ? answerPulls(connection, requests, settings, capabilities)
    : pushChanges(connection, requests, settings);
}

function problemsOf({ document, analysis }: Snapshot, { severity }: Settings) {
  return diagnostics(analysis, severity).map((found) => toDiagnostic(document, found));
}

function answerPulls(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
  capabilities: ClientCapabilities,
): DiagnosticsFeed {
  connection.languages.diagnostics.on(
    requests.answer<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      async ({ textDocument }) => {
        const current = await settings.current();
        const snapshot = requests.documents.get(textDocument.uri);
        const items = snapshot ? problemsOf(snapshot, current) : [];
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

function pushChanges(connection: Connection, requests: Requests, settings: ClientSettings): DiagnosticsFeed {
  const { documents } = requests;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  async function push(uri: string): Promise<void> {
    timers.delete(uri);
    try {
      const current = await settings.current();
      const snapshot = documents.get(uri);
      // Closed, or changed again and waiting for its own turn.
      if (!snapshot || timers.has(uri)) return;
      const items = problemsOf(snapshot, current);
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
