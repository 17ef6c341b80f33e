import type { Connection } from 'vscode-languageserver';
import type { Clock } from '../gantt/analysis';
import { serverCapabilities } from './capabilities';
import { feedDiagnostics } from './diagnostics';
import { Documents, type ReadText } from './documents';
import { answerLanguageRequests } from './languageRequests';
import { Requests } from './requests';
import { announceAnalyses, answerScheduleRequests } from './scheduleRequests';
import { ClientSettings } from './settings';

const MINUTE_MS = 60_000;

/** Answers one client until it goes. `readText` reads files that are not open. */
export function serve(connection: Connection, readText: ReadText): void {
  const documents = new Documents(systemClock, readText);
  const requests = new Requests(connection, documents);
  documents.open.listen(connection);

  connection.onInitialize(({ capabilities, initializationOptions }) => {
    const settings = new ClientSettings(connection, capabilities, () => diagnostics.refresh());
    const diagnostics = feedDiagnostics(connection, requests, settings, capabilities);
    const feeds = [diagnostics];
    if (initializationOptions?.didAnalyze === true) feeds.push(announceAnalyses(connection, requests));
    everyMidnight(documents, () => {
      for (const feed of feeds) feed.refresh();
    });
    answerLanguageRequests(connection, requests, capabilities);
    answerScheduleRequests(connection, requests, settings);
    return { capabilities: serverCapabilities(capabilities) };
  });
  connection.listen();
}

function systemClock(): Clock {
  return { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** A look every minute, because a timer until midnight stands still while the machine sleeps. */
function everyMidnight(documents: Documents, refresh: () => void): void {
  let day = documents.today();
  setInterval(() => {
    const today = documents.today();
    if (today === day) return;
    day = today;
    refresh();
  }, MINUTE_MS);
}
