import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { remove, temporaryFolder } from '../../host/temporary.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const PLAN = `# Plan

\`\`\`mermaid
gantt
  title Tides
  dateFormat YYYY-MM-DD
  section Mara
  Record store: done, store, 2024-01-01, 2w
  %% TODO: ask the rangers
  TBC Sync: sync, after store, 4w
  Demo: milestone, demo, after sync, 0d
  section Joon
  Radio: radio, after radios, 3w
  Study: study, 2023-06-01, 1w
\`\`\`
`;
const MINI = 'gantt\n  dateFormat YYYY-MM-DD\n  Old task: old, 2022-01-01, 1w\n';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder('roadmaps');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** The Roadmaps view of a workbench, given all the room in the side bar. */
class View {
  readonly pane: Locator;
  readonly rows: Locator;

  constructor(readonly workbench: Workbench) {
    const { page } = workbench;
    this.pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: /^Roadmaps/ }) });
    this.rows = this.pane.locator('.monaco-list-row');
  }

  async open(): Promise<void> {
    const { page } = this.workbench;
    await page.locator('.explorer-viewlet .pane-header').first().click();
    await this.pane.locator('.pane-header').click();
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** The rows as they are read: name and description. */
  texts(): Promise<string[]> {
    return this.rows.evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) =>
          ['.label-name', '.label-description']
            .map((part) => row.querySelector(part)?.textContent)
            .filter(Boolean)
            .join(' ')
            .replaceAll('\u00a0', ' '),
        ),
    );
  }

  async unfold(text: string): Promise<void> {
    await this.row(text).click();
    await expect.poll(() => this.row(text).getAttribute('aria-expanded')).toBe('true');
  }

  /** Presses a button of the view's title. */
  async press(label: string): Promise<void> {
    await this.pane.hover();
    await this.pane.locator('.pane-header .action-label').and(this.workbench.page.getByLabel(label)).click();
  }

  async selected(): Promise<string | null> {
    const names = this.pane.locator('.monaco-list-row.selected .label-name');
    return (await names.allTextContents())[0] ?? null;
  }
}

