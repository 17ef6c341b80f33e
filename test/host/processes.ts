import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

/** A process together with all that it starts; they end together, at the latest when this process ends. */
export interface ProcessTree {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  /** Resolves when it has ended; asks first, then forces. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) signalTree(child, 'SIGKILL');
});

export function startTree(command: string, args: readonly string[], options: SpawnOptions = {}): ProcessTree {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  return {
    child,
    ended,
    async stop() {
      signalTree(child, 'SIGTERM');
      const force = setTimeout(() => signalTree(child, 'SIGKILL'), 3_000);
      await ended;
      clearTimeout(force);
      signalTree(child, 'SIGKILL');
      running.delete(child);
    },
  };
}

/** The whole process group, so that what the child has started is reached even after the child itself is gone. */
function signalTree({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

/** Lets `exit` handlers run when this process is interrupted or told to end. */
export function endOnSignals(): void {
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}
