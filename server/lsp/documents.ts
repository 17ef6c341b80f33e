import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Clock, DocumentAnalysis } from '../gantt/analysis';
import { analyze, type Language } from '../gantt/analyze';
import { timeZone, type WallTime } from '../gantt/timeZone';

/** One version of a document with its analysis. Neither ever changes. */
export interface Snapshot {
  readonly document: TextDocument;
  readonly analysis: DocumentAnalysis;
}

/** Reads a file that is not open; null where there is none. */
export type ReadText = (uri: string) => Promise<string | null>;

export class Documents {
  readonly open = new TextDocuments<TextDocument>({ create: TextDocument.create, update: nextVersion });
  private readonly analyses = new WeakMap<TextDocument, { day: string; analysis: DocumentAnalysis }>();

  constructor(
    private readonly clock: () => Clock,
    private readonly readText: ReadText,
  ) {}

  /** The newest version of an open document; null when it is not open. */
  get(uri: string): Snapshot | null {
    const document = this.open.get(uri);
    return document ? this.snapshot(document) : null;
  }

  /** The same, and for a file that is not open what is stored, as version 0. */
  async getOrRead(uri: string): Promise<Snapshot | null> {
    const known = this.get(uri);
    if (known) return known;
    const text = await this.readText(uri);
    // It may have been opened meanwhile, and what is in the editor counts.
    if (this.open.get(uri)) return this.get(uri);
    return text === null ? null : this.stored(uri, text);
  }

  /** What is stored in a file, as version 0. */
  stored(uri: string, text: string): Snapshot {
    return this.snapshot(TextDocument.create(uri, languageOf(uri), 0, text));
  }

  /** Analysed once a version and a day: an unknown id is drawn at today's date. */
  snapshot(document: TextDocument): Snapshot {
    const clock = this.clock();
    const day = dayOf(clock);
    let known = this.analyses.get(document);
    if (known?.day !== day) {
      known = { day, analysis: analyze(document.getText(), languageIn(document), clock) };
      this.analyses.set(document, known);
    }
    return { document, analysis: known.analysis };
  }

  /** What the clock on the wall says now. */
  wallNow(): WallTime {
    const { now, timeZone: name } = this.clock();
    return timeZone(name).toWall(now);
  }

  /** Names the local day; another name means that "today" has changed. */
  today(): string {
    return dayOf(this.clock());
  }
}

/** Everything that is not a chart itself is read as Markdown. */
export function languageIn({ languageId }: TextDocument): Language {
  return languageId === 'mermaid' ? 'mermaid' : 'markdown';
}

/** A TextDocument changes in place; a copy keeps every version as it was. */
function nextVersion(
  document: TextDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  const { uri, languageId } = document;
  return TextDocument.update(
    TextDocument.create(uri, languageId, version, document.getText()),
    changes,
    version,
  );
}

function languageOf(uri: string): string {
  return /\.(?:mmd|mermaid)$/i.test(uri) ? 'mermaid' : 'markdown';
}

function dayOf({ now, timeZone: name }: Clock): string {
  return `${Math.floor(timeZone(name).toWall(now) / 86_400_000)} ${name}`;
}
