import type { Connection } from 'vscode-languageserver';
import {
  LIST_DIRECTORIES_REQUEST,
  type ListDirectoriesParams,
  type ListDirectoriesResult,
  READ_FILES_REQUEST,
  type ReadFilesParams,
  type ReadFilesResult,
} from './protocol';
import type { WorkspaceFiles } from './workspaceFiles';

/** Files as the client sees them: those of a browser, of a virtual workspace, of another machine. */
export function clientFiles(connection: Connection): WorkspaceFiles {
  return {
    list(directories) {
      const params: ListDirectoriesParams = { uris: [...directories] };
      return connection.sendRequest<ListDirectoriesResult>(LIST_DIRECTORIES_REQUEST, params);
    },
    read(uris, containing) {
      const params: ReadFilesParams = { uris: [...uris], containing };
      return connection.sendRequest<ReadFilesResult>(READ_FILES_REQUEST, params);
    },
  };
}
