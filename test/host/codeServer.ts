import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from '../../scripts/toolchain.mjs';
import { bring } from './brought.ts';
import { startTree } from './processes.ts';
import { remove, temporaryFolder } from './temporary.ts';

export interface Installed {
  /** The server's entry script, for Node. */
  readonly script: string;
  readonly version: string;
}

/** VS Code's server and browser workbench as the npm package code-server ships them, without compilers or root. */
export async function codeServer(): Promise<Installed> {
  const place = 'node_modules/code-server/lib/vscode';
  const folder = await bring('code-server', async (draft) => {
    const vscode = path.join(draft, place);
    // Its own installer would do this and then build native modules; all it needs here works without them.
    await npm(['install', '--omit=dev', '--save=false'], vscode);
    await makeExecutable(path.join(vscode, 'node_modules/@vscode/ripgrep-universal/bin'));
  });
  const vscode = path.join(folder, place);
  const { version } = JSON.parse(await readFile(path.join(vscode, 'package.json'), 'utf8'));
  return { script: path.join(vscode, 'out/server-main.js'), version };
}

async function makeExecutable(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const file of await readdir(folder, { recursive: true })) {
    if (path.basename(file) === 'rg') await chmod(path.join(folder, file), 0o755);
  }
}

export interface ServerOptions {
  /** Where extensions are installed; nowhere when left out. */
  readonly extensionsDir?: string;
  /** Over `quietSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A secret that the address must carry; none when left out. */
  readonly token?: string;
  /** Lets a page ask for extensions under development and for tests, and drive the editor. */
  readonly underTest?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Server {
  readonly version: string;
  readonly authority: string;
  /** A workbench on a folder. `payload` is VS Code's own list of start-up options. */
  address(folder: string | undefined, payload?: readonly (readonly [string, string])[]): string;
  /** How the workbench names a file of this machine. */
  remoteUri(file: string): string;
  /** Resolves when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A VS Code that shows the file and nothing of its own. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  // The browser workbench would otherwise save every edit.
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { script, version } = await codeServer();
  const profile = temporaryFolder('profile');
  const user = path.join(profile, 'data/User');
  await mkdir(user, { recursive: true });
  await writeFile(
    path.join(user, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
  );
  const tree = startTree(
    process.execPath,
    [
      script,
      ...['--host', '127.0.0.1', '--port', '0'],
      ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
      // A server whose starter was killed ends by itself once nobody is connected any more.
      '--enable-remote-auto-shutdown',
      ...(options.underTest ? ['--enable-smoke-test-driver'] : []),
      ...['--server-data-dir', profile],
      ...['--extensions-dir', options.extensionsDir ?? path.join(profile, 'extensions')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } },
  );
  const stop = async () => {
    await tree.stop();
    remove(profile);
  };
  const port = await listening(tree.child).catch(async (error) => {
    await stop();
    throw error;
  });
  const authority = `127.0.0.1:${port}`;
  return {
    version,
    authority,
    address(folder, payload = []) {
      const query = new URLSearchParams();
      if (options.token) query.set('tkn', options.token);
      if (folder) query.set('folder', folder);
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
    remoteUri: (file) => `vscode-remote://${authority}${encodeURI(path.resolve(file))}`,
    ended: tree.ended,
    stop,
  };
}

/** The port that the server says it listens on. */
function listening(child: ReturnType<typeof startTree>['child']): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(() => reject(new Error(`code-server did not start in 60 s:\n${output}`)), 60_000);
    const read = (data: Buffer) => {
      output += data;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(late);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`code-server ended with code ${code}:\n${output}`));
    });
  });
}
