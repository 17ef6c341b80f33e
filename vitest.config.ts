import { defineConfig } from 'vitest/config';

const project = (name: string, timeout: number) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
  test: {
    // unit: pure, no I/O. parity: against Mermaid itself. server: LSP over stdio to dist/server.js.
    projects: [project('unit', 5_000), project('parity', 30_000), project('server', 30_000)],
  },
});
