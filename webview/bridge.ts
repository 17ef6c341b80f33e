import type { FromPage, RestoredState, ToPage } from '../client/src/preview/messages';
import type { ChartState } from './chartView';

/** What outlives edits, reloads and hiding. */
export interface PageState extends RestoredState {
  /** By position among the document's charts. */
  charts: ChartState[];
  scroll: { top: number; left: number };
  tray: boolean;
}

interface Editor {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Editor;

export const editor: Editor = acquireVsCodeApi();

export function onMessage(receive: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
}
