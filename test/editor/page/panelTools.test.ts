import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const PLAN = `\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  title Product
  section Research
  Interviews: done, talk, 2025-01-06, 10d
  Report: report, after talk, 5d
  section Team
  Design: design, after talk late, 20d
  Build: crit, build, after design, 30d
  Review: rev, 2025-01-10, 20d
  Ship: milestone, ship, after build, 0d
  section Late
  Late: late, 2025-01-06, 20d
\`\`\`

\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  title Hiring
  excludes weekends
  Posting: 2025-02-01, 10d
\`\`\`
`;

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'plan.md': PLAN },
    file: 'plan.md',
    viewport: { width: 2400, height: 1000 },
  });
  await workbench.openPreview();
  await bar('Ship').waitFor();
  await showTools();
});
afterAll(() => workbench?.close());

const panel = () => workbench.panel();
const bars = () => panel().locator('g[role=button][data-task]');
const bar = (name: string) => panel().locator(`g[role=button][aria-label^="${name},"]`);
const button = (name: string | RegExp) => panel().getByRole('button', { name, exact: true });
/** In a panel that is not wide, some tools wait behind a button. */
async function showTools(): Promise<void> {
  const more = button('View');
  if (await more.isVisible()) await more.click();
}
const find = () => panel().getByRole('combobox', { name: /^Find tasks/ });
const dimmed = async () => {
  const labels = await panel()
    .locator('g.dim')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  return labels.map((label) => label?.split(',')[0]).sort();
};
const pathData = (selector: string) => panel().locator(selector).first().getAttribute('d');

test('several charts are shown in order, or one of them', async () => {
  await expect.poll(() => bars().count()).toBe(8);
  const switcher = panel().getByRole('combobox', { name: 'Chart', exact: true });
  await switcher.selectOption('Hiring');
  await bar('Ship').waitFor({ state: 'hidden' });
  await bar('Posting').waitFor();
  await switcher.selectOption('Chart at the cursor');
  await workbench.page.locator('.tab', { hasText: 'plan.md' }).first().click();
  await workbench.goTo(11, 3);
  await workbench.page.keyboard.press('ArrowDown');
  await bar('Ship').waitFor();
  await bar('Posting').waitFor({ state: 'hidden' });
  await switcher.selectOption('All charts');
  await bar('Posting').waitFor();
});

test('finding counts the matches, dims the rest, and steps', async () => {
  await find().fill('team');
  await panel().getByText('4', { exact: true }).waitFor();
  await expect.poll(dimmed).toEqual(['Interviews', 'Late', 'Posting', 'Report']);
  await find().press('Enter');
  await panel().getByText('1 of 4').waitFor();
  await find().press('Enter');
  await panel().locator('g.current[aria-label^="Build,"]').waitFor();
  await find().press('Shift+Enter');
  await panel().locator('g.current[aria-label^="Design,"]').waitFor();
  await find().fill('is:milestone');
  await button('Only matches').click();
  await expect.poll(() => bars().count()).toBe(1);
  await button('Only matches').click();
  await find().fill('');
  await expect.poll(() => bars().count()).toBe(8);
});

test('filters leave sections and milestones', async () => {
  await panel().getByRole('combobox', { name: 'Section', exact: true }).selectOption('Research');
  await expect.poll(() => bars().count()).toBe(2);
  await panel().getByRole('combobox', { name: 'Section', exact: true }).selectOption('All sections');
  await button(/Milestones/).click();
  await expect.poll(() => bars().count()).toBe(1);
  await button(/Milestones/).click();
  await expect.poll(() => bars().count()).toBe(8);
});

test('the task in focus lights its chain up and down', async () => {
  await bar('Design').click();
  await expect.poll(dimmed).toEqual(['Report', 'Review']);
  await expect.poll(() => pathData('.arrow.lit')).toMatch(/^M.*M.*M/);
  await bar('Design').press('Escape');
  await expect.poll(dimmed).toEqual([]);
});

test('arrow keys walk the tasks', async () => {
  await bar('Design').focus();
  await workbench.page.keyboard.press('ArrowDown');
  await panel().locator('g:focus[aria-label^="Build,"]').waitFor();
  await workbench.page.keyboard.press('Home');
  await panel().locator('g:focus[aria-label^="Interviews,"]').waitFor();
  await workbench.page.keyboard.press('Escape');
});

test('critical path, dependencies and overlaps are marked on demand', async () => {
  await button('Critical path').click();
  await panel().locator('g.critical[aria-label^="Ship,"]').waitFor();
  expect(await panel().locator('g.critical[aria-label^="Review,"]').count()).toBe(0);
  await expect.poll(() => pathData('.slack path')).toMatch(/^M/);
  await panel().getByText('On the critical path').waitFor();
  await button('Critical path').click();
  await button('Dependencies').click();
  await expect.poll(() => pathData('.arrow.plain')).toMatch(/^M.*M/);
  await button('Dependencies').click();
  await button('Overlaps').click();
  // Design and Review go on at the same time, so each has a mark.
  await expect.poll(() => pathData('.overlaps path')).toMatch(/^M[^M]*M[^M]*$/);
  await button('Overlaps').click();
  await expect.poll(() => pathData('.overlaps path')).toBe('');
});

