// Runs the mocha suite inside a real VS Code: node test/editor/run.ts [--kind node|worker] [--result FILE]
import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { root } from '../../scripts/toolchain.mjs';
import { findBrowser, launch } from '../host/browser.ts';
import { startServer } from '../host/codeServer.ts';
import { type Desktop, downloadedDesktop, isUnavailable, namedDesktop } from '../host/desktop.ts';
import { endOnSignals, startTree } from '../host/processes.ts';
import { EXTENSION_ID, stageExtension } from '../host/stage.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { RESULT_MARK, START_MARK, type SuiteResult } from './report.ts';

const TIMEOUT = 180_000;

const { values: flags } = parseArgs({
  options: { kind: { type: 'string', default: 'node' }, result: { type: 'string' } },
});
const kind = flags.kind === 'worker' ? 'worker' : 'node';
const hostName = kind === 'worker' ? 'web-worker extension host' : 'Node extension host';

/** What one run works on. */
interface Run {
  readonly extension: string;
  readonly suite: string;
  readonly workspace: string;
}

async function runInDesktop({ extension, suite, workspace }: Run, desktop: Desktop): Promise<SuiteResult> {
  console.log(`[editor] ${desktop.name}, ${hostName}`);
  const profile = temporaryFolder('profile');
  const [program, ...before] = desktop.command;
  const tree = startTree(
    program,
    [
      ...before,
      workspace,
      `--extensionDevelopmentPath=${extension}`,
      `--extensionTestsPath=${suite}`,
      ...(kind === 'worker' ? ['--extensionDevelopmentKind=web'] : []),
      `--user-data-dir=${profile}`,
      `--extensions-dir=${path.join(profile, 'extensions')}`,
      ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--disable-workspace-trust'],
      ...['--skip-welcome', '--skip-release-notes', '--no-cached-data'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const output = suiteOutput();
    const code = await inTime<number>((resolve, reject) => {
      let rest = '';
      tree.child.stdout?.on('data', (data: Buffer) => {
        const lines = (rest + data).split(/\r?\n/);
        rest = lines.pop() ?? '';
        for (const line of lines) output.read(line);
      });
      tree.child.once('error', reject);
      tree.child.once('close', (code) => resolve(code ?? 1));
    });
    return output.result(code);
  } finally {
    await tree.stop();
  }
}

async function runInCodeServer({ extension, suite, workspace }: Run): Promise<SuiteResult> {
  const browser = await launch(await findBrowser());
  const server = await startServer({
    underTest: true,
    settings: kind === 'worker' ? { 'remote.extensionKind': { [EXTENSION_ID]: ['web'] } } : {},
  });
  try {
    console.log(
      `[editor] VS Code ${server.version} (code-server) in Chromium ${browser.version()}, ${hostName}`,
    );
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const output = suiteOutput();
    // The two functions through which a workbench under test reports.
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      output.read(format(...args));
    });
    const code = await inTime<number>((resolve, reject) => {
      page.on('crash', () => reject(new Error('the workbench page crashed')));
      page.on('console', (message) => {
        if (message.text().startsWith('No extension host found')) reject(new Error(message.text()));
      });
      const address = server.address(workspace, [
        ['extensionDevelopmentPath', server.remoteUri(extension)],
        ['extensionTestsPath', server.remoteUri(suite)],
      ]);
      page
        .exposeFunction('codeAutomationExit', resolve)
        .then(() => page.goto(address))
        .catch(reject);
    });
    return output.result(code);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A promise that gives up after `TIMEOUT`. */
function inTime<T>(
  start: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    setTimeout(() => reject(new Error(`no result in ${TIMEOUT / 1000} s`)), TIMEOUT).unref();
    start(resolve, reject);
  });
}

/** What code-server says for its missing native modules and its missing network. */
const MUTTERING =
  /^(\[|Error: Could not locate the bindings|Cannot find module|getaddrinfo |Timed out waiting for authentication)/;

/** Prints what the suite says and leaves out what the workbench mutters. */
function suiteOutput() {
  let own: SuiteResult | undefined;
  let speaking = false;
  return {
    read(line: string) {
      if (line.startsWith(RESULT_MARK)) {
        own = JSON.parse(line.slice(RESULT_MARK.length));
        speaking = false;
      } else {
        if (speaking && !MUTTERING.test(line)) console.log(line);
        speaking ||= line.startsWith(START_MARK);
      }
    },
    /** VS Code's exit code alone proves nothing. */
    result(code: number): SuiteResult {
      if (!own) throw new Error(`VS Code ended with code ${code} but the suite has not reported`);
      if (own.host !== kind)
        throw new Error(`the suite was to run in the ${hostName}, but ran in the other one`);
      if (code !== 0 && own.failed === 0)
        throw new Error(`the suite passed but VS Code ended with code ${code}`);
      return own;
    },
  };
}

/** The best VS Code there is; why a better one was not taken is said. */
async function runSuite(run: Run): Promise<SuiteResult> {
  const reasons: string[] = [];
  for (const find of [namedDesktop, downloadedDesktop]) {
    const found = await find();
    if (!isUnavailable(found)) return runInDesktop(run, found);
    reasons.push(found.reason);
  }
  console.log(`[editor] no desktop VS Code (${reasons.join('; ')})`);
  return runInCodeServer(run);
}

endOnSignals();
const extension = temporaryFolder('extension');
// VS Code runs a suite in the host of the extension whose folder it is in.
const suite = path.join(extension, 'suite.js');
const workspace = temporaryFolder('workspace');
try {
  await stageExtension(extension);
  await cp(path.join(root, 'out/editor/suite.js'), suite);
  await cp(path.join(root, 'test/editor/workspace'), workspace, { recursive: true });
  const result = await runSuite({ extension, suite, workspace });
  if (flags.result) await writeFile(flags.result, JSON.stringify(result));
  console.log(`[editor] ${result.passed} passed, ${result.failed} failed, ${result.pending} skipped`);
  process.exitCode = result.failed === 0 && result.passed > 0 ? 0 : 1;
} catch (error) {
  console.error(`[editor] ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
