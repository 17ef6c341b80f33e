import { JSDOM } from 'jsdom';

/** As much of a browser as Mermaid needs to draw a gantt chart. Text has no size in it, so `getBBox` makes one up. */
export function openBrowser() {
  const { window } = new JSDOM('<!doctype html><body></body>');
  Object.assign(window.SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 50, height: 10 }) });
  return {
    window,
    document: window.document,
    navigator: window.navigator,
    CSSStyleSheet: window.CSSStyleSheet,
    CSS: { escape: (text: string) => text },
  };
}
