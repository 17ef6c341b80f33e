import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { bring } from './brought.ts';

export interface FoundBrowser {
  readonly name: string;
  readonly executable: string;
  /** What the browser needs in its environment besides ours. */
  readonly env: NodeJS.ProcessEnv;
}

/** CHROME_PATH, else an installed Chrome, Edge or Chromium, else the one that npm brings. */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return { name: 'CHROME_PATH', executable: named, env: {} };
  }
  const executable = installedPlaces().find((file) => existsSync(file));
  if (executable) return { name: path.basename(executable), executable, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return broughtBrowser();
  throw new Error('NO BROWSER TO TEST IN: install Chrome, Edge or Chromium, or name one in CHROME_PATH.');
}

function installedPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
        const folder = process.env[name];
        if (!folder) return [];
        return [
          path.join(folder, 'Google/Chrome/Application/chrome.exe'),
          path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ];
      });
    default:
      return ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium'].map(
        (name) => `/usr/bin/${name}`,
      );
  }
}

async function broughtBrowser(): Promise<FoundBrowser> {
  const folder = path.join(await bring('chromium', unpack), 'unpacked');
  return {
    name: 'chromium from npm',
    executable: path.join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
    },
  };
}

/** The package holds the browser, libraries and a font as archives, because it is made for machines that have nothing. */
async function unpack(folder: string): Promise<void> {
  const archives = path.join(folder, 'node_modules/@sparticuz/chromium/bin');
  const target = path.join(folder, 'unpacked');
  await mkdir(target);
  const unbrotli = (name: string, file: string, mode = 0o644) =>
    pipeline(
      createReadStream(path.join(archives, name)),
      createBrotliDecompress(),
      createWriteStream(file, { mode }),
    );
  await unbrotli('chromium.br', path.join(target, 'chromium'), 0o755);
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    // By way of a file: tar stops reading at the archive's end, and a pipe into it may break before it is empty.
    const archive = path.join(target, `${name}.tar`);
    await unbrotli(`${name}.tar.br`, archive);
    const tar = spawn('tar', ['-xf', archive, '-C', target], { stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = await once(tar, 'exit');
    if (code !== 0) throw new Error(`tar could not unpack ${name} (code ${code})`);
    await rm(archive);
  }
  await writeFile(path.join(target, 'fonts.conf'), fontConfiguration);
}

/** The brought font is the one for interface text, so that it is measured alike everywhere; the machine's own serve the rest. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>Liberation Mono</family></prefer></alias>
</fontconfig>
`;

/** The workbench, webviews and service workers included, in a browser without a window. */
export async function launch(found: FoundBrowser): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  const page = await browser.newPage();
  const width = await page.evaluate(() => {
    const text = document.body.appendChild(document.createElement('span'));
    text.textContent = 'wide';
    return text.getBoundingClientRect().width;
  });
  await page.close();
  if (width > 0) return browser;
  await browser.close();
  throw new Error(`${found.name} has no fonts, so text has no width: install a font for it.`);
}
