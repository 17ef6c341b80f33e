import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const SECTIONS = ['Ann', 'Ben', 'Cleo', 'Dev'];
const TASKS = SECTIONS.flatMap((section, nth) => [
  `  section ${section}`,
  ...Array.from({ length: 20 }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return `  ${section} ${index}: ${section}${index}, 2025-${String(nth * 3 + 1).padStart(2, '0')}-${day}, 20d`;
  }),
]);
const PLAN = [
  '```mermaid',
  'gantt',
  '  title Year',
  '  dateFormat YYYY-MM-DD',
  ...TASKS,
  '  Lost: lost, after nobody, 5d',
  '  Freeze: vert, 2025-06-01, 0d',
  '```',
  '',
  '```mermaid',
  'gantt',
  '  title Short',
  '  dateFormat YYYY-MM-DD',
  '  section Only',
  '  One: 2025-02-01, 2d',
  '```',
  '',
].join('\n');

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({ files: { 'plan.md': PLAN }, file: 'plan.md' });
  await workbench.openPreview();
  await bar('Ann 0').waitFor();
});
afterAll(() => workbench?.close());

const panel = () => workbench.panel();
const bar = (name: string) => panel().locator(`g[role=button][aria-label^="${name},"]`);
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const scroller = () => panel().locator('.scroller');
const scrollTo = (left: number, top: number) =>
  scroller().evaluate((element, [left, top]) => element.scrollTo(left, top), [left, top] as const);
const box = async (selector: string) => (await panel().locator(selector).first().boundingBox())!;

test('years stand on the axis', async () => {
  await button('Fit').click();
  await panel().locator('.tick.upper', { hasText: '2025' }).first().waitFor();
});

test('the axis and the section names stay in view while scrolling both ways', async () => {
  await button('Month').click();
  const [axis, names] = [await box('.axis-row'), await box('.names')];
  await scrollTo(900, 700);
  await expect.poll(() => scroller().evaluate(({ scrollLeft }) => scrollLeft)).toBe(900);
  expect((await box('.axis-row')).y).toBe(axis.y);
  expect((await box('.names')).x).toBe(names.x);
  // The name of a section whose first row has been scrolled away stands below the axis.
  const inView = await panel()
    .locator('.section-name')
    .evaluateAll(
      (all) =>
        all.filter((one) => {
          const { top } = one.getBoundingClientRect();
          return top > 0 && top < innerHeight && one.checkVisibility();
        }).length,
    );
  expect(inView).toBeGreaterThan(0);
});

test('every bar that comes into view is drawn, wherever one scrolls', async () => {
  await button('Fit').click();
  for (const [top, name] of [
    [1e6, 'Dev 19'],
    [0, 'Ann 0'],
    [800, 'Cleo 10'],
  ] as const) {
    await scrollTo(0, top);
    await bar(name).waitFor();
  }
  await scrollTo(0, 0);
});

test('a chart that is narrower than another keeps its head and names in view', async () => {
  await button('Week').click();
  await scrollTo(1e6, 1e6);
  const head = panel().getByRole('heading', { name: 'Short' });
  const { x: left } = await box('.scroller');
  await expect.poll(async () => (await head.boundingBox())!.x).toBeGreaterThanOrEqual(left);
  const names = await panel().getByRole('button', { name: 'Section Only, 1 task' }).boundingBox();
  expect(names!.x).toBeGreaterThanOrEqual(left);
  await button('Fit').click();
  await scrollTo(0, 0);
});

test('two fingers spread the time between them', async () => {
  const { page } = workbench;
  const rect = bar('Ann 5').locator('rect');
  const before = (await rect.boundingBox())!;
  const at = { x: before.x + before.width / 2, y: before.y + 8 };
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        apart === undefined ? [] : [-apart, apart].map((way, id) => ({ x: at.x + way, y: at.y, id })),
    });
  await touch('touchStart', 20);
  for (const apart of [25, 30, 40, 50, 60]) await touch('touchMove', apart);
  await touch('touchEnd');
  await expect.poll(async () => (await rect.boundingBox())!.width).toBeGreaterThan(before.width * 2);
  const after = (await rect.boundingBox())!;
  // What was between the fingers is there still; bars begin and end on whole pixels.
  expect(Math.abs(after.x + after.width / 2 - at.x)).toBeLessThan(6);
  await button('Fit').click();
});

test('keys zoom as the buttons do', async () => {
  const width = async () => (await bar('Ann 0').locator('rect').boundingBox())!.width;
  await bar('Ann 0').focus();
  const fitted = await width();
  await workbench.page.keyboard.press('2');
  await expect.poll(width).toBeGreaterThan(fitted * 2);
  await workbench.page.keyboard.press('-');
  await workbench.page.keyboard.press('0');
  // Bars begin and end on whole pixels.
  await expect.poll(async () => Math.abs((await width()) - fitted)).toBeLessThanOrEqual(1);
});

test('the problems are counted, and each press leads to the next', async () => {
  const problems = panel().getByTitle('Go to the next problem in the text').first();
  expect(await problems.textContent()).toBe('1 error');
  await problems.click();
  const line = PLAN.split('\n').findIndex((text) => text.includes('nobody')) + 1;
  await expect.poll(() => workbench.activeLine()).toBe(line);
});

test('the keys are listed, and Escape leads back', async () => {
  await button('Keys').press('Enter');
  await panel().getByRole('dialog', { name: 'Keys' }).getByText('go from task to task').waitFor();
  await workbench.page.keyboard.press('Escape');
  await panel().getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  await panel().locator('button[aria-label=Keys]:focus').waitFor();
});

test('what cannot be scheduled waits in the tray in both views', async () => {
  await button('View').click();
  const tray = panel().getByRole('complementary', { name: 'Unscheduled tasks' });
  await panel().getByRole('radio', { name: 'As Mermaid draws it' }).click();
  await scrollTo(0, 1e6);
  await bar('Lost').waitFor();
  await panel().getByText('1 drawn elsewhere than they belong').waitFor();
  await tray.getByText('Lost', { exact: true }).waitFor();
  await panel().getByRole('radio', { name: 'True dates' }).click();
  await bar('Lost').waitFor({ state: 'hidden' });
  await tray.getByText('Lost', { exact: true }).waitFor();
  await button('View').click();
});

test('what is switched on behind “View” shows there', async () => {
  await button('View').click();
  await panel().getByRole('button', { name: '◆ Milestones' }).click();
  await button('View').click();
  await panel().locator('.more.chosen').waitFor();
  await button('View').click();
  await panel().getByRole('button', { name: '◆ Milestones' }).click();
  await button('View').click();
  await panel().locator('.more:not(.chosen)').waitFor();
});

test('sideways keys follow the dependencies', async () => {
  await workbench.page.locator('.tab', { hasText: 'plan.md' }).first().click();
  const line = PLAN.split('\n').findIndex((text) => text.includes('Ben 3:')) + 1;
  await workbench.goTo(line, 99);
  await workbench.page.keyboard.type('\n  Behind: behind, after Ann2, 3d');
  const whole = 'Behind, Thursday 23 January 2025 to Sunday 26 January 2025';
  await bar(whole).focus();
  await workbench.page.keyboard.press('ArrowLeft');
  await panel().locator('g:focus[aria-label^="Ann 2,"]').waitFor();
  await workbench.page.keyboard.press('ArrowRight');
  await panel().locator('g:focus[aria-label^="Behind,"]').waitFor();
});

test('nothing was refused by its content security policy', () => {
  expect(workbench.refusals).toEqual([]);
});
