import { Disposable, FileType, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DirectoryEntry,
  isWanted,
  LIST_DIRECTORIES_REQUEST,
  type ListDirectoriesParams,
  type ListDirectoriesResult,
  READ_FILES_REQUEST,
  type ReadFilesParams,
  type ReadFilesResult,
} from '../../server/lsp/protocol';

/** Reads for the server, so that it knows files in browsers and virtual workspaces as well as on disk. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  const { code2ProtocolConverter, protocol2CodeConverter } = client;

  /** Links are not followed: they may lead back up. */
  async function list(directory: string): Promise<DirectoryEntry[] | null> {
    try {
      const uri = protocol2CodeConverter.asUri(directory);
      const entries = await workspace.fs.readDirectory(uri);
      return entries
        .filter(([name, type]) => type === FileType.Directory || (type === FileType.File && isWanted(name)))
        .map(([name, type]) => ({
          name,
          uri: code2ProtocolConverter.asUri(uri.with({ path: `${uri.path.replace(/\/$/, '')}/${name}` })),
          directory: type === FileType.Directory,
        }));
    } catch {
      return null;
    }
  }

  async function read(file: string, containing = ''): Promise<string | null> {
    try {
      const text = decoder.decode(await workspace.fs.readFile(protocol2CodeConverter.asUri(file)));
      return text.includes(containing) ? text : '';
    } catch {
      return null;
    }
  }

  return Disposable.from(
    client.onRequest(
      LIST_DIRECTORIES_REQUEST,
      ({ uris }: ListDirectoriesParams): Promise<ListDirectoriesResult> => Promise.all(uris.map(list)),
    ),
    client.onRequest(
      READ_FILES_REQUEST,
      ({ uris, containing }: ReadFilesParams): Promise<ReadFilesResult> =>
        Promise.all(uris.map((uri) => read(uri, containing))),
    ),
  );
}

const decoder = new TextDecoder();
