import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { root } from '../../scripts/toolchain.mjs';
import { cache } from './brought.ts';

/** The VS Code of test/host/code-server, so that both hosts test alike. */
const VERSION = '1.139.1';

export interface Desktop {
  readonly name: string;
  /** The program and the arguments that come before VS Code's own. */
  readonly command: readonly [string, ...string[]];
}

export interface Unavailable {
  readonly reason: string;
}

export const isUnavailable = (found: Desktop | Unavailable): found is Unavailable => 'reason' in found;

/** The VS Code that VSCODE_EXECUTABLE_PATH names. */
export function namedDesktop(): Desktop | Unavailable {
  const executable = process.env.VSCODE_EXECUTABLE_PATH;
  if (!executable) return { reason: 'VSCODE_EXECUTABLE_PATH is not set' };
  if (!existsSync(executable)) throw new Error(`VSCODE_EXECUTABLE_PATH names no file: ${executable}`);
  return withDisplay(executable, 'the VS Code of VSCODE_EXECUTABLE_PATH');
}

/** The VS Code behind the command `code`. */
export function installedDesktop(): Desktop | Unavailable {
  const executable = executableOfCommand();
  return executable ? withDisplay(executable, 'the installed VS Code') : { reason: 'no command `code`' };
}

/** A desktop VS Code in `cache`, downloaded if need be. */
export async function downloadedDesktop(): Promise<Desktop | Unavailable> {
  const display = withDisplay('', '');
  if (isUnavailable(display)) return display;
  try {
    const executable = await downloadAndUnzipVSCode({
      version: VERSION,
      cachePath: cache,
      extensionDevelopmentPath: root,
      timeout: 15_000,
    });
    return withDisplay(executable, `VS Code ${VERSION} from @vscode/test-electron`);
  } catch (error) {
    return { reason: `download failed: ${error instanceof Error ? error.message : error}` };
  }
}

/** Linux needs a display or xvfb-run to show a window on. */
function withDisplay(executable: string, name: string): Desktop | Unavailable {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return { name, command: [executable] };
  if (onPath('xvfb-run')) return { name: `${name} under xvfb-run`, command: ['xvfb-run', '-a', executable] };
  return { reason: 'no display' };
}

/**
 * The program behind the `code` command. It is started directly: the command itself hands over to a detached process,
 * which could not be ended with us. Inside a remote window `code` speaks to that window and can load no extension.
 */
function executableOfCommand(): string | undefined {
  const command = process.env.VSCODE_IPC_HOOK_CLI ? undefined : onPath('code');
  if (!command) return undefined;
  const bin = path.dirname(realpathSync(command));
  return [
    path.resolve(bin, '../code'),
    path.resolve(bin, '../Code.exe'),
    path.resolve(bin, '../../../MacOS/Electron'),
    path.resolve(bin, '../../../MacOS/Code'),
  ].find((file) => existsSync(file));
}

function onPath(command: string): string | undefined {
  const name = process.platform === 'win32' ? `${command}.cmd` : command;
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}
