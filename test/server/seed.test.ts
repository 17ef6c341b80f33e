import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { Schedule } from '../../server/lsp/protocol';
import { Client, type OpenDocument } from './client';

const SEED = '../shared/corpus/seed.md';
const there = existsSync(SEED);
if (!there) console.warn(`Skipped: ${SEED} is not on this machine.`);

describe.skipIf(!there)('a real roadmap of 78 tasks', () => {
  let client: Client;
  let document: OpenDocument;
  let problems: Diagnostic[];
  let schedule: Schedule;

  beforeAll(async () => {
    client = await Client.start();
    document = client.open(readFileSync(SEED, 'utf8'));
    problems = await document.pull();
    const schedules = await client.schedule(document.uri);
    expect(schedules).toHaveLength(1);
    schedule = schedules[0]!;
  });
  afterAll(() => client.stop());

  test('13 references lead nowhere, and each mark is exactly the id', () => {
    const unknown = problems.filter(({ code }) => code === 'unknown-task');
    expect(unknown.map(({ range }) => document.textIn(range))).toEqual([
      'telem-review',
      'min-sol-com',
      'define-com-sol',
      'nwaku-status-desktop',
      'provision-rln',
      'rln-sc-r',
      'codesign-se',
      'sim-store-cmp',
      'sim-req-res',
      'storev3-r',
      'storev3-r',
      'storev3-df',
      'dosreqresn',
    ]);
  });

  test('two ids are used twice, and each place points to the other', () => {
    const duplicates = problems.filter(({ code }) => code === 'duplicate-id');
    const pairs = duplicates.map(({ range, relatedInformation }) => [
      document.textIn(range),
      range.start.line,
      relatedInformation?.map(({ location }) => location.range.start.line),
    ]);
    expect(pairs).toEqual([
      ['rln-sc-d', 79, [115]],
      ['codesign-bd', 93, [149]],
      ['rln-sc-d', 115, [79]],
      ['codesign-bd', 149, [93]],
    ]);
  });

  test('11 tasks are unscheduled and 2 provisional', () => {
    const unscheduled = schedule.tasks.filter(({ start }) => start === null);
    const provisional = schedule.tasks.filter((task) => task.start !== null && task.provisional);
    expect([schedule.tasks.length, unscheduled.length, provisional.length]).toEqual([78, 11, 2]);
    expect(unscheduled.every(({ end, provisional }) => end === null && provisional)).toBe(true);
  });

  test('the last true date is 15 January 2025; Mermaid draws up to today and beyond', () => {
    const last = Math.max(...schedule.tasks.map(({ end }) => end ?? 0));
    const drawn = Math.max(...schedule.tasks.map(({ drawnEnd }) => drawnEnd ?? 0));
    expect(new Date(last).toISOString()).toBe('2025-01-15T00:00:00.000Z');
    expect(drawn).toBeGreaterThan(Date.now());
    expect(schedule.rejected).toBe(false);
  });

  test('the definition of a reference is the task', async () => {
    const [link] = (await client.definition(document.at('after mvds')))!;
    expect(document.textIn(link!.targetSelectionRange)).toBe('mvds');
    expect(document.lineOf(link!.targetRange)).toContain(
      'Review MVDS usage and fail path: crit, mvds, 2024-08-01',
    );
    expect(document.textIn(link!.originSelectionRange!)).toBe('mvds');
  });

  test('a duplicate id has two definitions', async () => {
    const links = await client.definition(document.at('after rln-sc-r rln-sc-d'));
    expect(links?.map(({ targetRange }) => targetRange.start.line)).toEqual([79, 115]);
  });

  test('the references of an id are listed from the id', async () => {
    const links = await client.definition(document.at(': pgsql-opt-1'));
    expect(links?.map(({ targetRange }) => document.lineOf(targetRange).trim())).toEqual([
      'PostgreSQL optimisation - phase 1: milestone, after pgsql-opt-1, 0',
      'PostgreSQL Optimisation - phase 2: pgsql-opt-2, after pgsql-opt-1, 8w',
      'Nwaku in Status Desktop: nwaku-status-desktop-2, after pgsql-opt-1, 6w',
    ]);
    const references = await client.references(document.at(': pgsql-opt-1'), true);
    expect(references).toHaveLength(4);
  });

  test('hover explains what Mermaid draws', async () => {
    const card = await client.hover(document.at('Store v3 - follow-up'));
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());
    expect(card).toContain(
      `Mermaid draws this on ${today} (today), because no task has the id \`storev3-r\`.`,
    );
  });

  test('hover tells dates, lengths and neighbours', async () => {
    const card = await client.hover(document.at('PostgreSQL Optimisation - phase 1'));
    expect(card).toContain('Wed 18 Sep 2024 – Wed 13 Nov 2024 · 56 days · 40 working days');
    expect(card).toContain('Waits for\n- `pgsql-m` PostgreSQL Maintenance · Wed 18 Sep 2024');
    expect(card).toContain('- `pgsql-opt-2` PostgreSQL Optimisation - phase 2 · Wed 13 Nov 2024');
  });

  test('completion knows the ids, and replaces what is typed of one', async () => {
    const items = (await client.completion(document.at('after storev3-df')))!;
    const labels = items.map(({ label }) => label);
    expect(labels).toContain('storev3sync-n');
    expect(labels).not.toContain('storev3-n');
    expect(labels).not.toContain('nwaku-status-desktop-n');
    expect(labels).not.toContain('dosreqresn');
    const edit = items[0]!.textEdit;
    expect(edit && 'range' in edit && document.textIn(edit.range)).toBe('storev3-df');
  });

  test('positions outside the chart get no answer', async () => {
    for (const place of [document.at('Status short'), document.at('Colour'), document.at('```mermaid')]) {
      expect(await client.hover(place)).toBeNull();
      expect(await client.definition(place)).toBeNull();
      expect(await client.completion(place)).toBeNull();
    }
  });

  test('nothing went wrong inside', () => {
    expect(client.errors).toEqual([]);
  });
});
