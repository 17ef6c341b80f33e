import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FromPage, ToPage } from '../../client/src/preview/messages.ts';
import { panelOf } from '../../server/features/panel.ts';
import type { Clock } from '../../server/gantt/analysis.ts';
import { analyze } from '../../server/gantt/analyze.ts';
import type { PageState } from '../../webview/pageState.ts';

declare global {
  interface Window {
    posted: FromPage[];
    kept: PageState | undefined;
  }
}

const CLOCK: Clock = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'UTC' };
const file = (name: string) => path.join(import.meta.dirname, '../../dist', name);

/** What VS Code tells its webviews of a theme; the panel asks for nothing else. */
const colours = {
  foreground: '#3b3b3b',
  descriptionForeground: '#616161',
  errorForeground: '#f85149',
  focusBorder: '#005fb8',
  'editor-background': '#ffffff',
  'charts-blue': '#1a85ff',
  'charts-red': '#e51400',
  'charts-orange': '#d18616',
  'charts-yellow': '#bf8803',
  'charts-purple': '#652d90',
};
const variables = Object.entries(colours).map(([name, colour]) => `--vscode-${name}: ${colour};`);
const theme = `:root { ${variables.join(' ')} --vscode-font-family: sans-serif; }`;

/** The panel's page as it ships, in a browser; this file takes the editor's place. */
export class PanelPage {
  readonly errors: string[] = [];
  private version = 0;

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
  }

  /** A new page, with what an earlier one has kept. */
  static async open(browser: Browser, state?: PageState): Promise<PanelPage> {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce' });
    const panel = new PanelPage(page);
    await page.setContent('<!doctype html><html lang="en"><head></head><body></body></html>');
    await page.evaluate((kept) => {
      window.posted = [];
      window.kept = kept;
      Object.assign(window, {
        acquireVsCodeApi: () => ({
          postMessage: (message: FromPage) => window.posted.push(message),
          getState: () => window.kept,
          setState: (state: PageState) => {
            window.kept = structuredClone(state);
          },
        }),
      });
    }, state);
    await page.addStyleTag({ content: theme });
    await page.addStyleTag({ path: file('webview.css') });
    await page.addScriptTag({ path: file('webview.js') });
    return panel;
  }

  /** Shows a `.mmd` or Markdown document, and waits until it is drawn. */
  async show(text: string, language: 'markdown' | 'mermaid' = 'markdown'): Promise<void> {
    const version = ++this.version;
    const document = TextDocument.create('file:///plan.md', language, version, text);
    const content = panelOf(analyze(text, language, CLOCK), version, {}, ({ start, end }) => ({
      start: document.positionAt(start),
      end: document.positionAt(end),
    }));
    await this.tell({ type: 'document', uri: document.uri, document: JSON.stringify(content) });
    await this.page.waitForFunction(
      (version) => window.posted.some((message) => message.type === 'drawn' && message.version === version),
      version,
    );
  }

  tell(message: ToPage): Promise<void> {
    return this.page.evaluate((message) => window.postMessage(message), message);
  }

  /** Puts the editor's cursor on a line, counted from 0, of what is shown. */
  goTo(line: number): Promise<void> {
    return this.tell({
      type: 'cursor',
      version: this.version,
      position: { line, character: 0 },
      follow: true,
    });
  }

  /** The newest message of a kind that the page has posted since it was last asked for one. */
  async posted<Type extends FromPage['type']>(type: Type): Promise<Extract<FromPage, { type: Type }>> {
    const found = await this.page.waitForFunction((type) => {
      const at = window.posted.findLastIndex((message) => message.type === type);
      return at < 0 ? null : window.posted.splice(at, 1)[0];
    }, type);
    return (await found.jsonValue()) as Extract<FromPage, { type: Type }>;
  }

  kept(): Promise<PageState | undefined> {
    return this.page.evaluate(() => window.kept);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
