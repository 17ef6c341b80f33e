import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { onTestFinished, test } from 'vitest';
import { root } from '../../scripts/toolchain.mjs';
import { openWorkbench, type Workbench } from '../editor/page/workbench.ts';
import { roadmap } from './roadmap.ts';

// How soon the panel draws, beside `mermaid.render` of the same chart in the same page. Nothing is asserted: the
// figures are for people, and for docs/decisions.md.

/** The user's roadmap where it is beside the project, else one of as many tasks. */
const seed = path.resolve(root, '../shared/corpus/seed.md');

const OPENINGS = 5;
const RENDERS = 3;
const LETTERS = 40;

/** When a document came in, when its bars stood in the page, and when they had been painted; milliseconds since 1970. */
interface Times {
  received: number;
  drawn: number;
  painted: number;
}

declare global {
  interface Window {
    times: Times[];
    keys: number[];
  }
}

/** Runs in every frame before its own scripts: notes keys, when documents arrive, and when bars have been painted for them. */
function watch(): void {
  const now = () => performance.timeOrigin + performance.now();
  window.times = [];
  window.keys = [];
  window.addEventListener('keydown', ({ key }) => key.length === 1 && window.keys.push(now()), true);
  const seen = (records: MutationRecord[]) => {
    const bars = records.some(
      ({ target }) => target instanceof Element && target.closest('.tiles') && target.querySelector('.bar'),
    );
    const open = window.times.find(({ painted }) => painted === 0);
    if (!bars || !open) return;
    open.painted = -1;
    open.drawn = now();
    // A message that is posted in a frame is handled when the frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        open.painted = now();
      };
      port2.postMessage(null);
    });
  };
  const observe = () => {
    window.addEventListener(
      'message',
      ({ data }) => data?.type === 'document' && window.times.push({ received: now(), drawn: 0, painted: 0 }),
      true,
    );
    new MutationObserver(seen).observe(document, { childList: true, subtree: true, attributes: true });
  };
  // A webview's document is written when its frame is there already, which takes away all listeners.
  let api: unknown;
  Object.defineProperty(window, 'acquireVsCodeApi', {
    configurable: true,
    get: () => api,
    set(given) {
      api = given;
      observe();
    },
  });
}

async function panelFrame(workbench: Workbench): Promise<Frame> {
  const body = await workbench.panel().locator('body').elementHandle();
  return (await body!.ownerFrame())!;
}

async function nextTimes(frame: Frame): Promise<Times> {
  const found = await frame.waitForFunction(() => window.times.find(({ painted }) => painted > 0));
  return (await found.jsonValue()) as Times;
}

const chart = (text: string) => `\`\`\`mermaid\n${text}\n\`\`\`\n`;
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
const most = (times: readonly number[]) => Math.max(...times);
const ms = (time: number) => `${time.toFixed(1)} ms`;

async function open(files: Record<string, string>, file: string): Promise<Workbench> {
  const workbench = await openWorkbench({
    files,
    file,
    viewport: { width: 1600, height: 1000 },
    settings: { 'editor.quickSuggestions': { other: 'off' } },
    prepare: (page: Page) => page.addInitScript(watch),
  });
  onTestFinished(() => workbench.close());
  return workbench;
}

/** Mermaid's own times for a whole chart, in the panel's page, when it has run before: `render` alone, and until it is painted. */
async function mermaidTimes(frame: Frame, text: string): Promise<{ render: number; painted: number }> {
  const script = readFileSync(path.join(root, 'node_modules/mermaid/dist/mermaid.min.js'), 'utf8');
  await frame.evaluate(`{ const exports = undefined, module = undefined, define = undefined;\n${script}\n}`);
  const times = await frame.evaluate(
    async ({ text, renders }) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: {
          initialize(config: object): void;
          render(id: string, text: string): Promise<{ svg: string }>;
        };
      };
      const painting = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
        });
      mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000 });
      await mermaid.render('warm', 'gantt\n  A: 2024-01-01, 1d');
      const times: { render: number; painted: number }[] = [];
      for (let run = 0; run < renders; run++) {
        const page = document.body.appendChild(document.createElement('div'));
        const start = performance.now();
        const { svg } = await mermaid.render(`whole${run}`, text);
        const render = performance.now() - start;
        page.innerHTML = svg;
        await painting();
        times.push({ render, painted: performance.now() - start });
        page.remove();
      }
      return times;
    },
    { text, renders: RENDERS },
  );
  return {
    render: median(times.map(({ render }) => render)),
    painted: median(times.map(({ painted }) => painted)),
  };
}

