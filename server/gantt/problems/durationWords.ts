import type { DurationUnit } from '../syntax';

const UNITS: Readonly<Record<string, DurationUnit>> = {
  ...named('ms', 'ms', 'msec', 'millisecond'),
  ...named('s', 's', 'sec', 'second'),
  ...named('m', 'min', 'minute'),
  ...named('h', 'h', 'hr', 'hour'),
  ...named('d', 'd', 'day'),
  ...named('w', 'w', 'wk', 'week'),
  ...named('M', 'mo', 'mon', 'mth', 'month'),
  ...named('y', 'y', 'yr', 'year'),
};

function named(unit: DurationUnit, ...names: string[]): Record<string, DurationUnit> {
  return Object.fromEntries(names.flatMap((name) => [name, `${name}s`]).map((name) => [name, unit]));
}

/** How many of the next unit a unit is. */
const NEXT: Readonly<Partial<Record<DurationUnit, readonly [number, DurationUnit]>>> = {
  w: [7, 'd'],
  d: [24, 'h'],
};

/** `2 weeks` as Mermaid would have it, `2w`, and `1w3d` as `10d`; null where the text is no duration in words. */
export function readDuration(text: string): string | null {
  const parts = /^(\d+\s*[a-z]+)\s*(\d+\s*[a-z]+)$/i.exec(text);
  if (!parts) return readSimple(text);
  const [whole, rest] = [readSimple(parts[1]!), readSimple(parts[2]!)];
  const [count, unit] = NEXT[whole?.replace(/^\d+/, '') as DurationUnit] ?? [];
  if (count === undefined || rest?.replace(/^\d+/, '') !== unit) return null;
  return `${Number.parseInt(whole!, 10) * count + Number.parseInt(rest!, 10)}${unit}`;
}

function readSimple(text: string): string | null {
  const match = /^(?:(?:[~≈]|about|approx\.?|ca\.?|circa)\s*)?(\d+(?:[.,]\d+)?|\.\d+)\s*([a-z]+)\.?$/i.exec(
    text,
  );
  if (!match) return null;
  const [, number = '', name = ''] = match;
  const amount = Number(number.replace(',', '.'));
  if (/^(?:q|qtr|quarter)s?$/i.test(name)) return Number.isInteger(amount * 3) ? `${amount * 3}M` : null;
  // A lone letter says which unit by its case: `m` is minutes, `M` is months.
  const unit = name === 'm' || name === 'M' ? name : UNITS[name.toLowerCase()];
  return unit === undefined ? null : `${amount}${unit}`;
}