test('the keyboard reaches find, folds sections and opens the card', async () => {
  const { page } = workbench;
  await bar('Design').focus();
  await page.keyboard.press('Control+f');
  await panel().locator('.find-box input:focus').waitFor();
  const section = button('Section Late, 1 task');
  await section.press('Enter');
  await expect.poll(() => section.getAttribute('aria-expanded')).toBe('false');
  await bar('Late').waitFor({ state: 'hidden' });
  await section.press('Enter');
  await bar('Late').waitFor();
  await bar('Design').focus();
  await page.keyboard.press('ArrowDown');
  await panel().getByRole('tooltip').getByText('Waits for').waitFor();
  await page.keyboard.press('Escape');
  await panel().getByRole('tooltip').waitFor({ state: 'hidden' });
});

test('excluded days are shaded, in the chart that has them', async () => {
  await expect.poll(() => panel().locator('path.excluded').nth(1).getAttribute('d')).toMatch(/^M/);
  expect(await panel().locator('path.excluded').first().getAttribute('d')).toBe('');
});

test('every switch and filter is worked by keys', async () => {
  const { page } = workbench;
  for (const name of ['Critical path', 'Dependencies', 'Overlaps', '◆ Milestones']) {
    const pressed = () => button(name).getAttribute('aria-pressed');
    await button(name).press('Space');
    await expect.poll(pressed).toBe('true');
    await button(name).press('Space');
    await expect.poll(pressed).toBe('false');
  }
  await panel().getByRole('radio', { name: 'True dates' }).press('ArrowRight');
  await panel().locator('g.elsewhere[aria-label^="Design,"]').waitFor();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => panel().locator('g.elsewhere').count()).toBe(0);
  await panel().getByRole('combobox', { name: 'Section', exact: true }).press('ArrowDown');
  await expect.poll(() => bars().count()).toBe(2);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => bars().count()).toBe(8);
  await panel().getByRole('combobox', { name: 'Chart', exact: true }).press('End');
  await bar('Ship').waitFor({ state: 'hidden' });
  await page.keyboard.press('Home');
  await bar('Ship').waitFor();
  await find().press('x');
  await find().fill('Report');
  await button('Only matches').press('Enter');
  await expect.poll(() => bars().count()).toBe(1);
  await button('Only matches').press('Enter');
  await find().press('Escape');
  await expect.poll(() => bars().count()).toBe(8);
});

test('a click keeps the focus in the panel, and what it selects in the text does not come back', async () => {
  // Its name, which lies on the bar.
  await panel().locator('text.label', { hasText: 'Report' }).click();
  await expect.poll(() => workbench.activeLine()).toBe(7);
  await panel().locator('g:focus[aria-label^="Report,"]').waitFor();
  // The cursor of the text would take the place of the focus, and nothing would be dim.
  await expect.poll(dimmed).toContain('Review');
  expect(await workbench.cursor()).toBeNull();
  await bar('Report').press('Escape');
});

test('as Mermaid draws it, tasks that stand elsewhere have a ghost where they belong', async () => {
  await panel().getByRole('radio', { name: 'As Mermaid draws it' }).click();
  await panel().locator('g.elsewhere[aria-label^="Design,"]').waitFor();
  await expect.poll(() => pathData('.ghost:not(.key)')).toMatch(/^M/);
  await panel().getByRole('radio', { name: 'True dates' }).click();
  await expect.poll(() => panel().locator('g.elsewhere').count()).toBe(0);
});

test('the card says what the editor says', async () => {
  await bar('Build').locator('rect').hover();
  const card = panel().getByRole('tooltip');
  await card.getByText('Waits for').waitFor();
  await workbench.page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
});

test('zooming keeps the instant at the pointer where it is', async () => {
  const { page } = workbench;
  const before = await bar('Build').locator('rect').boundingBox();
  await page.mouse.move(before!.x, before!.y + 8);
  await page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -60);
  await page.keyboard.up('Control');
  await expect
    .poll(async () => (await bar('Build').locator('rect').boundingBox())!.width)
    .toBeGreaterThan(before!.width * 2);
  const after = await bar('Build').locator('rect').boundingBox();
  // The bar stands on a whole pixel, so the pointer was up to one away from its start; zooming stretches that too.
  const factor = after!.width / before!.width;
  expect(Math.abs(after!.x - before!.x)).toBeLessThan(1.5 * factor);
});

test('nothing was refused by its content security policy', () => {
  expect(workbench.refusals).toEqual([]);
});
