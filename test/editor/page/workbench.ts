import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { root } from '../../../scripts/toolchain.mjs';
import { findBrowser, launch } from '../../host/browser.ts';
import { type Server, startServer } from '../../host/codeServer.ts';
import { EXTENSION_ID } from '../../host/stage.ts';
import { remove, temporaryFolder } from '../../host/temporary.ts';

export interface WorkbenchOptions {
  /** The workspace: a folder to copy… */
  readonly folder?: string;
  /** …or files to write, text by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The file to open at the start, by its name in the workspace. */
  readonly file?: string;
  /** The extension host that the extension runs in; Node when left out. */
  readonly kind?: 'node' | 'worker';
  /** CSS pixels; 1400 × 900 when left out. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Done with the empty page, before anything is loaded into it. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A VS Code of its own with the packed extension installed, to be used as a person would: with eyes, mouse and keys. */
export interface Workbench {
  readonly page: Page;
  /** The workspace on disk, thrown away by `close`. */
  readonly folder: string;
  /** What a content security policy has refused so far. */
  readonly refusals: readonly string[];
  /** Opens a file of the workspace and waits until its text is shown and has the focus. */
  open(file: string): Promise<void>;
  /** Runs a command by its title, as the command palette lists it. */
  command(title: string): Promise<void>;
  /** The document inside the nth webview panel. */
  panel(nth?: number): FrameLocator;
  /** The cursor as the status bar shows it, counted from 1; null while no text editor is active. */
  cursor(): Promise<{ line: number; column: number } | null>;
  /** The line, counted from 1, that the first text editor marks as the cursor's, with or without the focus. */
  activeLine(): Promise<number | null>;
  /** The lines that the first text editor has on screen. */
  editorText(): Promise<string>;
  /** A file of the workspace as it is on disk. */
  savedText(file: string): Promise<string>;
  /** Puts the cursor of the active text editor at a place, counted from 1. */
  goTo(line: number, column?: number): Promise<void>;
  /** Opens the preview with the button above the active editor and waits until it has drawn. */
  openPreview(): Promise<void>;
  /** As many problems as the problems view has on screen, each with where it is: "[Ln 3, Col 9]" at its end. */
  problems(): Promise<string[]>;
  /** Reloads the window and waits until it is back. */
  reload(): Promise<void>;
  /** A picture in .vscode-test/shots/<name>.png; its path. */
  shot(name: string): Promise<string>;
  close(): Promise<void>;
}

const shots = path.join(root, '.vscode-test/shots');
const opened = new Set<Workbench>();

/** Pictures of all open workbenches, for a test that has failed. */
export async function shootOpenWorkbenches(name: string): Promise<string[]> {
  return Promise.all(
    [...opened].map((workbench, index) => workbench.shot(index ? `${name}-${index}` : name)),
  );
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const folder = temporaryFolder('workspace');
  if (options.folder) await cp(options.folder, folder, { recursive: true });
  for (const [name, text] of Object.entries(options.files ?? {})) {
    await writeFile(path.join(folder, name), text);
  }
  const server = await startServer({
    extensionsDir: inject('extensionsDir'),
    settings: {
      ...(options.kind === 'worker' ? { 'remote.extensionKind': { [EXTENSION_ID]: ['web'] } } : {}),
      'editor.minimap.enabled': false,
      'git.enabled': false,
      ...options.settings,
    },
  });
  const browser = await findBrowser().then(launch);
  const page = await browser.newPage({ viewport: options.viewport ?? { width: 1400, height: 900 } });
  await options.prepare?.(page);
  const workbench = handles(page, folder, server, browser);
  opened.add(workbench);
  const start: [string, string][] = options.file
    ? [['openFile', server.remoteUri(path.join(folder, options.file))]]
    : [];
  await page.goto(server.address(folder, start));
  await shown(page, options.file);
  return workbench;
}

/** Chooses a colour theme by its name, as the list of themes has it. */
export async function chooseTheme({ page, command }: Workbench, name: string): Promise<void> {
  await command('Preferences: Color Theme');
  const input = page.locator('.quick-input-widget input');
  await input.fill(name);
  await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().click();
  await input.waitFor({ state: 'hidden' });
}

/**
 * Opens the palette with its key and types into it. It closes again, or never opens, where the focus is still on its way
 * to where a click has sent it; a person would press the key once more.
 */
async function typeInto(page: Page, key: string, text: string): Promise<Locator> {
  const input = page.locator('.quick-input-widget input');
  const type = async () => {
    await page.keyboard.press(key);
    await input.fill(text, { timeout: 5_000 });
  };
  await type().catch(type).catch(type);
  return input;
}

/** Waits for the workbench, and for a file's text to be on screen with the focus in it. */
async function shown(page: Page, file?: string): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  if (!file) return;
  const name = path.basename(file);
  const tab = page.locator('.tab.active', { hasText: name }).first();
  await tab.waitFor({ timeout: 30_000 });
  const lines = page.locator('.editor-instance .view-lines').first();
  await lines.locator('.view-line').first().waitFor();
  await tab.click();
}

