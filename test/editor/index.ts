import 'mocha/mocha.js';
import { report, START_MARK, type SuiteResult } from './report';

/**
 * The entry of the suite inside VS Code's extension host, the same in Node and in the web worker; hence mocha's browser build.
 * `load` imports the test files: esbuild.mjs lists them, since a web worker cannot look into folders.
 */
export async function runSuite(load: () => Promise<unknown>): Promise<void> {
  const suite = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 20_000 });
  suite.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', suite);
  await load();
  console.log(START_MARK);
  const { failed } = await new Promise<SuiteResult>((resolve) => {
    const runner = suite.run(() => resolve(report(runner)));
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}
