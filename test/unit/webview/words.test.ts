import { expect, test } from 'vitest';
import { datesInWords, spokenTask } from '../../../webview/taskWords';
import { shortDate, spokenLength } from '../../../webview/wallDate';
import { chart, day, task } from './chartOf';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test('dates are read as words', () => {
  expect(datesInWords(task())).toBe('Thursday 1 August 2024 to Sunday 11 August 2024, 10 days');
  const milestone = day('2024-09-20');
  expect(datesInWords(task({ start: milestone, end: milestone }))).toBe('Friday 20 September 2024');
  expect(datesInWords(task({ end: null }))).toBe('starts Thursday 1 August 2024, without an end');
  expect(datesInWords(task({ start: null, end: null }))).toBe('unscheduled');
});

test('a task is named with its marks, section and note', () => {
  const one = task({ name: 'Store', section: 0, tags: ['crit'], provisional: true, note: 'It can move.' });
  const roadmap = chart([one], { sections: [{ name: 'Core', range: nowhere }] });
  expect(spokenTask(one, roadmap)).toBe(
    'Store, critical, provisional, Thursday 1 August 2024 to Sunday 11 August 2024, 10 days, section Core, It can move.',
  );
});

test('the time of day is told where it is not midnight', () => {
  expect(shortDate(Date.UTC(2024, 8, 20, 9, 30))).toBe('20 Sep 2024, 09:30');
  expect(shortDate(day('2024-09-20'))).toBe('20 Sep 2024');
});

test('lengths are told in the largest unit that fits', () => {
  expect([86_400_000, 129_600_000, 7_200_000, 1].map(spokenLength)).toEqual([
    '1 day',
    '1.5 days',
    '2 hours',
    '1 millisecond',
  ]);
});