function handles(page: Page, folder: string, server: Server, browser: Browser): Workbench {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refusals.push(message.text());
  });
  const workbench: Workbench = {
    page,
    folder,
    refusals,
    async open(file) {
      await typeInto(page, 'ControlOrMeta+p', file);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor();
      await page.keyboard.press('Enter');
      await shown(page, file);
    },
    async command(title) {
      const typed = `>${title}`;
      await typeInto(page, 'F1', typed);
      await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${title}"]`).first().click();
      // The palette is gone, or the command's own questions are in its place.
      await page.waitForFunction((gone) => {
        const input = document.querySelector<HTMLInputElement>('.quick-input-widget input');
        return !input?.checkVisibility() || input.value !== gone;
      }, typed);
    },
    panel(nth = 0) {
      return page.locator('iframe.webview.ready').nth(nth).contentFrame().frameLocator('iframe#active-frame');
    },
    async cursor() {
      const [text = ''] = await page.locator('#status\\.editor\\.selection').allTextContents();
      const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
      return line && column ? { line: Number(line), column: Number(column) } : null;
    },
    async activeLine() {
      const [text] = await page.locator('.editor-instance .active-line-number').allTextContents();
      return text ? Number(text) : null;
    },
    editorText() {
      // Lines are in the document in the order of their drawing; the eye reads them from top to bottom.
      return page
        .locator('.editor-instance .view-lines')
        .first()
        .evaluate((lines) =>
          [...lines.querySelectorAll<HTMLElement>('.view-line')]
            .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
            .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '))
            .join('\n'),
        );
    },
    savedText: (file) => readFile(path.join(folder, file), 'utf8'),
    async goTo(line, column = 1) {
      const input = await typeInto(page, 'Control+g', `:${line}:${column}`);
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: `line ${line}` })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
      await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, ` }).waitFor();
      await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    },
    async openPreview() {
      await page.locator('.editor-actions [aria-label*="Roadmap Gantt: Open Preview"]').first().click();
      await workbench.panel().getByRole('button').first().waitFor({ timeout: 30_000 });
    },
    async problems() {
      const rows = page.locator('.markers-panel .monaco-list-row .marker-message-details-container');
      if (!(await page.locator('.markers-panel').isVisible()))
        await workbench.command('Problems: Focus on Problems View');
      await rows.first().waitFor();
      return rows.allInnerTexts();
    },
    async reload() {
      // Not the first address: it names a file to open, and then VS Code restores nothing.
      await page.goto(server.address(folder));
      await shown(page);
    },
    async shot(name) {
      const file = path.join(shots, `${name}.png`);
      await mkdir(shots, { recursive: true });
      await page.screenshot({ path: file });
      return file;
    },
    async close() {
      opened.delete(workbench);
      await browser.close();
      await server.stop();
      remove(folder);
    },
  };
  return workbench;
}
