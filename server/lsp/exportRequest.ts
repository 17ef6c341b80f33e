import type { Connection } from 'vscode-languageserver';
import { scheduleCsv } from '../features/export/csv';
import { scheduleIcs } from '../features/export/ics';
import { resolvedMermaid } from '../features/export/resolvedMermaid';
import { EXPORT_REQUEST, type ExportParams } from './protocol';
import type { Requests } from './requests';

/** One chart in another form, for people to take elsewhere. */
export function answerExport(connection: Connection, requests: Requests): void {
  const { documents } = requests;
  const answer = async ({ textDocument, chart: index, format }: ExportParams): Promise<string | null> => {
    const snapshot = await documents.getOrRead(textDocument.uri);
    const chart = snapshot?.analysis.charts[index];
    if (!snapshot || !chart) return null;
    const { document, analysis } = snapshot;
    switch (format) {
      case 'mermaid':
        return resolvedMermaid(analysis, chart);
      case 'csv':
        return scheduleCsv([chart], analysis.clock, (offset) => document.positionAt(offset).line);
      case 'ics':
        return scheduleIcs(document.uri, [chart], analysis.clock, false);
    }
  };
  connection.onRequest(EXPORT_REQUEST, requests.answer(answer, null));
}
