import type { FromPage, ToPage } from '../client/src/preview/messages';
import type { PageState } from './pageState';

interface Editor {
  postMessage(message: FromPage): void;
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Editor;

export const editor: Editor = acquireVsCodeApi();

export function onMessage(receive: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
}
