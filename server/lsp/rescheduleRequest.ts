import type { Connection } from 'vscode-languageserver';
import { datesAfter } from '../features/datesAfter';
import { reschedule } from '../features/reschedule';
import { languageIn } from './documents';
import { RESCHEDULE_REQUEST, type RescheduleParams, type Rescheduling } from './protocol';
import type { Requests } from './requests';
import { toTextEdit } from './toLsp';

/** Says how the text would change for a bar that is dragged, and which dates would follow. */
export function answerReschedule(connection: Connection, requests: Requests): void {
  const { documents } = requests;
  const answer = async (params: RescheduleParams): Promise<Rescheduling | null> => {
    const snapshot = await documents.getOrRead(params.textDocument.uri);
    if (snapshot?.document.version !== params.textDocument.version) return null;
    const { document, analysis } = snapshot;
    const chart = analysis.charts[params.chart];
    if (!chart) return null;
    const { choices, explanation } = reschedule(chart, analysis.clock, params.task, params.drag);
    return {
      explanation,
      choices: choices.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => toTextEdit(document, edit)),
        dates: datesAfter(analysis, languageIn(document), chart, edits),
      })),
    };
  };
  connection.onRequest(RESCHEDULE_REQUEST, requests.answer(answer, null));
}
