import { expect, test } from 'vitest';
import { shortDates, shortDay } from '../../../server/features/shortDates';

const at = (text: string) => Date.parse(`${text}Z`);

test.each([
  ['2024-09-20T00:00', '2024-10-18T00:00', '20 Sep – 18 Oct 2024'],
  ['2024-10-05T00:00', '2024-10-18T00:00', '5 – 18 Oct 2024'],
  ['2024-10-05T00:00', '2025-10-05T00:00', '5 Oct 2024 – 5 Oct 2025'],
  ['2024-10-05T00:00', '2024-10-05T00:00', '5 Oct 2024'],
  ['2024-10-05T09:00', '2024-10-05T11:30', '5 Oct 2024 09:00 – 11:30'],
  ['2024-10-05T09:00', '2024-10-06T00:00', '5 Oct 2024 09:00 – 6 Oct 2024'],
])('from %s to %s is %s', (start, end, expected) => {
  expect(shortDates(at(start), at(end))).toBe(expected);
});

test('says what is known', () => {
  expect(shortDates(null, null)).toBeNull();
  expect(shortDates(at('2024-10-05T00:00'), null)).toBe('from 5 Oct 2024');
  expect(shortDay(at('2024-10-05T17:05'))).toBe('5 Oct 2024 17:05');
});
