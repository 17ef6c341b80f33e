import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launch } from '../host/browser.ts';
import { PanelPage } from './panelPage.ts';

/** Two hundred tasks in sections of ten. */
const plan = (change: (line: string) => string = (line) => line) => {
  const lines = Array.from({ length: 200 }, (_, index) => {
    const task = `  Task ${index}: t${index}, 2026-11-${String((index % 20) + 1).padStart(2, '0')}, ${index + 1}d`;
    return index % 10 === 0 ? `  section ${index / 10}\n${task}` : task;
  });
  return ['gantt', '  dateFormat YYYY-MM-DD', ...lines.map(change)].join('\n');
};

let browser: Browser;
let panel: PanelPage;
beforeAll(async () => {
  browser = await findBrowser().then(launch);
  panel = await PanelPage.open(browser);
});
afterAll(() => browser?.close());

const names = () =>
  panel.page.locator('text.label').evaluateAll((labels) => labels.map((label) => label.textContent));

/** How many of the page's elements are not the ones they were when `act` began. */
async function renewed(act: () => Promise<unknown>): Promise<{ bars: number; names: number }> {
  const marked = '__marked';
  await panel.page.evaluate((marked) => {
    for (const element of document.querySelectorAll('g.bar, .section-name'))
      Object.assign(element, { [marked]: true });
  }, marked);
  await act();
  return panel.page.evaluate((marked) => {
    const fresh = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => !(marked in element)).length;
    return { bars: fresh('g.bar'), names: fresh('.section-name') };
  }, marked);
}

/** A tile is drawn in each frame while any is wanted. */
const frames = () =>
  panel.page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

test('a letter in a name changes that name and nothing else', async () => {
  await panel.show(plan(), 'mermaid');
  // What lies near the view is drawn when there is time; then nothing is left to do.
  await expect.poll(() => renewed(frames)).toEqual({ bars: 0, names: 0 });
  const changed = plan((line) => line.replace('Task 4:', 'Task 4x:'));
  expect(await renewed(() => panel.show(changed, 'mermaid'))).toEqual({ bars: 0, names: 0 });
  expect(await names()).toContain('Task 4x');
});

test('another date redraws the run of rows that it is in', async () => {
  await panel.show(plan(), 'mermaid');
  const changed = plan((line) => line.replace('t4, 2026-11-05', 't4, 2026-11-06'));
  const { bars } = await renewed(() => panel.show(changed, 'mermaid'));
  expect(bars).toBeGreaterThan(0);
  expect(bars).toBeLessThanOrEqual(32);
});

test('a broken line takes away its own bar, and says which line it is', async () => {
  await panel.show(plan(), 'mermaid');
  const count = await panel.page.locator('g.bar').count();
  await panel.show(
    plan((line) => line.replace('Task 4: t4, 2026-11-05, 5d', 'Task 4')),
    'mermaid',
  );
  await panel.page.getByText('Line 8:').waitFor();
  expect(await names()).not.toContain('Task 4');
  expect(await panel.page.locator('g.bar').count()).toBeGreaterThanOrEqual(count - 32);
});

test('a chart that begins earlier does not jump away from what is looked at', async () => {
  await panel.show(plan(), 'mermaid');
  await panel.page.keyboard.press('2');
  const bar = panel.page.locator('g.bar[aria-label^="Task 15,"] rect');
  await panel.page.evaluate(() => document.querySelector('.scroller')?.scrollTo(300, 0));
  const before = await bar.boundingBox();
  await panel.show(
    plan((line) => line.replace('t1, 2026-11-02', 't1, 2001-02-01')),
    'mermaid',
  );
  const after = await bar.boundingBox();
  expect(Math.abs(after!.x - before!.x)).toBeLessThanOrEqual(2);
  await panel.page.keyboard.press('0');
});

test('nothing went wrong on the way', () => expect(panel.errors).toEqual([]));
