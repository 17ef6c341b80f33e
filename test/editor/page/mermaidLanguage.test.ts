import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const CHART = `gantt
  dateFormat YYYY-MM-DD
  section Team
    Reliability: telem-d-msg-rel-1, 2025-01-06, 5d
    %% one note`;

let workbench: Workbench;

beforeAll(async () => {
  const files = { 'plan.md': `# Plan\n\n\`\`\`mermaid\n${CHART}\n\`\`\`\n`, 'plan.mmd': `\n\n\n${CHART}\n` };
  workbench = await openWorkbench({ files, file: 'plan.md' });
});
afterAll(() => workbench?.close());

/** The first piece of text that has a colour of its own and says no more than this. */
function coloured(text: string) {
  const pieces = workbench.page.locator('.view-line span > span');
  return pieces.filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) }).first();
}

describe.each(['plan.md', 'plan.mmd'])('typing in %s', (file) => {
  beforeAll(() => workbench.open(file));

  test('keywords, section names, task names, ids and dates have colours of their own', async () => {
    const texts = ['section', 'Team', 'Reliability', 'telem-d-msg-rel-1', '2025-01-06', ':'];
    const colours = () =>
      Promise.all(texts.map((text) => coloured(text).evaluate((piece) => getComputedStyle(piece).color)));
    await expect.poll(async () => new Set(await colours()).size).toBe(texts.length);
  });

  test('the comment command writes Mermaid comments', async () => {
    const { page } = workbench;
    await workbench.goTo(7, 6);
    await page.keyboard.press('ControlOrMeta+/');
    await expect.poll(() => workbench.editorText()).toContain('    %% Reliability: telem');
    await page.keyboard.press('ControlOrMeta+/');
    await expect.poll(() => workbench.editorText()).not.toContain('%% Reliability');
  });

  test('a comment that is broken in two stays a comment', async () => {
    await workbench.goTo(8, 12);
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.editorText()).toContain('    %% one \n    %% note');
  });
});

test('a double click in a Mermaid file takes a whole id', async () => {
  await workbench.open('plan.mmd');
  await coloured('telem-d-msg-rel-1').dblclick({ position: { x: 70, y: 8 } });
  await workbench.page.locator('#status\\.editor\\.selection', { hasText: '(17 selected)' }).waitFor();
});
