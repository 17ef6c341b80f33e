import type { LanguageClientOptions } from 'vscode-languageclient';
import { GO_TO_NEIGHBOUR_COMMANDS, GO_TO_TASK_COMMAND } from '../../server/lsp/protocol';

export const CLIENT_ID = 'roadmapGantt';
export const CLIENT_NAME = 'Roadmap Gantt';

/** What the Node host and the web-worker host both ask of the server. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }, { language: 'mermaid' }],
  // A second formatter for all of Markdown would make VS Code ask which to use; charts there have a command of their own.
  initializationOptions: { didAnalyze: true, files: true, commandLinks: true, formatMermaidFilesOnly: true },
  // What a hover may link to: places in documents and nothing else, in folders that are not trusted as well.
  markdown: {
    isTrusted: { enabledCommands: [GO_TO_TASK_COMMAND, ...Object.values(GO_TO_NEIGHBOUR_COMMANDS)] },
  },
};