describe.each(['node', 'worker'] as const)('the Roadmaps view, %s host', (kind) => {
  let workbench: Workbench;
  let view: View;

  beforeAll(async () => {
    const folder = folderOf({
      'team/plan.md': PLAN,
      'b.mmd': `${MINI}  Second: second, after old, 1w\n  Third: third, after old, 1w\n`,
      'README.md': '# Nothing about a gantt chart\n',
      'out/ignored.md': PLAN,
      '.gitignore': 'out/\n',
    });
    workbench = await openWorkbench({ folder, kind, viewport: { width: 1400, height: 1000 } });
    remove(folder);
    view = new View(workbench);
    await view.open();
  });
  afterAll(() => workbench?.close());

  test('lists the files with charts, without those that git ignores', async () => {
    await expect
      .poll(() => view.texts())
      .toEqual(['b.mmd 1 – 15 Jan 2022', 'plan.md team · 1 Jun 2023 – 12 Feb 2024']);
  });

  test('unfolds charts, sections and tasks, with dates and badges', async () => {
    await view.unfold('plan.md');
    await view.row('Mara').waitFor();
    await view.unfold('Mara');
    await view.unfold('Joon');
    await expect
      .poll(() => view.texts())
      .toEqual([
        'b.mmd 1 – 15 Jan 2022',
        'plan.md team · 1 Jun 2023 – 12 Feb 2024',
        'Tides 1 Jun 2023 – 12 Feb 2024',
        'Mara 3 tasks · 1 Jan – 12 Feb 2024',
        'Record store 1 – 15 Jan 2024',
        'TBC Sync 15 Jan – 12 Feb 2024 · overdue · TBC · TODO',
        'Demo 12 Feb 2024 · overdue',
        'Joon 2 tasks · 1 – 8 Jun 2023',
        'Radio unscheduled',
        'Study 1 – 8 Jun 2023 · overdue',
      ]);
    expect(await view.row('Demo').getAttribute('aria-label')).toContain('milestone');
  });

  test('shows a task in the editor, and follows the cursor there', async () => {
    await view.row('Study').click();
    await expect.poll(() => workbench.cursor()).toMatchObject({ line: 14 });
    await workbench.page.locator('.view-line', { hasText: 'TBC Sync' }).click();
    await expect.poll(() => view.selected()).toBe('TBC Sync');
    await workbench.shot(`roadmaps-${kind}`);
  });

  test('follows what is typed', async () => {
    const { page } = workbench;
    await page.keyboard.press('Home');
    await page.keyboard.type('Far ');
    await expect
      .poll(() => view.texts())
      .toContain('Far TBC Sync 15 Jan – 12 Feb 2024 · overdue · TBC · TODO');
    for (const _ of 'Far ') await page.keyboard.press('Backspace');
    await expect.poll(() => view.texts()).toContain('TBC Sync 15 Jan – 12 Feb 2024 · overdue · TBC · TODO');
  });

  test('filters by words while they are typed, and shows all again', async () => {
    const { page } = workbench;
    await view.press('Filter Roadmaps…');
    await page.locator('.quick-input-widget input').fill('joon study');
    await expect
      .poll(() => view.texts())
      .toEqual([
        'plan.md team · 1 – 8 Jun 2023',
        'Tides 1 – 8 Jun 2023',
        'Joon 1 task · 1 – 8 Jun 2023',
        'Study 1 – 8 Jun 2023 · overdue',
      ]);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    expect(await view.pane.locator('.pane-header').textContent()).toContain('“joon study”');
    await workbench.shot(`roadmaps-filtered-${kind}`);
    await view.press('Clear Roadmap Filter');
    await expect.poll(() => view.texts()).toContain('b.mmd 1 – 15 Jan 2022');
  });

  test('goes back when the question is dismissed', async () => {
    const { page } = workbench;
    await view.press('Filter Roadmaps…');
    await page.locator('.quick-input-widget input').fill('nobody');
    await view.pane.getByText('No task passes the filter.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => view.texts()).toContain('b.mmd 1 – 15 Jan 2022');
  });

  test('shows milestones only, or one section', async () => {
    const { page } = workbench;
    await view.press('Show Milestones Only');
    await expect
      .poll(() => view.texts())
      .toEqual([
        'plan.md team · 12 Feb 2024',
        'Tides 12 Feb 2024',
        'Mara 1 task · 12 Feb 2024',
        'Demo 12 Feb 2024 · overdue',
      ]);
    await view.press('Show All Tasks');
    await page.keyboard.press('F1');
    await page.keyboard.type('Filter Roadmaps by Section');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Joon' }).click();
    await expect
      .poll(() => view.texts())
      .toEqual([
        'plan.md team · 1 – 8 Jun 2023',
        'Tides 1 – 8 Jun 2023',
        'Joon 2 tasks · 1 – 8 Jun 2023',
        'Radio unscheduled',
        'Study 1 – 8 Jun 2023 · overdue',
      ]);
    await view.press('Clear Roadmap Filter');
    await expect.poll(() => view.texts()).toContain('b.mmd 1 – 15 Jan 2022');
  });

  test('sorts by date, and as written again', async () => {
    const order = async () =>
      (await view.texts())
        .filter((text) => /^(Mara|Joon|Radio|Study)/.test(text))
        .map((text) => text.split(' ')[0]);
    await view.press('Sort Roadmaps by Date');
    await expect.poll(order).toEqual(['Joon', 'Study', 'Radio', 'Mara']);
    await view.press('Sort Roadmaps as Written');
    await expect.poll(order).toEqual(['Mara', 'Joon', 'Radio', 'Study']);
  });

  test('follows files as they come and go', async () => {
    const file = path.join(workbench.folder, 'new.mmd');
    writeFileSync(file, MINI);
    await expect.poll(() => view.texts()).toContain('new.mmd 1 – 8 Jan 2022');
    rmSync(file);
    await expect.poll(() => view.texts()).not.toContain('new.mmd 1 – 8 Jan 2022');
  });

  test('finds the task at the cursor from the editor', async () => {
    await workbench.page.locator('.view-line', { hasText: 'Record store' }).click();
    await workbench.command('Roadmap Gantt: Reveal Task in Roadmaps View');
    await expect
      .poll(() => view.pane.locator('.monaco-list-row.focused .label-name').textContent())
      .toBe('Record store');
  });

  test('a link in a hover leads to a task', async () => {
    const { page } = workbench;
    await page.locator('.view-line', { hasText: 'Demo' }).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover').getByRole('link', { name: 'TBC Sync' }).first().click();
    await expect.poll(() => workbench.cursor()).toMatchObject({ line: 10 });
  });

  test('the status bar tells errors and the last date, and leads to the next problem', async () => {
    const status = workbench.page.locator('#roadmap-gantt\\.roadmap-gantt\\.roadmapGantt\\.status');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Home');
    await expect.poll(() => status.textContent()).toMatch(/1\s+ends 12 Feb 2024/);
    expect(await status.locator('a').getAttribute('aria-label')).toContain('Roadmap: 1 error');
    await status.click();
    await expect.poll(() => workbench.cursor()).toMatchObject({ line: 13 });
    await workbench.page.locator('.monaco-hover', { hasText: 'radios' }).first().waitFor();
    await workbench.shot(`roadmaps-problem-${kind}`);
    await workbench.page.keyboard.press('Escape');
    await workbench.open('README.md');
    await expect.poll(() => status.count()).toBe(0);
  });

  test('the keys lead from task to task, with a list where there are several', async () => {
    const { page } = workbench;
    await workbench.open('b.mmd');
    await page.locator('.view-line', { hasText: 'Old task' }).click();
    await page.locator('.statusbar-item', { hasText: 'ends 15 Jan 2022' }).waitFor();
    await page.keyboard.press('Alt+.');
    const list = page.locator('.quick-input-list .monaco-list-row');
    await expect.poll(() => list.count()).toBe(2);
    const text = await list.last().textContent();
    for (const part of ['Third', 'third', '8 – 15 Jan 2022']) expect(text).toContain(part);
    await workbench.shot(`roadmaps-list-${kind}`);
    await list.last().click();
    await expect.poll(() => workbench.cursor()).toMatchObject({ line: 5 });
    await page.keyboard.press('Alt+,');
    await expect.poll(() => workbench.cursor()).toMatchObject({ line: 3 });
  });
});

test('500 roadmaps are listed in a moment', async () => {
  const files: Record<string, string> = {};
  for (let n = 0; n < 500; n++) files[`team ${n % 25}/plan ${n}.md`] = PLAN.replaceAll('store', `store${n}`);
  const folder = folderOf(files);
  const workbench = await openWorkbench({ folder });
  onTestFinished(() => workbench.close());
  remove(folder);
  const view = new View(workbench);
  // The extension is there when the active file's status is.
  await workbench.open('plan 0.md');
  await workbench.page.locator('.statusbar-item', { hasText: 'ends 12 Feb 2024' }).waitFor();
  const before = performance.now();
  await view.open();
  await view.row('plan 0.md').waitFor();
  const listed = performance.now();
  await view.press('Filter Roadmaps…');
  await workbench.page.locator('.quick-input-widget input').fill('499 radio');
  await view.row('Radio').waitFor();
  const filtered = performance.now();
  console.log(
    `500 roadmaps: ${(listed - before).toFixed(0)} ms to list, ${(filtered - listed).toFixed(0)} ms to filter`,
  );
  expect(filtered - before).toBeLessThan(40_000);
});

test('a folder without charts says what to do', async () => {
  const workbench = await openWorkbench({ files: { 'README.md': '# Notes\n' } });
  onTestFinished(() => workbench.close());
  const view = new View(workbench);
  await view.open();
  await view.pane.getByText('No file in this folder holds a Mermaid gantt chart.').waitFor();
  await workbench.shot('roadmaps-empty');
});
