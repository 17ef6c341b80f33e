import { expect, test } from 'vitest';
import { datesAfter } from '../../../server/features/datesAfter';
import { type DragPart, grainOf, reschedule } from '../../../server/features/reschedule';
import { applyEdits } from '../../../server/gantt/problems/edits';
import { CLOCK, documentOf } from './analysisOf';

const HEAD = 'gantt\ndateFormat YYYY-MM-DD\n';
const day = (text: string) => Date.parse(`${text}T00:00Z`);

/** Drags the last task; gives each choice's title with the lines that the edits leave. */
function drag(lines: string, part: DragPart, start: string, end: string, head = HEAD) {
  const { analysis } = documentOf(head + lines, 'mermaid');
  const chart = analysis.charts[0]!;
  const wanted = { part, start: day(start), end: day(end) };
  const { choices, explanation } = reschedule(chart, CLOCK, chart.tasks.length - 1, wanted);
  const texts = choices.map(
    ({ title, edits }) => `${title}\n${applyEdits(analysis.text, edits).slice(head.length)}`,
  );
  return { texts, explanation, chart, analysis, choices };
}

function checkDrag(lines: string, part: DragPart, dates: [string, string], ...expected: string[]): void {
  expect(drag(lines, part, ...dates).texts).toEqual(expected);
}

test('a moved date stays a date, and its end goes along', () => {
  checkDrag(
    'A: a, 2024-08-01, 2024-08-11',
    'all',
    ['2024-08-05', '2024-08-15'],
    'Move to Mon 5 Aug 2024\nA: a, 2024-08-05, 2024-08-15',
  );
});

test('a duration goes along by itself', () => {
  checkDrag(
    'A: 2024-08-01, 2w',
    'all',
    ['2024-08-05', '2024-08-19'],
    'Move to Mon 5 Aug 2024\nA: 2024-08-05, 2w',
  );
});

test('a longer bar keeps its kind of end', () => {
  checkDrag(
    'A: 2024-08-01, 2w',
    'end',
    ['2024-08-01', '2024-08-22'],
    'End on Thu 22 Aug 2024\nA: 2024-08-01, 3w',
  );
  checkDrag(
    'A: 2024-08-01, 2w',
    'end',
    ['2024-08-01', '2024-08-18'],
    'End on Sun 18 Aug 2024\nA: 2024-08-01, 17d',
  );
  checkDrag(
    'A: 2024-08-01, 2024-08-09',
    'end',
    ['2024-08-01', '2024-08-18'],
    'End on Sun 18 Aug 2024\nA: 2024-08-01, 2024-08-18',
  );
});

test('a left edge keeps the end where it is', () => {
  checkDrag(
    'A: 2024-08-01, 10d',
    'start',
    ['2024-08-04', '2024-08-11'],
    'Start on Sun 4 Aug 2024\nA: 2024-08-04, 7d',
  );
  checkDrag(
    'A: 2024-08-01, 2024-08-11',
    'start',
    ['2024-08-04', '2024-08-11'],
    'Start on Sun 4 Aug 2024\nA: 2024-08-04, 2024-08-11',
  );
});

test('no edge is dragged past the other', () => {
  checkDrag(
    'A: 2024-08-01, 10d',
    'end',
    ['2024-08-01', '2024-07-01'],
    'End on Thu 1 Aug 2024\nA: 2024-08-01, 0d',
  );
});

test('a bar behind another says so, and offers to cut loose, to move the other end, or to take it along', () => {
  const { texts, explanation } = drag(
    'A: a, 2024-08-01, 10d\nB: b, after a, 5d',
    'all',
    '2024-08-14',
    '2024-08-19',
  );
  expect(explanation).toBe('“B” starts when “A” ends.');
  expect(texts).toEqual([
    'Start on Wed 14 Aug 2024, no longer after “A”\nA: a, 2024-08-01, 10d\nB: b, 2024-08-14, 5d',
    'End “A” on Wed 14 Aug 2024\nA: a, 2024-08-01, 13d\nB: b, after a, 5d',
    'Move “A” too, by 3 days later\nA: a, 2024-08-04, 10d\nB: b, after a, 5d',
  ]);
});

