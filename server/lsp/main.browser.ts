import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';
import { noFiles } from './workspaceFiles';

const port = self as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), noFiles, null);
