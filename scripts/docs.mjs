// npm run docs: writes docs/diagnostics.md, and the codes that package.json offers for roadmapGantt.severity.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './toolchain.mjs';

await prepare();
const { build } = await import('esbuild');
const outfile = path.join(root, 'out/docs/diagnosticsDoc.mjs');
await build({
  stdin: {
    contents: `
      export { diagnosticsDoc } from './scripts/diagnosticsDoc.ts';
      export { severitySetting } from './scripts/severitySetting.ts';`,
    resolveDir: root,
  },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  absWorkingDir: root,
});
const { diagnosticsDoc, severitySetting } = await import(pathToFileURL(outfile).href);
writeFileSync(path.join(root, 'docs/diagnostics.md'), diagnosticsDoc());

const file = path.join(root, 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
manifest.contributes.configuration.properties['roadmapGantt.severity'] = severitySetting();
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
