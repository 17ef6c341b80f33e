import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const core = createRequire(import.meta.url).resolve('mermaid');

/** What a fresh copy of Mermaid's gantt module lets the oracle see, by the module's own names. */
const SEEN = `{
  diagram,
  rawTasks: () => rawTasks,
  settings: () => ({ dateFormat, axisFormat, tickInterval, todayMarker, includes, excludes, inclusiveEndDates, weekday, weekend }),
  getStartDate, getEndDate, checkTaskDates, dayjs,
}`;

/**
 * Mermaid as one script that evaluates to `{ mermaid, freshGantt }`. Everything is Mermaid's own code; only its gantt
 * module is wrapped in a function, so that each chart can have a copy whose id table no other chart has filled.
 * Other diagram types are left out.
 */
export async function bundleMermaid(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { default as mermaid } from 'mermaid'; export { freshGantt } from 'gantt:';`,
      resolveDir: dirname(core),
    },
    bundle: true,
    format: 'iife',
    globalName: 'result',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'browser'],
    write: false,
    plugins: [ganttInCopies],
  });
  // Strict, as modules are: some of what Mermaid refuses are assignments that only strict code refuses.
  return `'use strict';\n${outputFiles[0]!.text}\nreturn result;`;
}

const ganttInCopies: Plugin = {
  name: 'gantt-in-copies',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^gantt:$/ }, () => ({ path: 'gantt', namespace: 'copies' }));
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      return path.includes('/ganttDiagram-')
        ? { path: 'gantt', namespace: 'copies' }
        : { path, namespace: 'left-out' };
    });
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({
      contents: 'export const diagram = { db: {}, parser: { parse() {} }, renderer: {}, styles: {} };',
    }));
    onLoad({ filter: /./, namespace: 'copies' }, async () => {
      const chunk = await ganttChunk();
      return { contents: inCopies(await readFile(chunk, 'utf8')), resolveDir: dirname(chunk) };
    });
  },
};

/** The chunk's name holds a hash; the entry file imports it. */
async function ganttChunk(): Promise<string> {
  const [, path] = /import\("(\.[^"]*\/ganttDiagram-[^"]*)"\)/.exec(await readFile(core, 'utf8')) ?? [];
  if (path === undefined)
    throw new Error('Mermaid no longer loads its gantt diagram from a chunk of its own');
  return join(dirname(core), path);
}

function inCopies(source: string): string {
  const imports: string[] = [];
  const body = source
    .replace(/^import [^;]*;$/gm, (statement) => {
      imports.push(statement);
      return '';
    })
    .replace(/^export \{\s*diagram\s*\};$/m, `return ${SEEN};`);
  return `${imports.join('\n')}
function copy() {${body}}
let current;
/** \`adapt\` may change the copy before Mermaid sees it. */
export function freshGantt(adapt) {
  current = copy();
  adapt(current);
  return current;
}
const { styles } = copy().diagram;
export const diagram = {
  get db() { return current.diagram.db; },
  get parser() { return current.diagram.parser; },
  get renderer() { return current.diagram.renderer; },
  styles,
};`;
}
