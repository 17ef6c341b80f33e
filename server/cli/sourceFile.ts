import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FailedError, type Io } from './io';

export type Language = 'markdown' | 'mermaid';

export interface SourceFile {
  /** As shown to people and written into reports: relative to the working folder or absolute, whichever is shorter, with `/`. */
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  /** Turns UTF-16 offsets into zero-based lines and columns, as an editor does. */
  readonly document: TextDocument;
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const MERMAID = /\.(?:mmd|mermaid)$/i;

export function isRoadmapPath(name: string): boolean {
  return MARKDOWN.test(name) || MERMAID.test(name);
}

export function sourceFile(shownPath: string, content: Uint8Array): SourceFile {
  const language = MERMAID.test(shownPath) ? 'mermaid' : 'markdown';
  const text = decode(content);
  return { path: shownPath, language, text, document: TextDocument.create(shownPath, language, 0, text) };
}

/** A FailedError where the file cannot be read. */
export async function readSource(file: string, io: Io, stdinName: string): Promise<SourceFile> {
  if (file === '-') return sourceFile(stdinName, await io.stdin());
  const absolute = path.resolve(io.cwd, file);
  try {
    return sourceFile(shownPath(absolute, io.cwd), await readFile(absolute));
  } catch (error) {
    throw new FailedError(`${file}: ${reasonOf(error)}`);
  }
}

export function shownPath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  const shorter = relative.length < absolute.length ? relative : absolute;
  return shorter.split(path.sep).join('/');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a file could not be read, in a person's words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'cannot be read' : `cannot be read (${code})`);
}

/** UTF-8 unless a byte order mark says UTF-16; what is no text comes out as replacement characters. */
function decode(content: Uint8Array): string {
  const mark = ((content[0] ?? 0) << 8) | (content[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(content);
}
