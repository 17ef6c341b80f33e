// npm start [-- FILE]: says what is wrong in FILE, then opens VS Code on it with the extension and its preview.
// --browser takes the VS Code in the browser even where a desktop one is to be had; --no-open opens nothing.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fail, prepare, root, run } from './toolchain.mjs';

const { values: flags, positionals } = parseArgs({
  options: { browser: { type: 'boolean' }, 'no-open': { type: 'boolean' } },
  allowPositionals: true,
});
if (positionals.length > 1) fail('Usage: npm start [-- [--browser|--no-open] FILE]');

await prepare();
const build = spawnSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--production'], {
  cwd: root,
  encoding: 'utf8',
});
if (build.status !== 0) fail(`The build failed.\n${build.stdout}${build.stderr}`);

// npm runs scripts in the project's folder; a person means the folder they are in.
const here = process.env.INIT_CWD ?? process.cwd();
const file = positionals[0] ? path.resolve(here, positionals[0]) : path.join(root, 'examples/roadmap.md');
const checked = await run(process.execPath, [path.join(root, 'dist/cli.js'), 'check', file], { cwd: here });
if (checked > 1) process.exit(checked);

if (!flags['no-open']) {
  const { openInBrowser, openEditor } = await import('../test/host/openEditor.ts');
  await (flags.browser ? openInBrowser(file) : openEditor(file));
}
