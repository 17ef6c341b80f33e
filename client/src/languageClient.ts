import type { LanguageClientOptions } from 'vscode-languageclient';

export const CLIENT_ID = 'roadmapGantt';
export const CLIENT_NAME = 'Roadmap Gantt';

/** What the Node host and the web-worker host both ask of the server. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }, { language: 'mermaid' }],
  initializationOptions: { didAnalyze: true },
};
