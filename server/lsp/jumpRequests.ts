import type { Connection } from 'vscode-languageserver';
import { neighboursOf } from '../features/neighbours';
import { statusOf } from '../features/status';
import {
  type DocumentParams,
  NEIGHBOURS_REQUEST,
  type Neighbours,
  type NeighboursParams,
  STATUS_REQUEST,
  type Status,
} from './protocol';
import type { Requests } from './requests';
import { toRange } from './toLsp';

/** What the client's commands and its status bar ask of a document. */
export function answerJumpRequests(connection: Connection, requests: Requests): void {
  const { documents } = requests;
  const status = ({ textDocument }: DocumentParams): Status | null => {
    const snapshot = documents.get(textDocument.uri);
    if (!snapshot || snapshot.analysis.charts.length === 0) return null;
    const { document, analysis } = snapshot;
    return statusOf(analysis, document.version, (span) => toRange(document, span));
  };
  const neighbours = async ({
    textDocument,
    position,
    direction,
  }: NeighboursParams): Promise<Neighbours | null> => {
    const snapshot = await documents.getOrRead(textDocument.uri);
    if (!snapshot) return null;
    const { document, analysis } = snapshot;
    return neighboursOf(analysis, document.offsetAt(position), direction, (span) => toRange(document, span));
  };
  connection.onRequest(STATUS_REQUEST, requests.answer(status, null));
  connection.onRequest(NEIGHBOURS_REQUEST, requests.answer(neighbours, null));
}
