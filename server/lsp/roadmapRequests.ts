import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type Range,
  WatchKind,
  type WorkDoneProgressParams,
  type WorkDoneProgressReporter,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { type Roadmap, roadmapCharts, roadmapEntries, sectionNames } from '../features/roadmapTree';
import { workspaceSymbols } from '../features/workspaceSymbols';
import type { WhenInitialized } from './initialized';
import {
  DID_CHANGE_ROADMAPS,
  ROADMAP_CHARTS_REQUEST,
  ROADMAPS_REQUEST,
  type RoadmapChart,
  type RoadmapChartsParams,
  type RoadmapEntry,
  type RoadmapsParams,
  SECTION_NAMES_REQUEST,
  type SectionNames,
} from './protocol';
import type { Requests } from './requests';
import { RoadmapIndex } from './roadmapIndex';
import { toWorkspaceSymbol } from './toLsp';
import type { WorkspaceFiles } from './workspaceFiles';

/** More than this nobody reads, and an editor asks again with every letter. */
const MOST_SYMBOLS = 500;
/** Long enough for a checkout of many files, or for the middle of a word. */
const ANNOUNCE_DELAY_MS = 250;
/** How long a client that does not watch is answered from what was read last. */
const TRUST_MS = 3_000;

/** Answers questions about all roadmaps of the workspace folders, the same whether they are open or not. */
export function answerRoadmapRequests(
  connection: Connection,
  requests: Requests,
  params: InitializeParams,
  files: WorkspaceFiles,
  whenInitialized: WhenInitialized,
): { refresh(): void } {
  const { documents } = requests;
  const announced = params.initializationOptions?.files === true;
  const canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const folders = workspaceFolders(connection, params, () => index.filesChanged(), whenInitialized);
  const index = new RoadmapIndex(files, folders, documents, announce);
  let announcing: ReturnType<typeof setTimeout> | undefined;
  let watching: Promise<unknown> | undefined;
  let trustedUntil = 0;

  function announce(): void {
    if (!announced || announcing !== undefined) return;
    announcing = setTimeout(() => {
      announcing = undefined;
      void connection.sendNotification(DID_CHANGE_ROADMAPS);
    }, ANNOUNCE_DELAY_MS);
  }

  /** Watches before it reads, so that no change is missed in between. */
  async function roadmaps(reporter: WorkDoneProgressReporter): Promise<Roadmap<Range>[]> {
    if (canWatch) watching ??= watch(connection);
    else if (Date.now() > trustedUntil) {
      index.distrust();
      trustedUntil = Date.now() + TRUST_MS;
    }
    await watching;
    return index.roadmaps((done, all) => {
      reporter.report(Math.floor((100 * done) / all), `${done} of ${all} files`);
    });
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (uri.endsWith('/.gitignore') || type === FileChangeType.Created) index.filesChanged();
      else if (type === FileChangeType.Changed) index.fileChanged(uri);
      else index.fileDeleted(uri);
    }
  });

  /** Reading may take a while the first time, and a client can show how far it is. */
  function answer<P extends WorkDoneProgressParams, R>(
    query: (roadmaps: Roadmap<Range>[], params: P) => R,
    otherwise: R,
  ) {
    return requests.answer<P, R>(async (params) => {
      const reporter = connection.window.attachWorkDoneProgress(params.workDoneToken);
      reporter.begin('Reading roadmaps', 0);
      try {
        return query(await roadmaps(reporter), params);
      } finally {
        reporter.done();
      }
    }, otherwise);
  }

  connection.onRequest(
    ROADMAPS_REQUEST,
    answer<RoadmapsParams, RoadmapEntry[]>(
      (all, { filter, order }) => roadmapEntries(all, filter, order, documents.wallNow()),
      [],
    ),
  );
  connection.onRequest(
    ROADMAP_CHARTS_REQUEST,
    answer<RoadmapChartsParams, RoadmapChart[]>((all, { uri, filter, order }) => {
      const roadmap = all.find((other) => other.uri === uri);
      return roadmap ? roadmapCharts(roadmap, filter, order, documents.wallNow()) : [];
    }, []),
  );
  connection.onRequest(
    SECTION_NAMES_REQUEST,
    answer<WorkDoneProgressParams, SectionNames>((all) => sectionNames(all), []),
  );
  connection.onRequest(
    WorkspaceSymbolRequest.type,
    answer<WorkspaceSymbolParams, WorkspaceSymbol[]>(
      (all, { query }) => workspaceSymbols(all, query, MOST_SYMBOLS).map(toWorkspaceSymbol),
      [],
    ),
  );
  return { refresh: announce };
}

/** Folders that are deleted are told of as one, so every deletion is watched. */
function watch(connection: Connection): Promise<unknown> {
  const watchers = [
    { globPattern: '**/*.{md,markdown,mmd,mermaid}', kind: WatchKind.Create | WatchKind.Change },
    { globPattern: '**/.gitignore' },
    { globPattern: '**/*', kind: WatchKind.Delete },
  ];
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** The addresses of the client's folders, as they are at the time. */
function workspaceFolders(
  connection: Connection,
  { capabilities, workspaceFolders, rootUri }: InitializeParams,
  changed: () => void,
  whenInitialized: WhenInitialized,
): () => string[] {
  const folders = new Set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  if (capabilities.workspace?.workspaceFolders) {
    whenInitialized(() => {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        changed();
      });
    });
  }
  return () => [...folders];
}
