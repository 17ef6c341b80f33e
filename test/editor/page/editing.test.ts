import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const PLAN = `# Plan

\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  Design: design, 2025-01-06, 5d
  Build: build, after desing, 5d
  Test: test,
\`\`\`
`;

describe.each(['node', 'worker'] as const)('with the extension in the %s host', (kind) => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ files: { 'plan.md': PLAN }, file: 'plan.md', kind });
  });
  afterAll(() => workbench?.close());

  const suggestions = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row .label-name');

  test('a mistake is underlined and said under the mouse', async () => {
    const { page } = workbench;
    await page.locator('.squiggly-error').first().waitFor();
    const word = page.locator('.view-line', { hasText: 'Build' }).getByText('desing', { exact: true });
    const hover = page.locator('.monaco-hover:visible');
    await expect
      .poll(async () => {
        await word.hover();
        return (await hover.allTextContents()).join();
      })
      .toMatch(/No task has the id .*desing.*Did you mean/);
  });

  test('the task ids come up behind `after` without being asked for', async () => {
    const { page } = workbench;
    await workbench.goTo(8, 99);
    await page.keyboard.type(' after ', { delay: 20 });
    // VS Code itself may add the snippet for a whole chart, as anywhere in Markdown.
    const ids = async () => (await suggestions().allTextContents()).filter((label) => label !== 'gantt');
    await expect.poll(ids).toEqual(['design', 'build']);
  });

  test('a chosen id takes the place of what was typed of it', async () => {
    const { page } = workbench;
    await page.keyboard.type('desi', { delay: 20 });
    await expect.poll(() => suggestions().allTextContents()).toEqual(['design']);
    await page.keyboard.press('Enter');
    await page.keyboard.type(', 3d');
    await expect.poll(() => workbench.editorText()).toContain('Test: test, after design, 3d');
  });

  test('F12 goes to the task', async () => {
    const { page } = workbench;
    await workbench.goTo(8, 22);
    await page.keyboard.press('F12');
    await expect.poll(() => workbench.cursor()).toEqual({ line: 6, column: 11 });
  });

  test('the mistake is in the problems view until it is mended', async () => {
    const { page } = workbench;
    const problems = await workbench.problems();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/`desing`[\s\S]*\[Ln 7, Col 23\]/);
    await workbench.goTo(7, 27);
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await page.keyboard.type('gn');
    await page.locator('.markers-panel').getByText('No problems').waitFor();
  });
});
