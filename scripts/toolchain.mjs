// What every command of the project stands on: the dependencies, and a Node that is new enough for the tools.
// This file, and whatever imports it before `prepare()` has returned, must run on Node 20 with no node_modules.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The newest of what Vitest, jsdom and vsce ask for. */
const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 15) || (major === 22 && minor >= 22);
};

/** One of package.json's optionalDependencies; npm installs the one made for this machine. */
const bundledNode = () =>
  [`node-${platform()}-${process.arch}`, `node-bin-${platform()}-${process.arch}`]
    .map((name) =>
      path.join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    )
    .find((file) => existsSync(file));
const platform = () => (process.platform === 'win32' ? 'win' : process.platform);

/** Installs what is missing, then goes on with the calling script under a Node that the tools accept. */
export async function prepare() {
  if (isStale()) {
    say('Installing the dependencies (npm ci)…');
    await npm(['ci', '--include=dev'], root);
  }
  if (isNewEnough(process.versions.node)) return;
  const node = bundledNode();
  if (!node) {
    fail(
      `The tools need Node 24.15 or later (or 22.22); this is ${process.versions.node}, and none is bundled for ` +
        `${process.platform} ${process.arch}. Install a newer Node and run the same command again.`,
    );
  }
  process.exit(await run(node, process.argv.slice(1)));
}

/** The script behind a package's (first) command, to be run by Node. */
export function tool(name) {
  const manifest = path.join(root, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : Object.values(bin)[0]);
}

/**
 * Runs npm in a folder with nothing of the user's configuration deciding what gets installed; install scripts never run.
 * @param {string[]} args @param {string} cwd
 */
export async function npm(args, cwd) {
  const firm = [
    '--ignore-scripts',
    '--include=optional',
    '--engine-strict=false',
    '--package-lock=true',
    '--dry-run=false',
    '--global=false',
    '--install-strategy=hoisted',
    '--audit=false',
    '--fund=false',
    '--loglevel=error',
  ];
  const cli = npmScript();
  const code = cli
    ? await run(process.execPath, [cli, ...args, ...firm], { cwd })
    : await run('npm', [...args, ...firm], { cwd, shell: process.platform === 'win32' });
  if (code !== 0) fail(`npm ${args.join(' ')} ended with code ${code} in ${path.relative('.', cwd) || '.'}`);
}

/** npm's own script: the one that runs us, or the one beside this Node. */
function npmScript() {
  const beside = path.dirname(process.execPath);
  return [
    process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined,
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ].find((file) => file && existsSync(file));
}

/**
 * Runs a command to its end with this terminal's input and output; resolves to its exit code.
 * An interrupt reaches it as well as us, so we wait for it to tidy up first.
 * @param {string} command @param {string[]} args
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => signal !== 'SIGINT' && child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** Whether node_modules differs from the lock file, by npm's own account of what it installed. */
function isStale() {
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  const account = 'node_modules/.package-lock.json';
  if (!existsSync(path.join(root, account))) return true;
  const installed = read(account);
  return Object.entries(read('package-lock.json')).some(
    ([place, wanted]) =>
      place !== '' && isForThisMachine(wanted) && installed[place]?.version !== wanted.version,
  );
}

/** Whether npm installs a locked package here: not what is for another system, nor what only such a package needs. */
function isForThisMachine({ os, cpu, libc, optional }) {
  if (optional && !os && !cpu) return false;
  const names = (list, value) => list === undefined || [list].flat().includes(value);
  return names(os, process.platform) && names(cpu, process.arch) && (isLinux ? names(libc, clib()) : true);
}
const isLinux = process.platform === 'linux';
const clib = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');

export const say = (text) => console.log(text);

/** Ends the process with one plain sentence. */
export function fail(text) {
  console.error(text);
  process.exit(1);
}
