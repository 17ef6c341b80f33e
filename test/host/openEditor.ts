import { randomBytes } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/toolchain.mjs';
import { quietSettings, startServer } from './codeServer.ts';
import { type Desktop, downloadedDesktop, installedDesktop, isUnavailable, namedDesktop } from './desktop.ts';
import { endOnSignals, startTree } from './processes.ts';
import { EXTENSION_ID, stageExtension } from './stage.ts';
import { temporaryFolder } from './temporary.ts';

/** The extension that opens the file and its preview. */
const opener = path.join(root, 'scripts/opener');

endOnSignals();

/**
 * Opens the best VS Code there is on a file with its preview beside it, in a profile of its own, and returns when that
 * VS Code has ended. All that it starts ends with this process.
 */
export async function openEditor(file: string): Promise<void> {
  const reasons: string[] = [];
  for (const find of [namedDesktop, installedDesktop, downloadedDesktop]) {
    const found = await find();
    if (!isUnavailable(found)) return openDesktop(found, file);
    reasons.push(found.reason);
  }
  console.log(`No desktop VS Code to be had (${reasons.join('; ')}), so it is code-server in a browser.`);
  return openInBrowser(file);
}

async function openDesktop(desktop: Desktop, file: string): Promise<void> {
  const profile = temporaryFolder('profile');
  await mkdir(path.join(profile, 'User'), { recursive: true });
  await writeFile(path.join(profile, 'User/settings.json'), JSON.stringify(quietSettings));
  const [program, ...before] = desktop.command;
  const folder = folderOf(file);
  const tree = startTree(
    program,
    [
      ...before,
      ...(folder ? [folder] : []),
      `--extensionDevelopmentPath=${root}`,
      `--extensionDevelopmentPath=${opener}`,
      `--user-data-dir=${profile}`,
      `--extensions-dir=${path.join(profile, 'extensions')}`,
      ...['--disable-updates', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore', env: { ...process.env, ROADMAP_GANTT_FILE: file } },
  );
  console.log(`Opening ${file} in ${desktop.name}. Ctrl-C ends it.`);
  await tree.ended;
}

/** The same with code-server, whose address is printed. */
export async function openInBrowser(file: string): Promise<void> {
  const extensionsDir = temporaryFolder('extensions');
  await stageExtension(path.join(extensionsDir, EXTENSION_ID));
  await cp(opener, path.join(extensionsDir, 'opener'), { recursive: true });
  const server = await startServer({
    extensionsDir,
    token: randomBytes(16).toString('hex'),
    env: { ROADMAP_GANTT_FILE: file },
  });
  console.log(
    `VS Code ${server.version} (code-server) shows ${file} at\n\n  ${server.address(folderOf(file))}\n`,
  );
  console.log('Open this address in a browser on this machine. Ctrl-C ends it.');
  await server.ended;
}

/** The file's folder as the workspace; not a home folder or a whole disk, which VS Code would search through. */
function folderOf(file: string): string | undefined {
  const folder = path.dirname(file);
  return folder === homedir() || folder === path.parse(folder).root ? undefined : folder;
}
