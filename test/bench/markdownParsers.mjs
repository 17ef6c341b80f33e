// How long Markdown parsers take to find the fences of a document, beside server/gantt/markdown.ts, which counts
// Mermaid's only.
//   npm install --no-save @lezer/markdown micromark && node test/bench/markdownParsers.mjs [FILE…]
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import MarkdownIt from 'markdown-it';

const lezer = await import('@lezer/markdown').catch(() => null);
const micromark = await import('micromark').catch(() => null);

const bundle = await build({
  entryPoints: ['server/gantt/markdown.ts'],
  ...{ bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], write: false },
});
const { findFences } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`
);

const markdownIt = new MarkdownIt({ html: true });
markdownIt.core.ruler.enableOnly(['normalize', 'block']);
const parsers = {
  'findFences (markdown-it, own rules)': (text) => findFences(text).length,
  'markdown-it, blocks': (text) => markdownIt.parse(text, {}).filter(({ type }) => type === 'fence').length,
  ...(lezer && {
    '@lezer/markdown': (text) => {
      let found = 0;
      lezer.parser.parse(text).iterate({ enter: ({ name }) => void (name === 'FencedCode' && found++) });
      return found;
    },
  }),
  ...(micromark && {
    micromark: (text) => {
      const events = micromark.postprocess(
        micromark
          .parse()
          .document()
          .write(micromark.preprocess()(text, undefined, true)),
      );
      return events.filter(([kind, { type }]) => kind === 'enter' && type === 'codeFenced').length;
    },
  }),
};

const roadmap = readFileSync('examples/roadmap.md', 'utf8');
const chart = roadmap.slice(roadmap.indexOf('```mermaid\n') + 11, roadmap.lastIndexOf('```'));
const megabyte = (text) => text.repeat(Math.ceil(1e6 / text.length));
const texts = {
  'roadmaps, 1 MB': megabyte(`${roadmap}\n`),
  'one chart, 1 MB': `\`\`\`mermaid\n${megabyte(chart)}\`\`\`\n`,
  'list items, 1 MB': `${megabyte('- a\n')}\n${roadmap}`,
  'quote marks, 1 MB': `${megabyte('> ')}\n\n${roadmap}`,
  'list marks, 1 MB': `${megabyte('1. ')}\n\n${roadmap}`,
};
const files = process.argv.slice(2);
if (files.length > 0) {
  texts[`${files.length} files`] = files.map((file) => readFileSync(file, 'utf8')).join('\n\n');
}

const givenUp = new Set();
for (const [name, text] of Object.entries(texts)) {
  console.log(`\n${name} (${(text.length / 1e6).toFixed(2)} MB)`);
  for (const [parser, parse] of Object.entries(parsers)) {
    if (givenUp.has(parser)) continue;
    let best = Number.POSITIVE_INFINITY;
    let found = 0;
    // Slow ones are measured once.
    for (let run = 0; run < 5 && (run === 0 || best < 1000); run++) {
      const start = performance.now();
      found = parse(text);
      best = Math.min(best, performance.now() - start);
    }
    if (best > 10_000) givenUp.add(parser);
    console.log(`  ${parser.padEnd(36)} ${best.toFixed(1).padStart(9)} ms  ${found} fences`);
  }
}
