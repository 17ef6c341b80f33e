import { type ExtensionContext, Uri, type Webview } from 'vscode';

/** The panel's page: nothing but its own script and styles may load. Mermaid styles its drawing in line. */
export function panelHtml(webview: Webview, { extensionUri }: ExtensionContext): string {
  const asset = (name: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', name));
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `style-src 'unsafe-inline' ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    'img-src blob: data:',
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<title>Roadmap Gantt</title>
<link rel="stylesheet" href="${asset('webview.css')}">
</head>
<body>
<script nonce="${nonce}" src="${asset('webview.js')}"></script>
</body>
</html>`;
}
