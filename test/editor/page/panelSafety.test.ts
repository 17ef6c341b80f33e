import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseTheme, openWorkbench, type Workbench } from './workbench.ts';

/** A task's name ends at the first colon, so this one has none. */
const IMAGE = '<img src=//hostile.invalid/x onerror=window.hacked=1>';
const PLAN = `\`\`\`mermaid
---
config:
  securityLevel: loose
  htmlLabels: true
  themeCSS: "* { background: url(https://hostile.invalid/css) }"
---
%%{init: {"securityLevel": "loose", "gantt": {"useWidth": 5}}}%%
gantt
  dateFormat YYYY-MM-DD
  title ${IMAGE}
  section ${IMAGE}
  ${IMAGE}: crit, a, 2025-01-06, 5d
  <script>window.hacked=1</script>: b, after a, 5d
  Task </text></svg><iframe src=//hostile.invalid>: done, c, after b, 5d
  </style><style>body{display=none}</style>: milestone, d, after c, 0d
  Lost ${IMAGE}: e, after nobody, 5d
  click a href "javascript:window.hacked=1"
  click b call alert(1)
\`\`\`
`;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let workbench: Workbench;
const requested: string[] = [];
const dialogs: string[] = [];
beforeAll(async () => {
  workbench = await openWorkbench({ files: { 'plan.md': PLAN }, file: 'plan.md' });
  workbench.page.on('request', (request) => void requested.push(request.url()));
  workbench.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await workbench.openPreview();
  await panel().locator('g[role=button][data-task]').nth(3).waitFor();
});
afterAll(() => workbench?.close());

const panel = () => workbench.panel();

async function frame() {
  const body = await panel().locator('body').elementHandle();
  const owner = await body?.ownerFrame();
  if (!owner) throw new Error('the panel has no frame');
  return owner;
}

test('names are text, whatever they say', async () => {
  const names = await panel()
    .locator('g[role=button][data-task]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  expect(names[0]).toContain(IMAGE);
  expect(names[1]).toContain('<script>window.hacked=1</script>');
  await panel().getByRole('heading', { name: IMAGE }).waitFor();
});

test('no name becomes an element, a link or a style', async () => {
  const found = await panel()
    .locator('body')
    .evaluate((body) => {
      const all = [...body.querySelectorAll('*')];
      return {
        elements: body.querySelectorAll('img, iframe, object, embed, foreignObject, a[href], style, base')
          .length,
        scripts: [...document.scripts].filter(({ text }) => text.includes('hacked')).length,
        handlers: all.filter(({ attributes }) => [...attributes].some(({ name }) => /^on/i.test(name)))
          .length,
      };
    });
  expect(found).toEqual({ elements: 0, scripts: 0, handlers: 0 });
});

test('cards and menus are text too', async () => {
  await panel().locator('g[role=button][data-task] rect').first().hover();
  await panel().getByRole('tooltip').waitFor();
  expect(await panel().getByRole('tooltip').textContent()).toContain('<img src=');
  expect(await panel().locator('[role=tooltip] :is(img, a, script)').count()).toBe(0);
  await workbench.page.keyboard.press('Escape');
  await panel()
    .getByRole('button', { name: /^Fix Lost/ })
    .click();
  await panel().getByRole('menuitem', { name: 'Edit the line' }).waitFor();
  expect(await panel().locator('.menu img').count()).toBe(0);
  await workbench.page.keyboard.press('Escape');
});

test('nothing ran, and nothing was loaded from elsewhere', async () => {
  await panel().locator('g[role=button][data-task]').first().click();
  expect(await (await frame()).evaluate('window.hacked')).toBeUndefined();
  expect(await workbench.page.evaluate('window.hacked')).toBeUndefined();
  expect(dialogs).toEqual([]);
  expect(requested.filter((url) => url.includes('hostile.invalid'))).toEqual([]);
});

/** What axe-core finds wrong on the page as it is now. */
async function violations(): Promise<string[]> {
  const inside = await frame();
  await inside.evaluate(axe);
  const { violations } = await inside.evaluate<AxeResults>('axe.run(document)');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.each(['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'])(
  'axe-core finds nothing wrong in the theme %s',
  (theme) => {
    const button = (name: string) => panel().getByRole('button', { name, exact: true });

    test('with a task in focus', async () => {
      await chooseTheme(workbench, theme);
      await panel().locator('g[role=button][data-task]').first().click();
      expect(await violations()).toEqual([]);
    });

    test('with all tools and marks shown', async () => {
      const more = button('View');
      if ((await more.isVisible()) && (await more.getAttribute('aria-expanded')) === 'false')
        await more.click();
      for (const name of ['Critical path', 'Dependencies', 'Overlaps']) await button(name).click();
      await panel().getByRole('radio', { name: 'As Mermaid draws it' }).click();
      await panel()
        .getByRole('combobox', { name: /^Find tasks/ })
        .fill('is:crit');
      await panel().locator('g.match').waitFor();
      expect(await violations()).toEqual([]);
      await panel()
        .getByRole('combobox', { name: /^Find tasks/ })
        .fill('');
      await panel().getByRole('radio', { name: 'True dates' }).click();
      for (const name of ['Critical path', 'Dependencies', 'Overlaps']) await button(name).click();
    });

    test.each(['Export', 'Keys'])('with “%s” open', async (name) => {
      await button(name).click();
      await panel().getByRole('dialog', { name }).waitFor();
      expect(await violations()).toEqual([]);
      await workbench.page.keyboard.press('Escape');
    });
  },
);
