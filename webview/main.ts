import { editor } from './bridge';
import { warmUp } from './mermaidTiles';
import { Page } from './page';

const page = new Page();
editor.postMessage({ type: 'ready' });
void warmUp(() => !page.hasDocument);
