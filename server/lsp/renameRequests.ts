import {
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  type RenameParams,
  ResponseError,
} from 'vscode-languageserver';
import { linkedEditing } from '../features/linkedEditing';
import { prepareRename, type Refusal, rename } from '../features/rename';
import type { Requests } from './requests';
import { toRange } from './toLsp';
import { editSupport, toWorkspaceEdit } from './toWorkspaceEdit';

/** What linked editing may type into an id. */
const ID_PATTERN = '[\\w-]+';

export function answerRenameRequests(
  connection: Connection,
  requests: Requests,
  client: ClientCapabilities,
): void {
  const support = editSupport(client);
  connection.onPrepareRename(
    requests.at(prepareRename, (document, prepared) => {
      const { span, id } = accepted(prepared);
      return { range: toRange(document, span), placeholder: id };
    }),
  );
  connection.onRenameRequest(
    requests.at(
      (analysis, offset, { newName }: RenameParams) => rename(analysis, offset, newName.trim()),
      (document, renaming) => {
        const { edits, remark } = accepted(renaming);
        if (remark !== null) requests.tell(remark);
        return toWorkspaceEdit(document, edits, support);
      },
    ),
  );
  connection.languages.onLinkedEditingRange(
    requests.at(linkedEditing, (document, spans) => ({
      ranges: spans.map((span) => toRange(document, span)),
      wordPattern: ID_PATTERN,
    })),
  );
}

/** Throws a refusal's reason for the client to show. */
function accepted<T extends object>(result: T | Refusal): T {
  if ('refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
  return result;
}
