import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const PLAN = `# Plan

\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  section Team
  Design: design, 2025-01-06, 5d
  Build: build, after design, 5d
  Ship: milestone, ship, after build, 0d
  Audit: audit, after nobody, 5d
\`\`\`
`;

describe.each(['node', 'worker'] as const)('with the extension in the %s host', (kind) => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({
      files: { 'plan.md': PLAN },
      file: 'plan.md',
      kind,
      // The keys below count lines of the file, whatever the width of its letters.
      settings: { '[markdown]': { 'editor.wordWrap': 'off' } },
    });
  });
  afterAll(() => workbench?.close());

  const bar = (name: string) => workbench.panel().locator(`g[role=button][aria-label^="${name},"]`);
  const bars = () => workbench.panel().locator('g[role=button][data-task]');

  test('the button above the editor opens it beside, with every dated task', async () => {
    await workbench.openPreview();
    await expect.poll(() => bars().count()).toBe(3);
    await workbench.panel().getByText('6 Jan 2025 – 16 Jan 2025').waitFor();
    const panel = await workbench.page.locator('iframe.webview.ready').boundingBox();
    const editor = await workbench.page.locator('.editor-instance').first().boundingBox();
    expect(panel!.x).toBeGreaterThanOrEqual(editor!.x + editor!.width);
  });

  test('what cannot be drawn is listed with the reason', async () => {
    const tray = workbench.panel().getByRole('complementary', { name: 'Unscheduled tasks' });
    await tray.getByText('1 unscheduled task').waitFor();
    await tray.getByText('no task has the id “nobody”').waitFor();
  });

  test('a click on a bar selects its task in the editor', async () => {
    await bar('Build').click();
    await expect.poll(() => workbench.activeLine()).toBe(8);
    await workbench.page.locator('.editor-instance .selected-text').first().waitFor();
  });

  test('a double click on a bar goes on to its line', async () => {
    // As slow as a hand: VS Code hears of the panel's focus a moment after the first press.
    await bar('Design').dblclick({ delay: 60 });
    // Behind the line's last character, with nothing selected.
    const place = workbench.page.locator('#status\\.editor\\.selection');
    await expect.poll(() => place.allTextContents()).toEqual(['Ln 7, Col 33']);
  });

  test('the task at the cursor is the one that stands out', async () => {
    await workbench.page.locator('.tab', { hasText: 'plan.md' }).first().click();
    await workbench.goTo(7, 5);
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.panel().locator('g.current[aria-label^="Build,"]').waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.panel().locator('g.current[aria-label^="Ship,"]').waitFor();
    // A jump counts as much as a key.
    await workbench.goTo(8, 5);
    await workbench.panel().locator('g.current[aria-label^="Build,"]').waitFor();
  });

  test('it follows the typing', async () => {
    const { page } = workbench;
    await workbench.goTo(9, 99);
    await page.keyboard.type('\nParty: party, after ship, 1d', { delay: 20 });
    await bar('Party').waitFor();
    await expect.poll(() => bars().count()).toBe(4);
  });

  test('a task that is written behind the last one is drawn too', async () => {
    const { page } = workbench;
    await workbench.goTo(11, 99);
    await page.keyboard.type('\nAfterwards: last, after party, 2d', { delay: 20 });
    await bar('Afterwards').waitFor();
    for (let i = 0; i < 'Afterwards: last, after party, 2d'.length + 3; i++) {
      await page.keyboard.press('Backspace');
    }
    await expect.poll(() => bars().count()).toBe(4);
  });

  test('a line that breaks leaves the rest of the chart standing', async () => {
    const { page } = workbench;
    await workbench.goTo(10, 99);
    await page.keyboard.type('\n  Broken');
    await workbench.panel().getByText('Line 11').waitFor();
    await expect.poll(() => bars().count()).toBe(4);
    for (let i = 0; i < 9; i++) await page.keyboard.press('Backspace');
    await workbench.panel().getByText('Line 11').waitFor({ state: 'hidden' });
  });

  test('it is there again after a reload', async () => {
    await workbench.page.keyboard.press('Control+s');
    await expect.poll(() => workbench.savedText('plan.md')).toContain('Party');
    await workbench.reload();
    await expect.poll(() => bars().count()).toBe(4);
  });

  test('nothing was refused by its content security policy', () => {
    expect(workbench.refusals).toEqual([]);
  });
});
