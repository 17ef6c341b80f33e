import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench';

const LONG = Array.from(
  { length: 60 },
  (_, i) => `  Step ${i}: step-${i}, after ${i ? `step-${i - 1}` : 'ship'}, 1d`,
);
const PLAN = `# Plan

\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  section Team
  Design: design, 2025-01-06, 5d
  Build: build, after design, 5d
  Ship: milestone, ship, after build, 0d
  section Far below
${LONG.join('\n')}
\`\`\`
`;

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'plan.md': PLAN },
    file: 'plan.md',
    // A wrapped line is two lines on screen.
    settings: { '[markdown]': { 'editor.wordWrap': 'off' } },
  });
  await workbench.openPreview();
  await workbench.page.locator('.tab', { hasText: 'plan.md' }).first().click();
});
afterAll(() => workbench?.close());

test('the rename box renames a task and what waits for it, as one edit', async () => {
  const { page } = workbench;
  await workbench.goTo(8, 12);
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.waitFor();
  expect(await box.inputValue()).toBe('build');
  await box.fill('build-all');
  await page.keyboard.press('Enter');
  await expect.poll(() => workbench.editorText()).toContain('Build: build-all, after design, 5d');
  await expect.poll(() => workbench.editorText()).toContain('Ship: milestone, ship, after build-all, 0d');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => workbench.editorText()).toContain('Ship: milestone, ship, after build, 0d');
  expect(await workbench.editorText()).toContain('Build: build, after design, 5d');
});

test('a taken id is refused in the rename box, with the reason', async () => {
  const { page } = workbench;
  await workbench.goTo(8, 12);
  await page.keyboard.press('F2');
  await page.locator('.rename-box input').fill('design');
  await page.keyboard.press('Enter');
  await page
    .getByText(/design.*already|already.*design|has the id/i)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  expect(await workbench.editorText()).toContain('Build: build, after design, 5d');
});

test('the call hierarchy lists predecessors', async () => {
  const { page } = workbench;
  await workbench.goTo(8, 12);
  await page.keyboard.press('Shift+Alt+h');
  const row = (name: string) => page.locator('.sidebar .monaco-list-row', { hasText: name }).first();
  await row('Build').waitFor();
  await row('Design').waitFor();
  await page.locator('.tab', { hasText: 'plan.md' }).first().click();
});

test('sticky scroll keeps chart and section in sight', async () => {
  await workbench.goTo(60, 3);
  const sticky = workbench.page.locator('.editor-instance .sticky-widget').first();
  await expect.poll(() => sticky.textContent()).toMatch(/section\s+Far\s+below/);
});
