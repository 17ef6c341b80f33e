import type { Connection } from 'vscode-languageserver';
import { panelCard, panelOf } from '../features/panel';
import { schedulesOf } from '../features/schedule';
import {
  CARD_REQUEST,
  type CardParams,
  DID_ANALYZE,
  type DidAnalyzeParams,
  type DocumentParams,
  PANEL_REQUEST,
  type PanelDocument,
  SCHEDULE_REQUEST,
  type Schedule,
} from './protocol';
import type { Requests } from './requests';
import type { ClientSettings } from './settings';
import { toRange } from './toLsp';

/** The requests this server adds to the protocol; they read files that are not open, too. */
export function answerScheduleRequests(
  connection: Connection,
  requests: Requests,
  settings: ClientSettings,
): void {
  const { documents } = requests;
  const schedule = async ({ textDocument }: DocumentParams): Promise<Schedule[]> => {
    const snapshot = await documents.getOrRead(textDocument.uri);
    if (!snapshot) return [];
    const { document, analysis } = snapshot;
    return schedulesOf(analysis, document.version, (span) => toRange(document, span));
  };
  const panel = async ({ textDocument }: DocumentParams): Promise<PanelDocument | null> => {
    const { severity } = await settings.current();
    const snapshot = await documents.getOrRead(textDocument.uri);
    if (!snapshot) return null;
    const { document, analysis } = snapshot;
    return panelOf(analysis, document.version, severity, (span) => toRange(document, span));
  };
  const card = async ({ textDocument, chart, task }: CardParams): Promise<string | null> => {
    const { severity } = await settings.current();
    const snapshot = await documents.getOrRead(textDocument.uri);
    return snapshot && panelCard(snapshot.analysis, chart, task, severity);
  };
  connection.onRequest(CARD_REQUEST, requests.answer(card, null));
  connection.onRequest(SCHEDULE_REQUEST, requests.answer(schedule, []));
  connection.onRequest(PANEL_REQUEST, requests.answer(panel, null));
}

/** Tells the client of every version once its analysis is there; of several in one breath, of the last. */
export function announceAnalyses(connection: Connection, requests: Requests): { refresh(): void } {
  const { documents } = requests;
  const waiting = new Set<string>();

  function announce(): void {
    for (const uri of waiting) {
      try {
        const snapshot = documents.get(uri);
        if (!snapshot) continue;
        const params: DidAnalyzeParams = { uri, version: snapshot.document.version };
        connection.sendNotification(DID_ANALYZE, params);
      } catch (error) {
        requests.log(error);
      }
    }
    waiting.clear();
  }

  function add(uri: string): void {
    if (waiting.size === 0) setTimeout(announce);
    waiting.add(uri);
  }

  documents.open.onDidChangeContent(({ document }) => add(document.uri));
  return { refresh: () => documents.open.keys().forEach(add) };
}
