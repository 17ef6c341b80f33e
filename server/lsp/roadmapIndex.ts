import type { Range } from 'vscode-languageserver';
import { type RoadmapSummaryOf, roadmapSummary } from '../features/roadmapSummary';
import type { Roadmap } from '../features/roadmapTree';
import type { Documents, Snapshot } from './documents';
import { type FoundFile, findRoadmaps } from './findRoadmaps';
import { toRange } from './toLsp';
import type { WorkspaceFiles } from './workspaceFiles';

/** Files that are read and held in memory at once. */
const BATCH = 20;
/** UTF-16 code units; a file beyond it is no roadmap, and reading it would keep everybody waiting. */
const LONGEST_TEXT = 10_000_000;
/** What every gantt chart holds. */
const KEYWORD = 'gantt';

interface Entry {
  readonly file: FoundFile;
  /** Null for a file without a gantt chart. */
  summary: RoadmapSummaryOf<Range> | null;
  /** Of the text that the summary was made from. */
  fingerprint: number | null;
  stale: boolean;
}

export type Progress = (done: number, all: number) => void;

/**
 * The roadmaps of the workspace folders, made when first asked for and then kept up to date, file by file. Texts are not
 * kept. For open documents what is in the editor counts.
 */
export class RoadmapIndex {
  private readonly entries = new Map<string, Entry>();
  private filesMayDiffer = true;
  private asked = false;
  private updating: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: WorkspaceFiles,
    private readonly folders: () => readonly string[],
    private readonly documents: Documents,
    /** Called when answers may have changed, once there have been any. */
    private readonly changed: () => void,
  ) {
    documents.open.onDidChangeContent(({ document }) => {
      const entry = this.entries.get(keyOf(document.uri));
      // A file that is merely opened stays as it is.
      if (entry?.fingerprint !== fingerprintOf(document.getText())) this.textChanged(document.uri);
    });
    documents.open.onDidClose(({ document }) => this.textChanged(document.uri));
  }

  /** In the order of their paths. */
  async roadmaps(progress: Progress = () => {}): Promise<Roadmap<Range>[]> {
    this.asked = true;
    await this.update(progress);
    return [...this.entries.values()].flatMap(({ file, summary }) =>
      summary === null ? [] : [{ ...file, summary }],
    );
  }

  /** Files or folders have come or gone, or git ignores others. */
  filesChanged(): void {
    this.filesMayDiffer = true;
    this.tell();
  }

  /** A file that was away for a moment counts as changed to those who watch. */
  fileChanged(uri: string): void {
    if (this.entries.has(keyOf(uri))) this.textChanged(uri);
    else this.filesChanged();
  }

  /** A file has gone, or a folder with all that was in it. */
  fileDeleted(uri: string): void {
    const key = keyOf(uri);
    const known = [...this.entries.keys()].some((other) => other === key || other.startsWith(`${key}/`));
    if (known) this.filesChanged();
  }

  private textChanged(uri: string): void {
    const entry = this.entries.get(keyOf(uri));
    if (!entry) return;
    entry.stale = true;
    this.tell();
  }

  /** For clients that do not watch: looks at everything again, and analyses what has another text. */
  distrust(): void {
    this.filesMayDiffer = true;
    for (const entry of this.entries.values()) entry.stale = true;
  }

  private tell(): void {
    if (this.asked) this.changed();
  }

  /** One after the other, so that no file is read twice. */
  private update(progress: Progress = () => {}): Promise<void> {
    this.updating = this.updating.catch(() => {}).then(() => this.bringUpToDate(progress));
    return this.updating;
  }

  private async bringUpToDate(progress: Progress): Promise<void> {
    if (this.filesMayDiffer) {
      this.filesMayDiffer = false;
      await this.findFiles().catch((error) => {
        this.filesMayDiffer = true;
        throw error;
      });
    }
    await this.readStale(progress);
  }

  /** While one batch is analysed, the next one is on its way. What is read at once is not worth a word. */
  private async readStale(progress: Progress): Promise<void> {
    const stale = [...this.entries.values()].filter((entry) => entry.stale);
    const batches = Array.from({ length: Math.ceil(stale.length / BATCH) }, (_, index) =>
      stale.slice(index * BATCH, (index + 1) * BATCH),
    );
    let texts = this.read(batches[0] ?? []);
    for (const [index, batch] of batches.entries()) {
      if (batches.length > 1) progress(index * BATCH, stale.length);
      const read = await texts;
      texts = this.read(batches[index + 1] ?? []);
      for (const entry of batch) this.summarize(entry, read.get(entry) ?? null);
    }
  }

  private async findFiles(): Promise<void> {
    const found = await findRoadmaps(this.files, this.folders());
    const before = new Map(this.entries);
    this.entries.clear();
    found.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const file of found) {
      const key = keyOf(file.uri);
      this.entries.set(key, before.get(key) ?? { file, summary: null, fingerprint: null, stale: true });
    }
  }

  /** The texts of those that are not open. Whatever changes from here on makes an entry stale again. */
  private async read(entries: readonly Entry[]): Promise<Map<Entry, string | null>> {
    for (const entry of entries) entry.stale = false;
    const open = this.openByKey();
    const closed = entries.filter(({ file }) => !open.has(keyOf(file.uri)));
    const uris = closed.map(({ file }) => file.uri);
    try {
      const texts = uris.length === 0 ? [] : await this.files.read(uris, KEYWORD);
      return new Map(closed.map((entry, index) => [entry, texts[index] ?? null]));
    } catch (error) {
      for (const entry of entries) entry.stale = true;
      throw error;
    }
  }

  private summarize(entry: Entry, text: string | null): void {
    const open = this.openByKey().get(keyOf(entry.file.uri));
    const snapshot = open === undefined ? null : this.documents.get(open);
    const current = snapshot?.document.getText() ?? text ?? '';
    const fingerprint = fingerprintOf(current);
    if (entry.fingerprint === fingerprint) return;
    entry.fingerprint = fingerprint;
    const readable = current.includes(KEYWORD) && current.length <= LONGEST_TEXT;
    entry.summary = readable ? summaryOf(snapshot ?? this.documents.stored(entry.file.uri, current)) : null;
  }

  private openByKey(): Map<string, string> {
    return new Map(this.documents.open.keys().map((uri) => [keyOf(uri), uri]));
  }
}

/** By way of JSON, since a name cut out of a text would keep the whole text in memory. */
function summaryOf({ document, analysis }: Snapshot): RoadmapSummaryOf<Range> | null {
  return JSON.parse(JSON.stringify(roadmapSummary(analysis, (span) => toRange(document, span))));
}

/** Editors and the disk write the same address differently: `c:` and `C%3A`. */
function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}

/** FNV-1a over the text's UTF-16 code units. */
function fingerprintOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
