import type { Connection } from 'vscode-languageserver';
import type { Clock } from '../gantt/analysis';
import { serverCapabilities } from './capabilities';
import { clientFiles } from './clientFiles';
import { answerCodeActions } from './codeActions';
import { feedDiagnostics } from './diagnostics';
import { Documents } from './documents';
import { answerExport } from './exportRequest';
import { answerFormattingRequests, formatMermaidFilesOnly } from './formattingRequests';
import { answerHierarchyRequests } from './hierarchyRequests';
import { whenInitialized } from './initialized';
import { answerJumpRequests } from './jumpRequests';
import { answerLanguageRequests } from './languageRequests';
import { answerRenameRequests } from './renameRequests';
import { Requests } from './requests';
import { answerReschedule } from './rescheduleRequest';
import { answerRoadmapRequests } from './roadmapRequests';
import { announceAnalyses, answerScheduleRequests } from './scheduleRequests';
import { ClientSettings } from './settings';
import { answerStructureRequests } from './structureRequests';
import type { WorkspaceFiles } from './workspaceFiles';

const MINUTE_MS = 60_000;
const ZONE_TRUST_MS = 1_000;

/**
 * Answers one client until it goes. `disk` is where files are that are not open, unless the client reads them;
 * `documentation` is the address of the page that explains the diagnostics, if there is one.
 */
export function serve(connection: Connection, disk: WorkspaceFiles, documentation: string | null): void {
  let files = disk;
  const documents = new Documents(systemClock, async (uri) => (await files.read([uri]))[0] ?? null);
  const requests = new Requests(connection, documents);
  documents.open.listen(connection);

  connection.onInitialize((params) => {
    const { capabilities, initializationOptions } = params;
    if (initializationOptions?.files === true) files = clientFiles(connection);
    // What was shown, and is shown anew when the day or the settings change.
    const feeds: { refresh(): void }[] = [];
    const refresh = () => {
      for (const feed of feeds) feed.refresh();
    };
    const initialized = whenInitialized(connection);
    const settings = new ClientSettings(connection, capabilities, refresh, initialized);
    feeds.push(feedDiagnostics(connection, requests, settings, capabilities, documentation));
    feeds.push(answerStructureRequests(connection, requests, settings, capabilities));
    if (initializationOptions?.didAnalyze === true) feeds.push(announceAnalyses(connection, requests));
    feeds.push(answerRoadmapRequests(connection, requests, params, files, initialized));
    everyMidnight(documents, refresh);
    answerLanguageRequests(
      connection,
      requests,
      settings,
      capabilities,
      initializationOptions?.commandLinks === true,
    );
    answerRenameRequests(connection, requests, capabilities);
    answerCodeActions(connection, requests, settings, capabilities);
    answerFormattingRequests(connection, requests, settings);
    answerHierarchyRequests(connection, requests);
    answerJumpRequests(connection, requests);
    answerScheduleRequests(connection, requests, settings);
    answerReschedule(connection, requests);
    answerExport(connection, requests);
    const everywhere = initializationOptions?.formatMermaidFilesOnly !== true;
    if (!everywhere) formatMermaidFilesOnly(connection, initialized);
    return { capabilities: serverCapabilities(capabilities, everywhere) };
  });
  connection.listen();
}

/** The machine's zone may change under a long run; asking for it costs half a millisecond, too much for every document. */
let zone = { name: '', askAgain: 0 };

function systemClock(): Clock {
  const now = Date.now();
  if (!(now < zone.askAgain)) {
    zone = { name: Intl.DateTimeFormat().resolvedOptions().timeZone, askAgain: now + ZONE_TRUST_MS };
  }
  return { now, timeZone: zone.name };
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
