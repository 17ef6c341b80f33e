import { expect, test } from 'vitest';
import { readLooseDate } from '../../../server/gantt/looseDate';

test.each([
  ['2024-02-30', '2024-03-01T00:00 +0h'],
  ['sprint 3', '2001-03-01T00:00 local'],
  ['01/02/2024', '2024-01-02T00:00 local'],
  ['5 January 2024', '2024-01-05T00:00 local'],
  ['Mar 10 2024 02:30', '2024-03-10T02:30 local'],
  ['2024-01-05T10:00', '2024-01-05T10:00 local'],
  ['2024-01-05', '2024-01-05T00:00 +0h'],
  ['2024', '2024-01-01T00:00 +0h'],
  ['Jan 5 2024 10:00 EST', '2024-01-05T10:00 -5h'],
  ['2024-01-05T10:00+05:30', '2024-01-05T10:00 +5.5h'],
  ['(note) 5 Jan 24 3:00 pm', '2024-01-05T15:00 local'],
  ['TBD', null],
  ['2024 or so', null],
  ['12:30', null],
])('JavaScript reads %s', (text, expected) => {
  const date = readLooseDate(text);
  const written = (wall: number) => new Date(wall).toISOString().slice(0, 16);
  const zone = date?.offset == null ? 'local' : `${date.offset < 0 ? '' : '+'}${date.offset / 3_600_000}h`;
  expect(date && `${written(date.wall)} ${zone}`).toBe(expected);
});
