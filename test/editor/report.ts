/** What run.ts waits for: VS Code's exit code is 0 even when its extension host dies, so the suite speaks for itself. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  /** The extension host it ran in. */
  readonly host: 'node' | 'worker';
}

/** What lies between these two marks is the suite's own output. */
export const START_MARK = '##START';
export const RESULT_MARK = '##RESULT ';

export function report(runner: Mocha.Runner): SuiteResult {
  const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
  const host = 'WorkerGlobalScope' in globalThis ? 'worker' : 'node';
  const result: SuiteResult = { passed: passes, failed: failures, pending, host };
  console.log(RESULT_MARK + JSON.stringify(result));
  return result;
}
