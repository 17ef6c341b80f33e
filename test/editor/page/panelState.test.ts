import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const TASKS = Array.from({ length: 60 }, (_, index) => {
  const section = index % 20 === 0 ? [`  section Team ${index / 20 + 1}`] : [];
  return [
    ...section,
    `  Task ${index}: t${index}, 2025-01-${String((index % 28) + 1).padStart(2, '0')}, 30d`,
  ];
});
const PLAN = ['```mermaid', 'gantt', '  dateFormat YYYY-MM-DD', ...TASKS.flat(), '```', ''].join('\n');
/** The line of a task that is in view, wherever the test scrolls to. */
const LINE = PLAN.split('\n').findIndex((line) => line.includes('Task 45:')) + 1;

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'plan.md': PLAN, 'other.md': '# Other\n' },
    file: 'plan.md',
    viewport: { width: 1800, height: 900 },
  });
  await workbench.openPreview();
  await bars().first().waitFor();
});
afterAll(() => workbench?.close());

const panel = () => workbench.panel();
const bars = () => panel().locator('g[role=button][data-task]');
/** Shown or waiting behind the button "View". */
const tool = (name: string) => panel().locator('.toolbar button', { hasText: name });
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const find = () => panel().getByRole('combobox', { name: /^Find tasks/ });
const team = () => button('Section Team 2, 20 tasks');

/** Everything a person has set, and where the view stands. */
async function view() {
  return {
    folded: await team().getAttribute('aria-expanded'),
    query: await find().inputValue(),
    critical: await tool('Critical path').getAttribute('aria-pressed'),
    // Bars begin and end on whole pixels, so their widths differ by one.
    width: await bars()
      .first()
      .locator('rect')
      .evaluate((rect) => Math.round(Number(rect.getAttribute('width')) / 10)),
    scroll: await panel()
      .locator('.scroller')
      .evaluate(({ scrollTop, scrollLeft }) => ({ scrollTop, scrollLeft })),
  };
}

async function choose(): Promise<void> {
  if ((await view()).folded === 'true') await team().click();
  if ((await view()).critical === 'false') {
    await button('View').click();
    await tool('Critical path').click();
    await button('View').click();
  }
  await find().fill('Task 3');
  await button('Month').click();
  await panel()
    .locator('.scroller')
    .evaluate((scroller) => scroller.scrollTo(300, 140));
  await expect.poll(view).toMatchObject({ folded: 'false', critical: 'true', query: 'Task 3' });
  // Back to the text, as a person would: VS Code in a browser does not write down what it keeps while nothing moves.
  await workbench.page.locator('.tab', { hasText: 'plan.md' }).first().click();
  await workbench.goTo(LINE);
}

test('zoom, scroll, folding and filters survive an edit', async () => {
  await choose();
  const before = await view();
  await workbench.goTo(LINE, '  Task'.length + 1);
  await workbench.page.keyboard.type('ing');
  await panel().locator('g[aria-label^="Tasking 45,"]').waitFor();
  expect(await view()).toEqual(before);
  await workbench.page.keyboard.press('Control+s');
});

test('they survive hiding the panel', async () => {
  const before = await view();
  await workbench.page.locator('.tab', { hasText: 'Gantt: plan.md' }).click();
  await workbench.open('other.md');
  await panel().locator('.scroller').waitFor({ state: 'detached' });
  await workbench.page.locator('.tab', { hasText: 'Gantt: plan.md' }).click();
  await bars().first().waitFor();
  await expect.poll(view).toEqual(before);
});

test('they survive a reload', async () => {
  const before = await view();
  await choose();
  // VS Code in a browser writes down what it keeps every few seconds, and a reload does not wait for it.
  await expect
    .poll(
      async () => {
        await workbench.reload();
        await workbench.page.locator('.tab', { hasText: 'Gantt: plan.md' }).click();
        await bars().first().waitFor();
        const now = await view();
        if (now.folded === 'true') await choose();
        return now;
      },
      { interval: 8_000, timeout: 90_000 },
    )
    .toEqual(before);
});