test('a bar behind another that is dropped where a third one ends can wait for that', () => {
  const { texts } = drag(
    'C: c, 2024-08-01, 13d\nA: a, 2024-08-01, 10d\nB: b, after a, 5d',
    'all',
    '2024-08-14',
    '2024-08-19',
  );
  expect(texts[0]).toBe(
    'Start after “C”, which ends then\nC: c, 2024-08-01, 13d\nA: a, 2024-08-01, 10d\nB: b, after c, 5d',
  );
});

test('a bar is not offered to wait for what waits for it', () => {
  const { texts } = drag(
    'C: c, after b, 13d\nA: a, 2024-08-01, 10d\nB: b, after a, 5d',
    'all',
    '2024-08-29',
    '2024-09-03',
  );
  expect(texts.filter((text) => text.startsWith('Start after'))).toEqual([]);
});

test('a bar that follows the one above gets a start of its own', () => {
  const { texts } = drag('A: a, 2024-08-01, 10d\nB: 5d', 'all', '2024-08-14', '2024-08-19');
  expect(texts[0]).toContain('B: 2024-08-14, 5d');
});

test('a bar that lasts until another starts offers to move that start', () => {
  const { texts, explanation } = drag(
    'B: b, 2024-08-20, 5d\nA: 2024-08-01, until b',
    'end',
    '2024-08-01',
    '2024-08-15',
  );
  expect(explanation).toBe('“A” ends when “B” starts.');
  expect(texts).toEqual([
    'End on Thu 15 Aug 2024, no longer when “B” starts\nB: b, 2024-08-20, 5d\nA: 2024-08-01, 2024-08-15',
    'Start “B” on Thu 15 Aug 2024\nB: b, 2024-08-15, 5d\nA: 2024-08-01, until b',
  ]);
});

test('excluded days are counted into a duration', () => {
  const head = `${HEAD}excludes weekends\n`;
  const { texts } = drag('A: 2024-08-01, 2d', 'end', '2024-08-01', '2024-08-08', head);
  expect(texts).toEqual(['End on Thu 8 Aug 2024\nA: 2024-08-01, 5d']);
});

test('inclusive ends are written as the last day', () => {
  const head = `${HEAD}inclusiveEndDates\n`;
  const { texts } = drag('A: 2024-08-01, 2024-08-10', 'end', '2024-08-01', '2024-08-15', head);
  expect(texts).toEqual(['End on Wed 14 Aug 2024\nA: 2024-08-01, 2024-08-14']);
});

test('dates are written in the chart’s format, and only as finely as that can say', () => {
  const head = 'gantt\ndateFormat DD.MM.YYYY\n';
  const { texts } = drag('A: 01.08.2024, 5d', 'all', '2024-08-09', '2024-08-14', head);
  expect(texts[0]).toContain('A: 09.08.2024, 5d');
  expect([grainOf('YYYY-MM-DD'), grainOf('HH:mm'), grainOf('YYYY-MM-DD HH'), grainOf('x')]).toEqual([
    86_400_000, 60_000, 3_600_000, 1,
  ]);
});

test('a format that cannot write a date offers nothing rather than something wrong', () => {
  const { texts } = drag(
    'A: 2024-08-01, 5d',
    'all',
    '2024-08-09',
    '2024-08-14',
    'gantt\ndateFormat yyyy-mm-dd\n',
  );
  expect(texts).toEqual([]);
});

test('a milestone moves by its start alone', () => {
  checkDrag(
    'M: milestone, 2024-08-01, 0',
    'all',
    ['2024-08-05', '2024-08-05'],
    'Move to Mon 5 Aug 2024\nM: milestone, 2024-08-05, 0',
  );
});

test('successors move along', () => {
  const { analysis } = documentOf(
    `${HEAD}A: a, 2024-08-01, 10d\nB: b, after a, 5d\nC: 2024-08-01, 1d`,
    'mermaid',
  );
  const chart = analysis.charts[0]!;
  const moved = { part: 'all', start: day('2024-08-03'), end: day('2024-08-13') } as const;
  const { choices } = reschedule(chart, CLOCK, 0, moved);
  expect(datesAfter(analysis, 'mermaid', chart, choices[0]!.edits)).toEqual([
    [0, day('2024-08-03'), day('2024-08-13')],
    [1, day('2024-08-13'), day('2024-08-18')],
  ]);
});

test('an unscheduled task cannot be dragged', () => {
  expect(drag('A: after nothing, 5d', 'all', '2024-08-14', '2024-08-19').texts).toEqual([]);
});
