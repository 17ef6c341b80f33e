// npm run parity -- --runs 50000 [--seed N] [--zone Europe/London]: compares generated charts with Mermaid itself.
import { parseArgs } from 'node:util';
import { fail, prepare, root, run, tool } from './toolchain.mjs';

await prepare();
const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, zone: { type: 'string' } },
});
for (const name of ['runs', 'seed']) {
  if (values[name] !== undefined && !/^\d+$/.test(values[name])) fail(`--${name} takes a whole number.`);
}

const env = { ...process.env, PARITY_RUNS: values.runs ?? '10000' };
if (values.seed) env.PARITY_SEED = values.seed;
if (values.zone) env.PARITY_ZONE = values.zone;
const suite = ['run', 'test/parity/generated.test.ts', '--project', 'parity', '--disable-console-intercept'];
process.exit(await run(process.execPath, [tool('vitest'), ...suite], { cwd: root, env }));