test.each([100, 1_000, 5_000])('the first bars of %i tasks', async (tasks) => {
  const text = roadmap(tasks);
  const workbench = await open({ 'plan.md': chart(text) }, 'plan.md');
  const drawn: number[] = [];
  const painted: number[] = [];
  for (let run = 0; run < OPENINGS; run++) {
    await workbench.openPreview();
    const times = await nextTimes(await panelFrame(workbench));
    drawn.push(times.drawn - times.received);
    painted.push(times.painted - times.received);
    if (run < OPENINGS - 1) {
      await workbench.page.locator('.tab', { hasText: 'Gantt: plan.md' }).click();
      await workbench.command('View: Close Editor');
      await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
    }
  }
  const whole = await mermaidTimes(await panelFrame(workbench), text);
  const ratio = (theirs: number, ours: number) => `${(theirs / ours).toFixed(1)} times as long`;
  console.log(
    `${tasks} tasks: first bars in the page after ${ms(median(drawn))} (most ${ms(most(drawn))}), mermaid.render ` +
      `${ms(whole.render)}, ${ratio(whole.render, median(drawn))}; painted after ${ms(median(painted))}, ` +
      `Mermaid's ${ms(whole.painted)}, ${ratio(whole.painted, median(painted))}`,
  );
});

test('a keystroke in a roadmap of 78 tasks', async () => {
  const plan = existsSync(seed) ? readFileSync(seed, 'utf8') : chart(roadmap(78));
  const [, text = ''] = /```mermaid\n([\s\S]*?)```/.exec(plan) ?? [];
  const workbench = await open({ 'plan.md': plan }, 'plan.md');
  const { page } = workbench;
  await workbench.openPreview();
  const frame = await panelFrame(workbench);
  await workbench.page.locator('.tab', { hasText: 'plan.md' }).first().click();
  // Into the name of the first task, which the panel shows beside its bar.
  const task = plan.split('\n').findIndex((line) => /^\s+\w[^:]*:/.test(line));
  await workbench.goTo(task + 1, plan.split('\n')[task]!.indexOf(':'));
  await page.waitForFunction(() => document.hasFocus());
  const whole: number[] = [];
  const drawn: number[] = [];
  const painted: number[] = [];
  for (let letter = 0; letter < LETTERS; letter++) {
    await frame.evaluate(() => {
      window.times = [];
    });
    await page.evaluate(() => {
      window.keys = [];
    });
    await page.keyboard.press('x');
    const times = await nextTimes(frame);
    const pressed = await page.evaluate(() => window.keys[0]!);
    whole.push(times.painted - pressed);
    drawn.push(times.drawn - times.received);
    painted.push(times.painted - times.received);
  }
  const theirs = await mermaidTimes(frame, text);
  console.log(
    `a keystroke among 78 tasks: the panel has changed after ${ms(median(drawn))} (most ${ms(most(drawn))}), painted ` +
      `after ${ms(median(painted))} (most ${ms(most(painted))}), since the key ${ms(median(whole))}; mermaid.render ` +
      ms(theirs.render),
  );
});

test('scrolling through 5,000 tasks', async () => {
  const workbench = await open({ 'plan.md': chart(roadmap(5_000)) }, 'plan.md');
  await workbench.openPreview();
  const frame = await panelFrame(workbench);
  const frames = await frame.evaluate(async () => {
    const scroller = document.querySelector<HTMLElement>('.scroller')!;
    const times: number[] = [];
    let empty = 0;
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let before = await next();
    // As fast as a wheel is turned: 60 rows a second.
    for (let step = 0; step < 300; step++) {
      scroller.scrollTop += 20;
      const now = await next();
      times.push(now - before);
      before = now;
      const covered = [...document.querySelectorAll<SVGElement>('.tile')].map(({ style }) => [
        Number.parseFloat(style.top),
        Number.parseFloat(style.top) + Number.parseFloat(style.height),
      ]);
      const rows = [0.1, 0.5, 0.85].map((share) => scroller.scrollTop + scroller.clientHeight * share);
      if (rows.some((y) => !covered.some(([from, to]) => from! <= y && y < to!))) empty++;
    }
    return { times, empty };
  });
  const slow = frames.times.filter((time) => time > 34).length;
  console.log(
    `scrolling 5,000 tasks: ${frames.times.length} frames, median ${ms(median(frames.times))}, longest ` +
      `${ms(most(frames.times))}, ${slow} over 34 ms; ${frames.empty} showed rows without bars`,
  );
});
