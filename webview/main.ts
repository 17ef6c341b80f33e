import { editor } from './bridge';
import { warmUp } from './mermaidTiles';
import { Page } from './page';

new Page();
editor.postMessage({ type: 'ready' });
void warmUp();
