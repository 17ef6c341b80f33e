// npm run bench: how long an analysis takes, and how soon the panel draws, beside Mermaid on the same charts.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, prepare, root, run, tool } from './toolchain.mjs';

await prepare();
const { build } = await import('esbuild');
const outfile = path.join(root, 'out/bench/analyze.mjs');
await build({
  entryPoints: [path.join(root, 'test/bench/analyze.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  absWorkingDir: root,
});
await import(pathToFileURL(outfile).href);
const panel = [tool('vitest'), 'run', '--project', 'bench', '--disable-console-intercept'];
if ((await run(process.execPath, panel, { cwd: root })) !== 0) fail('The panel could not be measured.');
