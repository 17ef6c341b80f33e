// node scripts/tool.mjs PACKAGE [ARGUMENTS…]: runs a package's command under a Node that it accepts.
import { prepare, root, run, tool } from './toolchain.mjs';

await prepare();
const [name, ...args] = process.argv.slice(2);
process.exit(await run(process.execPath, [tool(name), ...args], { cwd: root }));
