import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { Schedule } from '../../server/lsp/protocol';
import { Client, type OpenDocument } from './client';

let client: Client;
let document: OpenDocument;
let problems: Diagnostic[];
let schedule: Schedule;

beforeAll(async () => {
  client = await Client.start();
  document = client.open(readFileSync('examples/roadmap.md', 'utf8'));
  problems = await document.pull();
  schedule = (await client.schedule(document.uri))[0]!;
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
});

test('each classic mistake is marked at its very characters', () => {
  const found = problems.map(({ code, range }) => `${code} ${document.textIn(range)}`);
  expect(found).toEqual(
    expect.arrayContaining([
      'ignored-predecessor sync-client-m',
      'unknown-task tide',
      'ignored-predecessor beta',
      'invalid-end 5 d',
      'unknown-task radio-study',
      'duplicate-id review-j',
      'unknown-task beta-biuld-p',
      'unknown-task partner-api',
    ]),
  );
});

test('what hangs on an unknown id is unscheduled or provisional', () => {
  const named = (tasks: Schedule['tasks']) => tasks.map(({ name }) => name);
  expect(named(schedule.tasks.filter(({ start }) => start === null))).toEqual([
    "Sync over a station's radio",
    'Tide levels on the chart',
    'TBC Radio link',
    'Accessibility audit',
  ]);
  expect(named(schedule.tasks.filter(({ start, provisional }) => start !== null && provisional))).toEqual([
    'Tideline 2.0',
    'Release check',
  ]);
});

test('hover tells the true date and the one that Mermaid draws', async () => {
  const card = await client.hover(document.at('Sync between two devices'));
  expect(card).toContain('Mon 28 Dec 2026');
  expect(card).toContain('7 days too early, because `sync-client-m` is written further down');
});

test('a reference completed while it is typed leads to its task', async () => {
  document.replace('after radio-study, 4w', 'after ');
  const [first] = (await client.completion(document.at('TBC Radio link: crit, radio-link, after ')))!;
  expect(first).toMatchObject({ label: 'radio-study-j', textEdit: { newText: 'radio-study-j' } });
  document.replace('radio-link, after ', 'radio-link, after radio-study-j, 4w');
  const [link] = (await client.definition(document.at('after radio-study-j')))!;
  expect(document.lineOf(link!.targetRange)).toContain('Radio link, study: radio-study-j');
  const left = (await document.pull()).map(({ range }) => document.textIn(range));
  expect(left).not.toContain('radio-study');
});
