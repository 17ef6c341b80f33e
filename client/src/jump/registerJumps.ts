import { commands, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { GO_TO_NEIGHBOUR_COMMANDS, GO_TO_TASK_COMMAND } from '../../../server/lsp/protocol';
import { goToNeighbour } from './goToNeighbour';
import { goToProblem } from './goToProblem';
import { goToTask } from './goToTask';

/** Commands that lead from task to task and from problem to problem. */
export function registerJumps(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    commands.registerCommand(GO_TO_NEIGHBOUR_COMMANDS.predecessors, (uri?: unknown, position?: unknown) =>
      goToNeighbour(client, 'predecessors', uri, position),
    ),
    commands.registerCommand(GO_TO_NEIGHBOUR_COMMANDS.successors, (uri?: unknown, position?: unknown) =>
      goToNeighbour(client, 'successors', uri, position),
    ),
    commands.registerCommand(GO_TO_TASK_COMMAND, (uri: unknown, range: unknown) =>
      goToTask(client, uri, range),
    ),
    commands.registerCommand('roadmapGantt.goToNextProblem', () => goToProblem('next')),
    commands.registerCommand('roadmapGantt.goToPreviousProblem', () => goToProblem('previous')),
  );
}
