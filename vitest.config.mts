import { defineConfig } from 'vitest/config';

/** The packed extension in a real workbench in a real browser; see test/editor/page/workbench.ts. */
const inWorkbench = {
  globalSetup: 'test/editor/page/globalSetup.ts',
  setupFiles: 'test/editor/page/setup.ts',
  // One workbench at a time: it takes both cores of a small machine.
  fileParallelism: false,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 40_000, interval: 50 } },
};

export default defineConfig({
  test: {
    projects: [
      // Pure: no files, no processes.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      // Against Mermaid itself.
      { test: { name: 'parity', include: ['test/parity/**/*.test.ts'], testTimeout: 60_000 } },
      // The command line, run in this process.
      { test: { name: 'cli', include: ['test/cli/**/*.test.ts'], testTimeout: 60_000 } },
      // dist/server.js and dist/cli.js as other programs use them.
      { test: { name: 'server', include: ['test/server/**/*.test.ts'], testTimeout: 30_000 } },
      // What ships, and what it is built from.
      { test: { name: 'package', include: ['test/package/**/*.test.ts'] } },
      // The panel's page alone, in a browser.
      {
        test: {
          name: 'panel',
          include: ['test/panel/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          ...inWorkbench,
          name: 'page',
          include: ['test/editor/page/**/*.test.ts'],
          // Generous: they are waited for only where something is wrong or a machine is busy.
          testTimeout: 120_000,
          // A browser on a busy machine can lose a key; the report names every test that took a second try.
          retry: 1,
        },
      },
      // Not among the tests: figures, for people to read. See scripts/bench.mjs.
      {
        test: { ...inWorkbench, name: 'bench', include: ['test/bench/*.bench.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
