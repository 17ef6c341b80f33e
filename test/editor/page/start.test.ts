import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../../scripts/toolchain.mjs';
import { findBrowser, launch } from '../../host/browser.ts';
import { remove, temporaryFolder } from '../../host/temporary.ts';

/** What `npm start` runs. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs'), ...args]);
  const run = { child, output: '', code: once(child, 'exit').then(([code]) => code as number | null) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      run.output += data;
    });
  }
  onTestFinished(() => void child.kill());
  return run;
}

function roadmap(): string {
  const folder = temporaryFolder('start');
  onTestFinished(() => remove(folder));
  const file = path.join(folder, 'plan.md');
  writeFileSync(
    file,
    '```mermaid\ngantt\n  dateFormat YYYY-MM-DD\n  Design: a, 2025-01-06, 5d\n  Build: b, after design, 5d\n```\n',
  );
  return file;
}

/** The processes that carry a file's name in their environment; Linux lets one look. */
function processesFor(file: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`ROADMAP_GANTT_FILE=${file}`);
    } catch {
      return false;
    }
  });
}

test('without opening, the findings and the dates are printed', async () => {
  const run = start('--no-open', roadmap());
  expect(await run.code, run.output).toBe(0);
  expect(run.output).toContain('plan.md:5:19 error unknown-task');
  expect(run.output).toContain('last date Sat 11 Jan 2025');
  expect(run.output).not.toContain('http');
});

test('a file that is not there ends it', async () => {
  const run = start(path.join(path.dirname(roadmap()), 'missing.md'));
  expect(await run.code).toBe(2);
  expect(run.output).toContain('missing.md');
});

test('the file and its preview are open in the browser, and an interrupt leaves nothing running', async () => {
  const file = roadmap();
  const run = start('--browser', file);
  await expect.poll(() => run.output, { timeout: 60_000 }).toMatch(/http:\S+/);
  const [address = ''] = /http:\S+/.exec(run.output) ?? [];

  const browser = await findBrowser().then(launch);
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(address);
  await page.locator('.tab', { hasText: 'plan.md' }).first().waitFor({ timeout: 40_000 });
  const panel = page.locator('iframe.webview.ready').contentFrame().frameLocator('iframe#active-frame');
  await panel.getByText('Design').first().waitFor({ timeout: 40_000 });

  if (process.platform === 'linux') expect(processesFor(file)).not.toEqual([]);
  run.child.kill('SIGINT');
  expect(await run.code).toBe(130);
  await expect(fetch(new URL(address).origin)).rejects.toThrow();
  await expect.poll(() => processesFor(file)).toEqual([]);
});

test('the address without its token shows nothing', async () => {
  const run = start('--browser', roadmap());
  await expect.poll(() => run.output, { timeout: 60_000 }).toMatch(/http:\S+/);
  const [address = ''] = /http:\S+/.exec(run.output) ?? [];
  expect((await fetch(new URL(address).origin)).status).toBe(403);
  run.child.kill('SIGINT');
  expect(await run.code).toBe(130);
});
