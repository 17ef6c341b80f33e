import { expect, test } from 'vitest';
import { axisExample } from '../../../server/features/completion/axisTokens';
import { completion } from '../../../server/features/completion/completion';
import { chartOf, documentOf } from './analysisOf';

const itemsAt = ({ analysis, offset }: ReturnType<typeof chartOf>) => completion(analysis, offset) ?? [];

function checkTaken(lines: string, label: string, expected: string): void {
  const fixture = chartOf(lines);
  const { edit } = itemsAt(fixture).find((item) => item.label === label)!;
  const taken = fixture.text.slice(0, edit.span.start) + edit.text + fixture.text.slice(edit.span.end);
  expect(taken.split('\n').at(-1)).toBe(expected);
}

test.each([
  ['weekday $0', ['monday', 'sunday']],
  ['weekend $0', ['friday', 'saturday']],
  ['tickInterval $0', ['1week', '1month']],
  ['todayMarker $0', ['off']],
  ['excludes $0', ['weekends', 'friday', '2026-11-22']],
  ['includes $0', ['2026-11-22']],
  ['WEEKDAY m$0', ['monday']],
])('offers values behind %j', (lines, labels) => {
  expect(itemsAt(chartOf(lines)).map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
});

test('offers what is not excluded yet', () => {
  const labels = itemsAt(chartOf('excludes weekends, friday, $0')).map(({ label }) => label);
  expect(labels).not.toContain('weekends');
  expect(labels).not.toContain('friday');
  checkTaken('excludes weekends, fr$0', 'friday', 'excludes weekends, friday');
});

test('shows what a dateFormat and its tokens look like', () => {
  const items = itemsAt(chartOf('dateFormat $0'));
  expect(items.find(({ label }) => label === 'DD.MM.YYYY')?.description).toBe('22.11.2026');
  expect(items.find(({ label }) => label === 'MMM')?.description).toBe('Nov');
  checkTaken('dateFormat YY$0', 'YYYY-MM-DD', 'dateFormat YYYY-MM-DD');
  checkTaken('dateFormat DD.MM.YY$0', 'YYYY', 'dateFormat DD.MM.YYYY');
});

test('shows what an axisFormat and its tokens look like', () => {
  const items = itemsAt(chartOf('axisFormat $0'));
  expect(items.find(({ label }) => label === '%d %b')?.description).toBe('22 Nov');
  expect(items.find(({ label }) => label === 'W%V')?.description).toBe('W47');
  checkTaken('axisFormat %d %$0', '%b', 'axisFormat %d %b');
  checkTaken('axisFormat %d $0', '%b', 'axisFormat %d %b');
});

test.each([
  ['%Y-%m-%d', '2024-12-30'],
  ['%y %j %q', '24 365 4'],
  ['W%V %A', 'W01 Monday'],
  ['%H:%M %e', '09:05 30'],
])('writes %j', (format, expected) => {
  expect(axisExample(format, Date.UTC(2024, 11, 30, 9, 5))).toBe(expected);
});

test('offers the names of sections used before', () => {
  const chart = '```mermaid\ngantt\nsection Ann\nA: 1d\n```\n';
  const fixture = documentOf(
    `${chart}${chart.replace('Ann', 'Ben').replace('```\n', '')}section $0\n\`\`\`\n`,
  );
  expect(itemsAt(fixture).map(({ label }) => label)).toEqual(['Ann', 'Ben']);
});

test('offers keys and values of front matter by their depth', () => {
  const offered = (yaml: string) =>
    itemsAt(documentOf(`---\n${yaml}\n---\ngantt\n`, 'mermaid')).map(({ label }) => label);
  expect(offered('$0')).toEqual(['title', 'displayMode', 'config']);
  expect(offered('config:\n  $0')).toEqual(['theme', 'themeVariables', 'gantt']);
  expect(offered('config:\n  gantt:\n    bar$0')).toContain('barHeight');
  expect(offered('displayMode: c$0')).toEqual(['compact']);
  expect(offered('title: a$0')).toEqual([]);
});

test('offers nothing in a block of several lines', () => {
  expect(itemsAt(chartOf('accDescr {\n  words\n  $0\n}'))).toEqual([]);
  expect(itemsAt(documentOf('%%{init: {\n$0\n}}%%\ngantt', 'mermaid'))).toEqual([]);
});
