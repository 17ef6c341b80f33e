// Builds and packs the extension: roadmap-gantt-<version>.vsix, or the file named as the argument.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fail, prepare, root, run, say, tool } from './toolchain.mjs';

await prepare();
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const target = path.resolve(process.argv[2] ?? path.join(root, `${name}-${version}.vsix`));
const steps = [
  [path.join(root, 'esbuild.mjs'), '--production'],
  // The README's pictures are not in the package, and there is no repository address to point them at.
  [
    tool('@vscode/vsce'),
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    target,
  ],
];
for (const step of steps) {
  if ((await run(process.execPath, step, { cwd: root })) !== 0) fail('The extension could not be packed.');
}
say(`${path.relative('.', target)}: ${(statSync(target).size / 1024).toFixed(0)} kB`);
