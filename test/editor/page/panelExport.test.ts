import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const PLAN = `\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  title Product & <co>
  section Research
  Interviews: done, talk, 2025-01-06, 10d
  Report: report, after talk, 5d
  section Team
  Design: design, after talk late, 20d
  Build: crit, build, after design, 30d
  Ship: milestone, ship, after build, 0d
  Freeze: vert, 2025-02-01, 0d
  section Late
  Late: late, 2025-01-06, 20d
  Lost: after nobody, 1d
\`\`\`
`;

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({ files: { 'plan.md': PLAN }, file: 'plan.md' });
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.openPreview();
  await panel().locator('g[aria-label^="Ship,"]').waitFor();
});
afterAll(() => workbench?.close());

const panel = () => workbench.panel();
const button = (name: string) => panel().getByRole('button', { name, exact: true });

async function choose(name: string, ...choices: string[]): Promise<void> {
  await button('Export').click();
  for (const choice of choices) await panel().getByRole('radio', { name: choice }).click();
  await button(name).click();
}

/** Saves to the file that the dialog offers: the document's own name beside it. */
async function save(name: string, extension: string, ...choices: string[]): Promise<string> {
  const file = path.join(workbench.folder, `plan.${extension}`);
  await choose(name, ...choices);
  const input = workbench.page.locator('.quick-input-widget input').first();
  // It fills in the name a moment after it has opened.
  await expect.poll(() => input.inputValue()).toBe(file);
  await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  const overwrite = workbench.page.getByRole('button', { name: /^(Replace|Overwrite)/ });
  await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  if (await overwrite.isVisible()) await overwrite.click();
  return file;
}

const clipboardText = () => workbench.page.evaluate(() => navigator.clipboard.readText());

/** A file as another program would show it. */
async function opened(file: string, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await workbench.page.context().browser()!.newPage();
  try {
    await page.goto(pathToFileURL(file).href);
    await act(page);
  } finally {
    await page.close();
  }
}

test('the resolved chart is copied', async () => {
  await choose('Copy Mermaid');
  await expect.poll(clipboardText).toContain('Design: design, 2025-01-26, 2025-02-15');
});

test('keys do the same', async () => {
  await workbench.page.evaluate(() => navigator.clipboard.writeText(''));
  await button('Export').press('Enter');
  await panel().locator('input[type=radio]:focus').waitFor();
  await button('Copy Mermaid').press('Enter');
  await expect.poll(clipboardText).toContain('Design: design, 2025-01-26, 2025-02-15');
  await panel().locator('button:focus', { hasText: 'Export' }).waitFor();
});

test('tables and calendars are copied and saved', async () => {
  await choose('Copy CSV');
  await expect.poll(clipboardText).toContain('Design');
  const csv = await save('Save CSV…', 'csv');
  await expect.poll(() => readFile(csv, 'utf8').catch(() => '')).toContain('Design');
  const ics = await save('Save iCalendar…', 'ics');
  await expect
    .poll(() => readFile(ics, 'utf8').catch(() => ''))
    .toMatch(/BEGIN:VCALENDAR[\s\S]*SUMMARY:Ship/);
});

test('an SVG needs nothing but itself', async () => {
  const file = await save('Save SVG…', 'svg', 'Light');
  const read = () => readFile(file, 'utf8').catch(() => '');
  await expect.poll(read).toMatch(/<\/svg>$/);
  const text = await read();
  expect(text).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(text).not.toMatch(/var\(|class=|<style|href=|url\((?!#)/);
  for (const word of ['Product &amp; &lt;co&gt;', 'Interviews', 'Research', 'Freeze', 'Milestone', '2025'])
    expect(text).toContain(word);
  expect(text).toContain('1 unscheduled task is not drawn.');
  await opened(file, async (page) => {
    const words = page.locator('text', { hasText: 'Interviews' });
    expect((await words.boundingBox())!.width).toBeGreaterThan(20);
    expect(await words.evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(/sans-serif$/);
  });
});

test('what is in view is a smaller picture than the whole', async () => {
  const size = async () => {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(await clipboardText()) ?? [];
    return Number(width) * Number(height);
  };
  await choose('Copy SVG', 'Whole chart');
  await expect.poll(size).toBeGreaterThan(0);
  const whole = await size();
  await choose('Copy SVG', 'What is in view');
  await expect.poll(size).toBeLessThan(whole);
});

test('light and dark are other colours', async () => {
  await choose('Copy SVG', 'Dark');
  await expect.poll(clipboardText).toContain('fill="#1f1f1f"');
  await choose('Copy SVG', 'Light');
  await expect.poll(clipboardText).toContain('fill="#ffffff"');
});

test('a PNG is saved, and copied as a picture', async () => {
  const file = await save('Save PNG…', 'png');
  await expect.poll(() => readFile(file, 'latin1').catch(() => '')).toMatch(/^.PNG/);
  await choose('Copy PNG');
  await panel().getByText('The picture is on the clipboard.').waitFor();
  const types = await workbench.page.evaluate(async () => {
    const items = await navigator.clipboard.read();
    return items.flatMap(({ types }) => types);
  });
  expect(types).toContain('image/png');
});

test('a page is made for printing, which prints itself and shows the chart', async () => {
  const file = await save('Print the chart', 'html');
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('Interviews');
  const page = await workbench.page.context().browser()!.newPage();
  await page.addInitScript(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.goto(pathToFileURL(file).href);
  expect(await page.title()).toBe('printed');
  const drawing = (await page.locator('svg').boundingBox())!;
  expect(drawing.width).toBeLessThanOrEqual(page.viewportSize()!.width);
  expect(await page.locator('text', { hasText: 'Ship' }).isVisible()).toBe(true);
  await page.close();
});

test('nothing was refused by its content security policy', () => {
  expect(workbench.refusals).toEqual([]);
});
