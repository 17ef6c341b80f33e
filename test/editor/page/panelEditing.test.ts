import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const LINES = [
  '  Design: design, 2025-01-06, 5d',
  '  Build: build, after design, 5d',
  '  Loose: loose, 2025-01-08, 2025-01-18',
  '  Lost: lost, after desing, 5d',
];
const PLAN = ['```mermaid', 'gantt', '  dateFormat YYYY-MM-DD', '  section Team', ...LINES, '```', ''].join(
  '\n',
);

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'plan.md': PLAN },
    file: 'plan.md',
    settings: { 'editor.inlayHints.enabled': 'off' },
  });
  await workbench.openPreview();
  await bar('Loose').waitFor();
});
afterAll(() => workbench?.close());

/** Every test begins with the text as it was. */
beforeEach(async () => {
  await workbench.page.locator('.tab', { hasText: 'plan.md' }).first().click();
  await workbench.command('File: Revert File');
  await checkText(...LINES);
});

const bar = (name: string) => workbench.panel().locator(`g[role=button][aria-label^="${name},"]`);

async function checkText(...lines: string[]): Promise<void> {
  await expect.poll(() => workbench.editorText()).toContain(lines.join('\n'));
}

/** Takes a bar by a place of its own (0 is its left edge, 1 its right one), and pulls it by days; the pointer stays down. */
async function pull(name: string, place: number, days: number): Promise<void> {
  const { page } = workbench;
  const ruler = await bar('Loose').locator('rect').boundingBox();
  const box = await bar(name).locator('rect').boundingBox();
  const day = ruler!.width / 10;
  const x = box!.x + 2 + (box!.width - 4) * place;
  const y = box!.y + box!.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (days * day) / 2, y);
  await page.mouse.move(x + days * day, y);
}

test('a bar that is dragged takes its dates along, and one undo takes it back', async () => {
  await pull('Loose', 0.5, 3);
  await workbench.page.mouse.up();
  await checkText(LINES[0]!, LINES[1]!, '  Loose: loose, 2025-01-11, 2025-01-21', LINES[3]!);
  await workbench.panel().locator('g[role=button]').first().press('Control+z');
  await checkText(...LINES);
});

test('the right edge changes a duration', async () => {
  await pull('Design', 1, 2);
  await workbench.page.mouse.up();
  await checkText('  Design: design, 2025-01-06, 7d', ...LINES.slice(1));
});

test('the left edge leaves the end where it is', async () => {
  await pull('Loose', 0, 2);
  await workbench.page.mouse.up();
  await checkText('  Loose: loose, 2025-01-10, 2025-01-18');
});

test('what follows moves along while the bar is dragged', async () => {
  const before = await bar('Build').locator('rect').boundingBox();
  await pull('Design', 0.5, 4);
  await expect
    .poll(async () => (await bar('Build').locator('rect').boundingBox())!.x)
    .toBeGreaterThan(before!.x + 10);
  await workbench.page.keyboard.press('Escape');
  await expect.poll(async () => (await bar('Build').locator('rect').boundingBox())!.x).toBe(before!.x);
  await workbench.page.mouse.up();
});

test('Escape leaves the text alone', async () => {
  await pull('Loose', 0.5, 5);
  await workbench.page.keyboard.press('Escape');
  await workbench.page.mouse.up();
  await bar('Loose').click();
  await checkText(...LINES);
});

test('a bar that waits for another says so and offers several ways', async () => {
  await pull('Build', 0.5, 3);
  await workbench.page.mouse.up();
  await workbench.panel().getByText('“Build” starts when “Design” ends.').waitFor();
  await workbench
    .panel()
    .getByRole('menuitem', { name: /^End “Design” on/ })
    .click();
  await checkText('  Design: design, 2025-01-06, 8d', LINES[1]!);
});

test('a choice is made by keys as well', async () => {
  await bar('Build').focus();
  await workbench.page.keyboard.press('m');
  await workbench.page.keyboard.press('ArrowRight');
  await workbench.page.keyboard.press('ArrowRight');
  await workbench.page.keyboard.press('Enter');
  await workbench
    .panel()
    .getByRole('menuitem', { name: /no longer after “Design”/ })
    .waitFor();
  await workbench.page.keyboard.press('Enter');
  await checkText(LINES[0]!, '  Build: build, 2025-01-13, 5d');
});

test('keys move a bar and its end', async () => {
  await bar('Loose').focus();
  await workbench.page.keyboard.press('e');
  await workbench.page.keyboard.press('Shift+ArrowRight');
  await workbench.page.keyboard.press('Enter');
  await checkText('  Loose: loose, 2025-01-08, 2025-01-25');
});

test('keys move its start, and Escape leaves everything as it was', async () => {
  const { page } = workbench;
  await bar('Loose').focus();
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await checkText('  Loose: loose, 2025-01-10, 2025-01-18');
});

test('the tray is worked by keys as well', async () => {
  await workbench.panel().getByRole('button', { name: 'Fix Lost…' }).press('Enter');
  await workbench.panel().getByRole('menuitem', { name: 'Change to design' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await checkText('  Lost: lost, after design, 5d');
});

test('an unscheduled task is mended from the tray', async () => {
  await workbench.panel().getByRole('button', { name: 'Fix Lost…' }).click();
  await workbench.panel().getByRole('menuitem', { name: 'Change to design' }).click();
  await checkText(...LINES.slice(0, 3), '  Lost: lost, after design, 5d');
  await bar('Lost').waitFor();
});

test('Enter on a bar goes on to its line', async () => {
  await bar('Loose').focus();
  await workbench.page.keyboard.press('Enter');
  await expect.poll(async () => (await workbench.cursor())?.line).toBe(7);
});
