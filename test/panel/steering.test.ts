import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBrowser, launch } from '../host/browser.ts';
import { PanelPage } from './panelPage.ts';

const chart = (...lines: string[]) =>
  ['```mermaid', 'gantt', '  dateFormat YYYY-MM-DD', ...lines, '```', ''].join('\n');
const PLAN = chart(
  '  section Ann',
  '  A: a, 2026-11-01, 20d',
  '  B: b, 2026-11-05, 20d',
  '  C: c, after a, 5d',
  '  Lost: after nobody, 1d',
);

let browser: Browser;
let panel: PanelPage;
beforeAll(async () => {
  browser = await findBrowser().then(launch);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  panel = await PanelPage.open(browser);
  await panel.show(PLAN);
});
afterEach(async () => {
  expect(panel.errors).toEqual([]);
  await panel.close();
});

const bar = (name: string) => panel.page.locator(`g.bar[aria-label^="${name},"]`);
const note = () => panel.page.locator('.drag-note');
const focused = () => panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const posts = (type: string) =>
  panel.page.evaluate((type) => window.posted.filter((message) => message.type === type).length, type);

async function answerReschedule(...titles: string[]): Promise<void> {
  const { request } = await panel.posted('reschedule');
  const choices = titles.map((title) => ({ title, dates: [] }));
  await panel.tell({
    type: 'rescheduled',
    request,
    answer: { choices, explanation: titles.length > 1 ? 'Why' : null },
  });
}

test('a bar whose pointer was let go elsewhere is not held any more', async () => {
  const { mouse } = panel.page;
  const box = (await bar('A').boundingBox())!;
  await mouse.move(box.x + 50, box.y + 8);
  await mouse.down();
  await mouse.move(box.x + 50, 690);
  await mouse.up();
  await mouse.move(box.x + 150, box.y + 8);
  await mouse.move(box.x + 200, box.y + 8);
  expect(await note().isVisible()).toBe(false);
  expect(Math.abs((await bar('A').boundingBox())!.x - box.x)).toBeLessThan(2);
});

test('keys that hold a bar let it go when a pointer or the focus goes elsewhere', async () => {
  await bar('A').press('m');
  await panel.page.keyboard.press('ArrowRight');
  await note().waitFor();
  await bar('B').click({ position: { x: 3, y: 3 } });
  await note().waitFor({ state: 'hidden' });
  await bar('A').press('m');
  await panel.page.keyboard.press('Control+f');
  await note().waitFor({ state: 'hidden' });
  await panel.page.keyboard.type('B');
  await panel.page.keyboard.press('Enter');
  expect(await posts('applyChoice')).toBe(0);
});

test('keys that would walk do not leave a bar that is held', async () => {
  await bar('A').press('m');
  await panel.page.keyboard.press('ArrowDown');
  expect(await focused()).toMatch(/^A,/);
  await panel.page.keyboard.press('Escape');
});

test('a drag that was cancelled does not stand in the way of the next', async () => {
  await bar('A').press('m');
  await panel.page.keyboard.press('ArrowRight');
  await panel.page.keyboard.press('Escape');
  await bar('B').press('m');
  await panel.page.keyboard.press('ArrowRight');
  await panel.page.keyboard.press('Enter');
  await answerReschedule('Move');
  expect(await panel.posted('applyChoice')).toMatchObject({ choice: 0 });
});

test('choices go away with the text that they were for, and so does what they showed', async () => {
  await bar('A').press('m');
  await panel.page.keyboard.press('ArrowRight');
  await panel.page.keyboard.press('Enter');
  await answerReschedule('One', 'Other');
  await panel.page.getByRole('menuitem', { name: 'One' }).waitFor();
  await panel.show(PLAN.replace('A: a', 'Aa: a'));
  await panel.page.getByRole('menuitem', { name: 'One' }).waitFor({ state: 'hidden' });
  expect(await panel.page.locator('.previewing').count()).toBe(0);
});

test('a bar that is drawn anew keeps the focus of the keyboard', async () => {
  await bar('B').focus();
  await panel.show(
    PLAN.replace('2026-11-05', '2026-11-07').replace('  A: a', '  New: n, 2026-11-01, 1d\n  A: a'),
  );
  await expect.poll(focused).toMatch(/^B, Saturday 7 November/);
});

test('a bar keeps the focus while its line is typed anew, with and without dates', async () => {
  await bar('C').focus();
  await panel.show(PLAN.replace('C: c, after a, 5d', 'C: c, after nowhere, 5d'));
  await panel.show(
    PLAN.replace('C: c, after a, 5d', 'C: c, after b, 5d').replace('A: a', 'New: n, 2026-11-01, 1d\n  A: a'),
  );
  await expect.poll(focused).toMatch(/^C, Wednesday 25 November/);
});

