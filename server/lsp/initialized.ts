import type { Connection } from 'vscode-languageserver';

/** Runs a task once the client has said that it is ready to be asked. */
export type WhenInitialized = (task: () => void) => void;

/** The connection keeps a single listener, and several rooms wait. */
export function whenInitialized(connection: Connection): WhenInitialized {
  const tasks: (() => void)[] = [];
  connection.onInitialized(() => {
    for (const task of tasks) task();
  });
  return (task) => tasks.push(task);
}
