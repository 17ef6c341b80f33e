import { describe, expect, test } from 'vitest';
import { calendar } from '../../../server/gantt/calendar';
import { timeZone } from '../../../server/gantt/timeZone';

const NOW = Date.UTC(2026, 10, 22, 12);
const at = (text: string) => Date.parse(text);

describe('dates are read as Mermaid reads them', () => {
  test.each([
    ['YYYY-MM-DD', '2024-02-29', '2024-02-29T00:00Z'],
    ['YYYY-MM-DD', '2024-02-30', null],
    ['YYYY-MM-DD', '24-02-01', null],
    ['DD.MM.YYYY', '01.02.2024', '2024-02-01T00:00Z'],
    ['D.M.YY', '1.2.24', '2024-02-01T00:00Z'],
    ['YYYY-MM-DDTHH:mm', '2024-02-01T10:30', '2024-02-01T10:30Z'],
    ['MMM D, YYYY', 'Feb 1, 2024', '2024-02-01T00:00Z'],
    ['HH:mm', '10:30', '2026-11-22T10:30Z'],
    ['MM-DD', '02-01', '2026-02-01T00:00Z'],
    ['YYYY-MM', '2024-02', '2024-02-01T00:00Z'],
    ['X', '1706745600', '2024-02-01T00:00Z'],
    ['yyyy-mm-dd', '2024-02-01', null],
    ['', '2024-02-01', null],
  ])('%s %s', (format, text, expected) => {
    expect(calendar(format, 'UTC', NOW).parse(text)).toBe(expected === null ? null : at(expected));
  });

  test('a local time that a clock change skips is no date', () => {
    const london = calendar('YYYY-MM-DDTHH:mm', 'Europe/London', NOW);
    expect(london.parse('2024-03-31T01:30')).toBeNull();
    expect(london.parse('2024-03-31T02:30')).toBe(at('2024-03-31T01:30Z'));
  });

  test.each([
    ['2024-02-30', '2024-03-01T00:00Z'],
    ['sprint 3', '2001-03-01T05:00Z'],
    ['01/02/2024', '2024-01-02T05:00Z'],
    ['2024-01-02T10:00:00Z', '2024-01-02T10:00Z'],
    ['TBD', null],
  ])('what is no date in dateFormat is left to JavaScript: %s', (text, expected) => {
    const newYork = calendar('DD-MM-YYYY', 'America/New_York', NOW);
    expect(newYork.guess(text)).toBe(expected === null ? null : at(expected));
  });
});

describe('durations', () => {
  test.each([
    ['2024-01-31T00:00Z', 1, 'M', '2024-02-29T00:00Z'],
    ['2024-02-29T00:00Z', 1, 'y', '2025-02-28T00:00Z'],
    ['2024-01-01T00:00Z', 1.5, 'M', '2024-02-01T00:00Z'],
    ['2024-01-01T00:00Z', 0.5, 'y', '2024-01-01T00:00Z'],
    ['-000044-03-15T00:00Z', 0.4, 'y', '-000043-03-15T00:00Z'],
    ['2024-01-01T00:00Z', 0.5, 'd', '2024-01-02T00:00Z'],
    ['2024-01-01T00:00Z', 0.5, 'w', '2024-01-05T00:00Z'],
    ['2024-01-01T00:00Z', 1.5, 'h', '2024-01-01T01:30Z'],
  ] as const)('%s + %d%s', (from, amount, unit, expected) => {
    expect(calendar('YYYY-MM-DD', 'UTC', NOW).add(at(from), amount, unit)).toBe(at(expected));
  });

  test('two days keep the local time across a clock change, 48 hours do not', () => {
    const auckland = calendar('YYYY-MM-DD', 'Pacific/Auckland', NOW);
    const start = auckland.parse('2024-09-28')!;
    expect(auckland.format(auckland.add(start, 2, 'd'), 'HH:mm')).toBe('00:00');
    expect(auckland.format(auckland.add(start, 48, 'h'), 'HH:mm')).toBe('01:00');
  });
});

describe('time zones', () => {
  test.each([
    'UTC',
    'America/New_York',
    'Europe/London',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Africa/Casablanca',
  ])('there and back in %s', (name) => {
    const zone = timeZone(name);
    for (
      let time = at('2023-12-31T00:00Z');
      time < at('2025-01-02T00:00Z');
      time += 13 * 3_600_000 + 420_000
    ) {
      const back = zone.fromWall(zone.toWall(time));
      // The repeated hour means its first pass.
      expect(back === time || back === time - 3_600_000).toBe(true);
      expect(zone.toWall(back)).toBe(zone.toWall(time));
    }
  });

  test('an hour that comes twice is the first of the two', () => {
    expect(timeZone('America/New_York').fromWall(at('2024-11-03T01:30Z'))).toBe(at('2024-11-03T05:30Z'));
  });

  test('years of few digits and dates beyond all dates', () => {
    const zone = timeZone('Europe/London');
    expect(zone.toWall(at('0050-06-01T12:00:00Z'))).toBe(at('0050-06-01T11:58:45Z'));
    expect(zone.toWall(9e15)).toBeNaN();
    expect(zone.fromWall(Number.NaN)).toBeNaN();
  });
});