test('the tray keeps the focus through an edit', async () => {
  await panel.page.getByRole('button', { name: 'Fix Lost…' }).focus();
  await panel.show(PLAN.replace('nobody', 'no-one'));
  expect(await focused()).toBe('Fix Lost…');
});

test('the Tab key reaches one bar, whatever was edited', async () => {
  for (const name of ['V', 'W', 'X']) {
    await panel.show(PLAN.replace('  A: a', `  ${name}: ${name}, 2026-11-01, 1d\n  A: a`));
    expect(await panel.page.locator('g.bar[tabindex="0"]').count()).toBe(1);
  }
});

test('the focus stays with its task when lines are put in above', async () => {
  await bar('C').click({ position: { x: 3, y: 3 } });
  await panel.show(PLAN.replace('  A: a', '  New: n, 2026-11-01, 1d\n  A: a'));
  await panel.page.locator('g.bar.current[aria-label^="C,"]').waitFor();
});

test('the card can be reached by the pointer', async () => {
  const { mouse } = panel.page;
  const box = (await bar('A').boundingBox())!;
  await mouse.move(box.x + 20, box.y + 8);
  const { request } = await panel.posted('card');
  await panel.tell({ type: 'card', request, text: '**A**' });
  const card = panel.page.getByRole('tooltip');
  await card.waitFor();
  const place = (await card.boundingBox())!;
  for (let y = box.y + 8; y < place.y + 4; y++) await mouse.move(box.x + 20, y);
  await panel.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(await card.isVisible()).toBe(true);
});

test('the chart at the cursor stays when the cursor is on a line that is no task', async () => {
  const two = `${chart('  title One', '  A: a, 2026-11-01, 5d')}\n${chart('  title Two', '  section S', '  Z: z, 2026-11-01, 5d')}`;
  await panel.show(two);
  const line = (text: string) => two.split('\n').findIndex((one) => one.includes(text));
  await panel.page.getByRole('button', { name: 'View' }).click();
  await panel.page.getByRole('combobox', { name: 'Chart', exact: true }).selectOption('cursor');
  await panel.goTo(line('title Two'));
  await bar('Z').waitFor();
  await bar('A').waitFor({ state: 'hidden' });
  await panel.goTo(line('section S'));
  await bar('Z').waitFor();
  // What is not on the page is not found.
  await panel.page.getByRole('combobox', { name: /^Find/ }).fill('A');
  await panel.page.getByText('none', { exact: true }).waitFor();
});

test('who prefers calm is not scrolled along', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `  T${index}: t${index}, 2026-11-01, 5d`);
  const text = chart(...lines);
  await panel.show(text);
  await panel.goTo(text.split('\n').indexOf(lines[150]!));
  await panel.page.locator('g.bar.current[aria-label^="T150,"]').waitFor();
  // One frame later it is there: nothing is on its way.
  const places = await panel.page.evaluate(async () => {
    const { scrollTop } = document.querySelector('.scroller')!;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return [scrollTop, document.querySelector('.scroller')!.scrollTop];
  });
  expect(places[0]).toBeGreaterThan(1000);
  expect(places[1]).toBe(places[0]);
});

test('a section that is no more filters nothing', async () => {
  const lines = ['  section Ann', '  A: a, 2026-11-01, 5d', '  section Ben', '  B: b, 2026-11-01, 5d'];
  await panel.show(chart(...lines));
  await panel.page.getByRole('button', { name: 'View' }).click();
  await panel.page.getByRole('combobox', { name: 'Section', exact: true }).selectOption('Ann');
  await expect.poll(() => panel.page.locator('g.bar').count()).toBe(1);
  await panel.show(chart(...lines).replace('Ann', 'Anne'));
  await expect.poll(() => panel.page.locator('g.bar').count()).toBe(2);
});

test('a chart of nothing but marks across all rows shows them', async () => {
  await panel.show(chart('  Freeze: vert, v, 2026-11-01, 0d'));
  await panel.page.getByRole('button', { name: /^Freeze/ }).waitFor();
});

test('short bars are in pictures too', async () => {
  const tasks = Array.from({ length: 5 }, (_, index) => `  T${index}: 20${index}0-01-01, 1d`);
  await panel.show(chart(...tasks));
  await panel.page.getByRole('button', { name: 'Export' }).click();
  await panel.page.getByRole('button', { name: 'Copy SVG' }).click();
  const { text } = await panel.posted('copy');
  expect(text).not.toContain('width="0"');
});
