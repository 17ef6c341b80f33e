// Builds everything that ships into dist/.
// Flags: --production (minified, no source maps), --watch; --tests builds the editor suite alone, into out/.
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const { values: flags } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' }, tests: { type: 'boolean' } },
});

const common = {
  bundle: true,
  logLevel: 'warning',
  legalComments: 'none',
  minify: Boolean(flags.production),
  sourcemap: flags.production ? false : 'linked',
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };
const browser = { ...common, platform: 'browser', target: 'es2022', external: ['vscode'] };

/**
 * Mermaid loads each diagram type by its own dynamic import; only gantt is ever drawn here.
 * Leaving the rest out (other diagrams, graph layouts, KaTeX) takes 5.4 MB down to well under 1 MB.
 */
const onlyGantt = {
  name: 'only-gantt',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ kind, path: wanted, importer }) => {
      if (kind !== 'dynamic-import' || !/[\\/]mermaid[\\/]dist[\\/]/.test(importer)) return undefined;
      return wanted.includes('/ganttDiagram-') ? undefined : { path: wanted, namespace: 'left-out' };
    });
    build.onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: 'export {};' }));
  },
};

const shipped = [
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js' },
  { ...node, entryPoints: ['server/lsp/main.node.ts'], outfile: 'dist/server.js' },
  {
    ...node,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/web/extension.js',
  },
  { ...browser, format: 'iife', entryPoints: ['server/lsp/main.browser.ts'], outfile: 'dist/web/server.js' },
  {
    ...browser,
    format: 'iife',
    entryPoints: { webview: 'webview/main.ts' },
    outdir: 'dist',
    plugins: [onlyGantt],
  },
  { ...browser, entryPoints: { webview: 'webview/panel.css' }, outdir: 'dist' },
];

/** mocha's browser build looks for a module system; in our bundle that would be ours, which it must not fill. */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
      contents: `var exports, module, define;\n${readFileSync(file, 'utf8')}`,
    }));
  },
};

const editorTests = () => ({
  ...browser,
  format: 'cjs',
  define: { global: 'globalThis' },
  plugins: [mochaAsScript],
  stdin: {
    resolveDir: 'test/editor',
    contents: `
      import { runSuite } from './index.ts';
      export const run = () => runSuite(async () => {
        ${readdirSync('test/editor')
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => `await import('./${name}');`)
          .join('\n')}
      });`,
  },
  outfile: 'out/editor/suite.js',
});

if (flags.watch) {
  // The watch task of .vscode/tasks.json waits for these two lines.
  console.log('[watch] build started');
  await Promise.all(shipped.map(watch));
  console.log('[watch] build finished');
} else if (flags.tests) {
  await build(editorTests());
} else {
  const results = await Promise.all(shipped.map((bundle) => build({ ...bundle, metafile: true })));
  const outputs = results.flatMap(({ metafile }) => Object.entries(metafile.outputs));
  removeAllBut(outputs.map(([file]) => path.normalize(file)));
  chmodSync('dist/cli.js', 0o755);
  for (const [file, { bytes }] of outputs) {
    if (!file.endsWith('.map')) console.log(`${file}  ${(bytes / 1024).toFixed(0)} kB`);
  }
}

/** esbuild itself says what is wrong; a stack trace of ours would only hide it. */
function build(bundle) {
  return esbuild.build(bundle).catch(() => process.exit(1));
}

/** What an earlier build left in dist/ must not be shipped by a later one. */
function removeAllBut(fresh) {
  for (const found of readdirSync('dist', { recursive: true, withFileTypes: true })) {
    const file = path.join(path.relative('.', found.parentPath), found.name);
    if (found.isFile() && !fresh.includes(file)) rmSync(file);
  }
}

/** Resolves after a bundle's first build; the later ones announce themselves. */
async function watch(bundle) {
  let first = true;
  let built;
  const announce = {
    name: 'announce',
    setup(build) {
      build.onStart(() => {
        if (!first) console.log('[watch] build started');
      });
      build.onEnd(() => {
        if (!first) console.log('[watch] build finished');
        first = false;
        built();
      });
    },
  };
  await new Promise((resolve, reject) => {
    built = resolve;
    esbuild
      .context({ ...bundle, plugins: [...(bundle.plugins ?? []), announce] })
      .then((context) => context.watch())
      .catch(reject);
  });
}
