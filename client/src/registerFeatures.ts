import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ActiveRoadmap } from './activeRoadmap';
import { registerFormatCharts } from './formatCharts';
import { registerJumps } from './jump/registerJumps';
import { registerPreview } from './preview/registerPreview';
import { registerRoadmaps } from './roadmaps/registerRoadmaps';
import { serveFiles } from './serveFiles';
import { showStatus } from './statusBar';

/** What both extension hosts offer. The client need not have started. */
export function registerFeatures(context: ExtensionContext, client: BaseLanguageClient): void {
  const active = new ActiveRoadmap(client);
  context.subscriptions.push(active, serveFiles(client), showStatus(active), registerFormatCharts(client));
  registerPreview(context, client);
  registerRoadmaps(context, client);
  registerJumps(context, client);
}
