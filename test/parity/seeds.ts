import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';

/** Charts as people write them, for machines without the corpus. */
export const SEEDS = [
  `gantt
    title A roadmap
    dateFormat YYYY-MM-DD
    axisFormat %d-%b
    excludes weekends

    %% what is due
    section Messaging
        Store protocol       :done, store, 2024-01-15, 3w
        Sync                 :active, sync, after store, 20d
        Filters              :crit, filters, after store, 2024-03-29
        Release              :milestone, rel, after sync filters, 0d
    section Clients
        Desktop              :desk, after rel, 1M
        Mobile               :after rel, 45d
        Support              :until hand
        Handover             :hand, 2024-09-02, 5d`,
  `gantt
    dateFormat DD.MM.YYYY
    inclusiveEndDates
    section Planung
    Anforderungen : a1, 01.03.2024, 15.03.2024
    Entwurf : a2, after a1, 10d
    Prüfung : crit, 2d
    section Bau
    Fundament : b1, after a2, 3w
    Rohbau : b2, 29.03.2024, until fertig
    Fertig : milestone, fertig, 01.08.2024, 0d
    click b1 href "https://example.org"`,
  `---
title: Day plan
---
gantt
    dateFormat HH:mm
    axisFormat %H:%M
    todayMarker off
    Doors : milestone, m1, 17:49, 2m
    Talk : 10m
    Break : br, after m1, 5m
    End : milestone, 18:08, 4m`,
];

const corpus = new URL('../../../shared/corpus/', import.meta.url);

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

/** Real documents beside the project; none on a machine that has only the project. */
export function corpusFiles(): CorpusFile[] {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(fileURLToPath(new URL(name, corpus)), 'utf8') }));
}

const markdown = new MarkdownIt();

/** The text of every `mermaid` fence of a Markdown document, in document order. */
export function mermaidFences(text: string): string[] {
  return markdown
    .parse(text, {})
    .filter(({ type, info }) => type === 'fence' && /^mermaid\b/.test(info.trim()))
    .map(({ content }) => content);
}
