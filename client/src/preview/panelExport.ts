import { type ExtensionContext, env, UIKind, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPORT_REQUEST, type ExportFormat, type ExportParams } from '../../../server/lsp/protocol';
import type { FromPage } from './messages';

type Save = Extract<FromPage, { type: 'save' }>;
type Export = Extract<FromPage, { type: 'export' }>;

const KINDS: Record<Save['extension'] | ExportFormat | 'html', { extension: string; name: string }> = {
  svg: { extension: 'svg', name: 'SVG' },
  png: { extension: 'png', name: 'PNG' },
  mermaid: { extension: 'mmd', name: 'Mermaid' },
  csv: { extension: 'csv', name: 'CSV' },
  ics: { extension: 'ics', name: 'iCalendar' },
  html: { extension: 'html', name: 'HTML' },
};

/** Takes charts out of the panel: to the clipboard, to files, to paper. */
export class PanelExport {
  constructor(
    private readonly uri: Uri,
    private readonly client: BaseLanguageClient,
    private readonly context: ExtensionContext,
  ) {}

  async copy(text: string): Promise<void> {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage('Copied', 2000);
  }

  async save({ extension, data, base64 }: Save): Promise<void> {
    const bytes = base64 ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : encode(data);
    await this.write(extension, bytes);
  }

  async export({ format, way, chart }: Export): Promise<void> {
    const uri = this.client.code2ProtocolConverter.asUri(this.uri);
    const params: ExportParams = { textDocument: { uri }, chart, format };
    const text = await this.client.sendRequest<string | null>(EXPORT_REQUEST, params);
    if (text === null) return;
    if (way === 'copy') await this.copy(text);
    else await this.write(format, encode(text));
  }

  /** A webview cannot print. A browser can; where none can be handed a local file, the page is saved for one. */
  async print(svg: string): Promise<void> {
    const page = encode(printPage(svg, this.baseName));
    if (env.uiKind !== UIKind.Desktop || env.remoteName) return this.write('html', page);
    const folder = Uri.joinPath(this.context.globalStorageUri, 'print');
    const file = Uri.joinPath(folder, `${this.baseName}.html`);
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(file, page);
    await env.openExternal(file);
  }

  private async write(kind: keyof typeof KINDS, bytes: Uint8Array): Promise<void> {
    const { extension, name } = KINDS[kind];
    const target = await window.showSaveDialog({
      defaultUri: Uri.joinPath(this.uri, '..', `${this.baseName}.${extension}`),
      filters: { [name]: [extension] },
    });
    if (target) await workspace.fs.writeFile(target, bytes);
  }

  /** The document's name without its extension. */
  private get baseName(): string {
    const { path } = this.uri;
    return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '') || 'roadmap';
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The drawing comes from the panel as XML in which every text is escaped; the name is of the document's file. */
function printPage(svg: string, title: string): string {
  const escaped = title.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const nonce = crypto.randomUUID();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'">
<title>${escaped}</title>
<style>@page { size: landscape; margin: 10mm } body { margin: 0 } svg { display: block; width: 100%; height: auto }</style>
${svg}
<script nonce="${nonce}">print();</script>
</html>
`;
}
