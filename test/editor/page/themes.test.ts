import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../scripts/toolchain.mjs';
import { chooseTheme, openWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  const roadmap = readFileSync(path.join(root, 'examples/roadmap.md'), 'utf8');
  workbench = await openWorkbench({ files: { 'roadmap.md': roadmap }, file: 'roadmap.md' });
  await workbench.openPreview();
});
afterAll(() => workbench?.close());

/** Channels from 0 to 255 of the background behind the charts and of their text. */
function colours() {
  return workbench
    .panel()
    .locator('body')
    .evaluate((body) => {
      const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      return {
        paper: channels(getComputedStyle(body).backgroundColor),
        ink: channels(getComputedStyle(body).color),
        labels: [...body.querySelectorAll('text.label')].map((label) =>
          channels(getComputedStyle(label).fill),
        ),
      };
    });
}

/** WCAG 2 contrast of two colours, 1 to 21. */
function contrast(one: number[], other: number[]): number {
  const luminance = (channels: number[]) => {
    const [r = 0, g = 0, b = 0] = channels.map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['Dark Modern', true],
  ['Light Modern', false],
  ['Dark High Contrast', true],
  ['Light High Contrast', false],
])('the panel follows the theme %s', async (name, dark) => {
  await chooseTheme(workbench, name);
  await expect.poll(async () => (await colours()).paper.every((channel) => channel < 128)).toBe(dark);
  const { paper, ink } = await colours();
  expect(contrast(paper, ink)).toBeGreaterThanOrEqual(4.5);
  await workbench.shot(`theme-${name.replaceAll(' ', '-').toLowerCase()}`);
});
