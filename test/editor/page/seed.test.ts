import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../../scripts/toolchain.mjs';
import { openWorkbench } from './workbench.ts';

const seed = path.resolve(root, '../shared/corpus/seed.md');
if (!existsSync(seed)) console.log('skipped: there is no ../shared/corpus/seed.md');

test.skipIf(!existsSync(seed))('a roadmap of 78 tasks is drawn to its true end', async () => {
  const workbench = await openWorkbench({
    files: { 'seed.md': readFileSync(seed, 'utf8') },
    file: 'seed.md',
    viewport: { width: 2000, height: 2000 },
  });
  onTestFinished(() => workbench.close());
  await workbench.openPreview();
  const panel = workbench.panel();
  await expect.poll(() => panel.locator('g[role=button][data-task]').count()).toBe(67);
  await panel.getByText('1 Aug 2024 – 15 Jan 2025').waitFor();
  await panel.getByText('11 unscheduled tasks').waitFor();
  expect(await panel.getByRole('complementary').getByRole('listitem').count()).toBe(11);
  await workbench.shot('seed');
});
