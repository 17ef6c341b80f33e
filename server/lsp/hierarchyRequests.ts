import type { CallHierarchyItem, Connection } from 'vscode-languageserver';
import { type HierarchyLink, hierarchyRoots, predecessorsOf, successorsOf } from '../features/hierarchy';
import type { DocumentAnalysis } from '../gantt/analysis';
import type { Requests } from './requests';
import { toRange } from './toLsp';
import { toHierarchyItem } from './toLspStructure';

/** The tree of calls, read as a tree of tasks: predecessors come in, successors go out. */
export function answerHierarchyRequests(connection: Connection, requests: Requests): void {
  const { callHierarchy } = connection.languages;

  const links = (
    { uri, selectionRange }: CallHierarchyItem,
    feature: (analysis: DocumentAnalysis, offset: number) => HierarchyLink[],
  ) => {
    const snapshot = requests.documents.get(uri);
    if (!snapshot) return [];
    const { document, analysis } = snapshot;
    return feature(analysis, document.offsetAt(selectionRange.start)).map(({ item, places }) => ({
      item: toHierarchyItem(document, item),
      fromRanges: places.map((span) => toRange(document, span)),
    }));
  };

  callHierarchy.onPrepare(
    requests.at(hierarchyRoots, (document, items) => items.map((item) => toHierarchyItem(document, item))),
  );
  callHierarchy.onIncomingCalls(
    requests.answer(
      ({ item }) => links(item, predecessorsOf).map(({ item: from, fromRanges }) => ({ from, fromRanges })),
      null,
    ),
  );
  callHierarchy.onOutgoingCalls(
    requests.answer(
      ({ item }) => links(item, successorsOf).map(({ item: to, fromRanges }) => ({ to, fromRanges })),
      null,
    ),
  );
}
