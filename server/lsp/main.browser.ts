import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';

// A web worker cannot read files: only open documents are known.
const noFiles = async () => null;

const port = self as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), noFiles);
