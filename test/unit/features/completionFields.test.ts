import { expect, test } from 'vitest';
import { completion } from '../../../server/features/completion/completion';
import { chartOf, documentOf } from './analysisOf';

const itemsAt = ({ analysis, offset }: ReturnType<typeof chartOf>) => completion(analysis, offset);
const labels = (fixture: ReturnType<typeof chartOf>) => itemsAt(fixture)?.map(({ label }) => label) ?? null;

/** What is offered at `$0` begins with these. */
function checkFirst(lines: string, ...first: string[]): void {
  expect(labels(chartOf(lines))?.slice(0, first.length)).toEqual(first);
}

test('offers tags first, and none twice', () => {
  checkFirst('A: $0', 'active', 'done', 'crit', 'milestone', 'vert', 'after');
  checkFirst('A: crit, $0', 'active', 'done', 'milestone', 'vert', 'after');
});

test('offers no tags behind an id or a date', () => {
  expect(labels(chartOf('A: a, $0'))).not.toContain('crit');
  expect(labels(chartOf('A: 2024-01-01, $0'))).not.toContain('crit');
});

test('offers starts behind an id: after, and dates in the chart’s own format', () => {
  expect(labels(chartOf('Above: 2026-11-01, 5d\nA: a, $0'))).toEqual([
    'after',
    '2026-11-06',
    '2026-11-22',
    '2026-11-23',
    '2026-11-01',
  ]);
  expect(labels(chartOf('dateFormat DD.MM.YYYY\nA: a, $0'))).toEqual(['after', '22.11.2026', '23.11.2026']);
});

test('says what the dates mean', () => {
  const items = itemsAt(chartOf('Above: 2026-11-01, 5d\nA: a, $0'));
  expect(items?.slice(1).map(({ description }) => description)).toEqual([
    'when the task above ends',
    'today',
    'next Monday',
    "the chart's start",
  ]);
});

test.each([
  ['a date', 'A: a, 2024-09-01, $0'],
  ['a date without an id', 'A: 2024-09-01, $0'],
  ['a predecessor', 'P: p, 2024-08-01, 2024-09-01\nA: a, after p, $0'],
])('offers durations with the end they lead to behind %s', (_, lines) => {
  const week = itemsAt(chartOf(lines))?.find(({ label }) => label === '1w');
  expect(week?.description).toBe('Sun 8 Sep 2024');
});

test('counts the end of a duration by the excludes', () => {
  const items = itemsAt(chartOf('excludes weekends\nA: a, 2024-09-02, $0'));
  expect(items?.find(({ label }) => label === '1w')?.description).toBe('Wed 11 Sep 2024');
});

test('takes a number that is typed in every unit', () => {
  checkFirst('A: a, 2024-09-01, 3$0', '3d', '3w', '3M', '3h', '3m', '3y');
  const { analysis, offset, text } = chartOf('A: a, 2024-09-01, 3$0, x');
  const { span } = completion(analysis, offset)![0]!.edit;
  expect(text.slice(span.start, span.end)).toBe('3');
});

test('offers no length first for a milestone', () => {
  checkFirst('A: milestone, a, 2024-09-01, $0', '0d', '1d');
});

test.each(['A: a, 2024-09-01, 3d, $0', 'A$0: a', 'A b$0', '%% A: $0', 'A: 1d # $0', 'A: 1d; $0'])(
  'offers no field in %j',
  (lines) => {
    expect(labels(chartOf(lines)) ?? []).toEqual([]);
  },
);

test('offers statements and snippets where a line begins, settings once', () => {
  const offered = labels(chartOf('section A\nA: 1d\n  $0'));
  expect(offered).toEqual(expect.arrayContaining(['section', 'task', 'milestone', 'excludes', 'title']));
  expect(offered).not.toContain('dateFormat');
  expect(offered).not.toContain('topAxis');
});

test('replaces the word that a line begins with', () => {
  const { analysis, offset, text } = chartOf('  tit$0');
  const { edit } = completion(analysis, offset)!.find(({ label }) => label === 'title')!;
  expect(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toMatch(/\n {2}title $/);
});

test('offers the snippet of a task with today in the chart’s own format', () => {
  const task = itemsAt(chartOf('dateFormat DD.MM.YYYY\n$0'))?.find(({ label }) => label === 'task');
  expect(task).toMatchObject({ snippet: true, edit: { text: expect.stringContaining('22.11.2026') } });
});

test('offers nothing above the word gantt, and nothing outside charts', () => {
  expect(labels(documentOf('```mermaid\n%% x\n$0\ngantt\n```'))).toBeNull();
  expect(labels(documentOf('$0\n\n```mermaid\ngantt\n```'))).toBeNull();
});
