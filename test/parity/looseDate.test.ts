import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLooseDate } from '../../server/gantt/looseDate';
import { enterTimeZone } from '../support/oracle/timeZone';
import { FOREIGN_DATES } from './generate/dates';

const PIECES = [
  'Jan', 'March', 'dec', 'may', 'AM', 'pm', 'UTC', 'Z', 'GMT', 'EST', 'pdt', 'T', 'sprint', 'Q', 'é', 'x', '+', '-', ':', '::', '.', ',', '/', '(', ')',
  '(a)', ' ', '\u00a0', '\0', '0', '1', '3', '05', '12', '13', '24', '31', '32', '45', '60', '99', '100', '2024', '2024-01-05', '02:30', '10:00:00',
  '.123', '.123456789012', '002024', '123456', '20240105', '+0200', '-05:00', '[', '°', '#', '"',
] as const; // biome-ignore format: a list to look at, not to read

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((list) => list.join(''));
const spaced = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((list) => list.join(' '));
const nearDate = fc
  .tuple(fc.constantFrom(...FOREIGN_DATES), fc.nat(30), fc.constantFrom(...PIECES))
  .map(
    ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1)),
  );

test('any text is the date that JavaScript makes of it', () => {
  enterTimeZone('UTC');
  const text = fc.oneof(soup, spaced, nearDate, fc.constantFrom<string>(...FOREIGN_DATES));
  fc.assert(
    fc.property(text, (text) => {
      const date = readLooseDate(text);
      const ours = date ? new Date(date.wall - (date.offset ?? 0)).getTime() : Number.NaN;
      expect(ours).toBe(new Date(text).getTime());
    }),
    { numRuns: 20_000 },
  );
});
