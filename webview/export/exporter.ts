import type { FromPage } from '../../client/src/preview/messages';
import type { ChartView } from '../chartView';
import type { TextMeasure } from '../measure';
import type { ExportRequest } from './exportPanel';
import { exportScene } from './exportScene';
import { PALETTES } from './palette';
import { picture } from './picture';
import { base64, png, svgText } from './raster';

export interface ExportContext {
  readonly measure: TextMeasure;
  post(message: FromPage): void;
  say(words: string): void;
}

/** Makes what was asked for of a chart, and hands it to the editor or the clipboard. */
export async function exportChart(
  { format, way, part, palette }: ExportRequest,
  view: ChartView,
  chart: number,
  { measure, post, say }: ExportContext,
): Promise<void> {
  if (format === 'mermaid' || format === 'csv' || format === 'ics') {
    post({ type: 'export', format, way, chart });
    return;
  }
  const { drawn } = view;
  if (!drawn) {
    say('There is nothing to draw.');
    return;
  }
  const found = exportScene(drawn, part, measure.widthOf);
  const frame = {
    ...found,
    palette: PALETTES[format === 'print' ? 'light' : palette],
    font: getComputedStyle(document.body).fontFamily,
    widthOf: measure.widthOf,
  };
  const drawing = await picture(found.scene, frame);
  if (format === 'print') post({ type: 'print', svg: svgText(drawing) });
  else if (format === 'svg') {
    const text = svgText(drawing);
    post(
      way === 'copy' ? { type: 'copy', text } : { type: 'save', extension: 'svg', data: text, base64: false },
    );
  } else if (way === 'save') {
    post({ type: 'save', extension: 'png', data: await base64(await png(drawing)), base64: true });
  } else {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(drawing) })]);
    say('The picture is on the clipboard.');
  }
}
