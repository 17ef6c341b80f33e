import type { Clock } from '../gantt/analysis';
import { type TimeZone, timeZone } from '../gantt/timeZone';
import type { OptionValues } from './command';
import { type Io, UsageError } from './io';
import { colours, type Paint } from './text/colours';

/** Options that every command takes. */
export const COMMON_OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  now: { type: 'string' },
  'time-zone': { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const;

export const COMMON_HELP = `  --now DATE            today, as 2025-01-15 or 2025-01-15T09:30 (default: now)
  --time-zone ZONE      IANA name such as Europe/London (default: this machine's)
  --color, --no-color   colours or none (default: colours on a terminal, unless NO_COLOR is set)
  -h, --help            this text
`;

const LOCAL_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?)?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

export function clockFrom(values: OptionValues, io: Io): Clock {
  const name = stringOf(values, 'time-zone') ?? io.clock.timeZone;
  const zone = zoneNamed(name);
  const now = stringOf(values, 'now');
  return { now: now === undefined ? io.clock.now : instantOf(now, zone), timeZone: name };
}

function zoneNamed(name: string): TimeZone {
  try {
    return timeZone(name);
  } catch {
    throw new UsageError(`--time-zone: there is no time zone “${name}”; name one such as Europe/London`);
  }
}

/** A date without an offset is local to the time zone. */
function instantOf(text: string, zone: TimeZone): number {
  const local = LOCAL_DATE.exec(text);
  const time = local ? localInstant(text, local, zone) : INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new UsageError(`--now: “${text}” is no date; write it as 2025-01-15 or 2025-01-15T09:30`);
  }
  return time;
}

function localInstant(text: string, fields: RegExpExecArray, zone: TimeZone): number {
  const wall = Date.parse(`${text.replace(' ', 'T')}${fields[4] === undefined ? 'T00:00' : ''}Z`);
  // Date.parse takes 31 February for 3 March.
  return Number.isNaN(wall) || new Date(wall).getUTCDate() !== Number(fields[3])
    ? Number.NaN
    : zone.fromWall(wall);
}

export function paintFor(values: OptionValues, io: Io): Paint {
  if (values['no-color']) return colours(false);
  return colours(Boolean(values.color) || io.terminal.colour);
}

export function stringOf(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The option's value, one of `choices`. */
export function choiceOf<T extends string>(
  values: OptionValues,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const value = stringOf(values, name);
  if (value === undefined) return fallback;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new UsageError(`--${name}: “${value}” is none of ${choices.join(', ')}`);
  return choice;
}
