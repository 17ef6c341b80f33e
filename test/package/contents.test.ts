import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const files = await listFiles({ cwd: root, packageManager: PackageManager.None });

/** Every text in the manifest that names a file of the project. */
function filesNamedIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const file = path.join(root, value);
    const isPath = /^\.?\/?[\w-]+(\/[\w.-]+)*\.\w+$/.test(value);
    return isPath && existsSync(file) && statSync(file).isFile() ? [path.posix.normalize(value)] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filesNamedIn) : [];
}

test('the package holds every file that its manifest names', () => {
  const named = filesNamedIn(manifest);
  expect(named).toContain('dist/extension.js');
  expect(named).toContain('dist/web/extension.js');
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});

test('the package holds the servers, the command line and the page', () => {
  const wanted = [
    'dist/server.js',
    'dist/web/server.js',
    'dist/cli.js',
    'dist/webview.js',
    'dist/webview.css',
  ];
  expect(files).toEqual(expect.arrayContaining(wanted));
});

test('the package holds no sources, tests, source maps or dependencies', () => {
  const allowed =
    /^(package\.json|LICENSE|docs\/diagnostics\.md|README\.md|CHANGELOG\.md|language-configuration\.json|(dist|images|syntaxes)\/.*)$/;
  expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  expect(files.filter((file) => /\.(map|ts|tsbuildinfo)$/.test(file))).toEqual([]);
});

test('the page brings only the part of Mermaid that draws gantt charts', () => {
  expect(statSync(path.join(root, 'dist/webview.js')).size).toBeLessThan(1_200_000);
});
