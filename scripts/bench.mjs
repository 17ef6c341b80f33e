// npm run bench: how long an analysis takes, beside Mermaid's own reading of the same charts.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './toolchain.mjs';

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
