import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/toolchain.mjs';
import { chooseTheme, openWorkbench, type Workbench } from './workbench.ts';

const seed = path.resolve(root, '../shared/corpus/seed.md');
if (!existsSync(seed)) console.log('skipped: there is no ../shared/corpus/seed.md');

/** Of the window: the panel then has about 700 and 1600 pixels. */
const WIDTHS = [
  [700, 1450],
  [1600, 3250],
] as const;

describe.skipIf(!existsSync(seed))('a roadmap of 78 tasks', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: { 'seed.md': readFileSync(seed, 'utf8') },
      file: 'seed.md',
      viewport: { width: 1450, height: 1000 },
    });
    await workbench.openPreview();
    await workbench.page.keyboard.press('ControlOrMeta+b');
  });
  afterAll(() => workbench?.close());

  const panel = () => workbench.panel();

  test('is drawn to its true end, and what has no date is listed', async () => {
    await panel().getByText('1 Aug 2024 – 15 Jan 2025 · 67 of 78 tasks drawn').waitFor();
    await panel().getByText('11 unscheduled tasks').waitFor();
    expect(await panel().getByRole('complementary').getByRole('listitem').count()).toBe(11);
  });

  describe.each(WIDTHS)('at %i pixels', (wanted, window) => {
    test('takes the room that there is', async () => {
      await workbench.page.setViewportSize({ width: window, height: 1000 });
      await expect
        .poll(() =>
          panel()
            .locator('body')
            .evaluate((body) => body.clientWidth),
        )
        .toBeGreaterThan(wanted - 60);
    });

    test.each(['Fit', 'Quarter', 'Week'])(
      'no label touches another row or a section name (%s)',
      async (zoom) => {
        await panel().getByRole('button', { name: zoom, exact: true }).click();
        const seen = await panel()
          .locator('.scroller')
          .evaluate((scroller) => {
            const boxes = (selector: string) =>
              [...scroller.querySelectorAll(selector)].map((element) => {
                const { left, right, top, bottom } = element.getBoundingClientRect();
                const task = element.closest('[data-task]')?.getAttribute('data-task');
                return { left, right, top, bottom, task, text: element.textContent };
              });
            const names = scroller.querySelector('.names')!.getBoundingClientRect();
            const labels = boxes('text.label').filter(({ text, left, right }) => text && right > left);
            const bars = boxes('g.bar rect');
            const over = labels.filter(({ left, right, top, bottom, task }) => {
              const outside = left < names.right - 1 || right > scroller.getBoundingClientRect().right + 1;
              const onBar = bars.some(
                (bar) =>
                  bar.task !== task &&
                  bar.left < right &&
                  left < bar.right &&
                  bar.top < bottom &&
                  top < bar.bottom,
              );
              return outside || onBar;
            });
            return { labels: labels.length, over: over.map(({ text }) => text) };
          });
        expect(seen.labels).toBeGreaterThan(0);
        expect(seen.over).toEqual([]);
      },
    );

    test.each(['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'])(
      'leaves a picture in %s',
      async (theme) => {
        await panel().getByRole('button', { name: 'Fit', exact: true }).click();
        await chooseTheme(workbench, theme);
        await expect.poll(() => panel().locator('g.bar').count()).toBeGreaterThan(20);
        await workbench.shot(`seed-${wanted}-${theme.replaceAll(' ', '-').toLowerCase()}`);
      },
    );
  });
});
