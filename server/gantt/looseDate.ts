/** What JavaScript's own date parser makes of a text. */
export interface LooseDate {
  /** Fields counted as if they were UTC, in milliseconds. */
  readonly wall: number;
  /** Milliseconds ahead of UTC where the text names its zone, or is a plain ISO date; null is local time. */
  readonly offset: number | null;
}

/**
 * Reads a text as `new Date(text)` does in V8 (Chrome, Node, VS Code), without asking for the machine's time zone: first
 * as an ISO date, else by rules that take nearly anything with a number in it. Returns null where V8 sees no date.
 */
export function readLooseDate(text: string): LooseDate | null {
  const tokens = new Tokens(text);
  const parts = new Parts();
  const first = readIso(tokens, parts);
  if (first === 'refused') return null;
  return first === 'done' || readFreely(first, tokens, parts) ? parts.assemble() : null;
}

interface Token {
  readonly kind: 'end' | 'number' | 'symbol' | 'space' | 'word' | 'other';
  /** A number's value, a keyword's value. */
  readonly value: number;
  /** Characters; of a number, its digits. */
  readonly length: number;
  readonly symbol: string;
  readonly keyword: 'month' | 'half' | 'zone' | 'T' | null;
}

const END: Token = { kind: 'end', value: 0, length: 0, symbol: '', keyword: null };
const SIGNIFICANT_DIGITS = 9;
const MOST_SECONDS = 0x7fff_ffff;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const HALVES: Record<string, number> = { am: 0, pm: 12 };
const ZONES: Record<string, number> = {
  ...{ ut: 0, utc: 0, z: 0, gmt: 0 },
  ...{ cdt: -5, cst: -6, edt: -4, est: -5, mdt: -6, mst: -7, pdt: -7, pst: -8 },
};

class Tokens {
  #at = 0;
  #next: Token;

  constructor(readonly text: string) {
    this.#next = this.#read();
  }

  get peek(): Token {
    return this.#next;
  }

  take(): Token {
    const token = this.#next;
    this.#next = this.#read();
    return token;
  }

  skip(symbol: string): boolean {
    if (this.#next.symbol !== symbol) return false;
    this.take();
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  #read(): Token {
    const digits = this.#match(/\d+/y);
    if (digits !== null) return { ...END, kind: 'number', value: numeral(digits), length: digits.length };
    const symbol = this.#match(/[-:+.)]/y);
    if (symbol !== null) return { ...END, kind: 'symbol', length: 1, symbol };
    const word = this.#match(/[^\0-@\s]+/y);
    if (word !== null) return { ...END, kind: 'word', length: word.length, ...keywordOf(word) };
    if (this.#match(/\s/y) !== null) return { ...END, kind: 'space', length: 1 };
    if (this.#at >= this.text.length || this.text[this.#at] === '\0') return END;
    if (this.text[this.#at] === '(') this.#skipParentheses();
    else this.#at++;
    return { ...END, kind: 'other', length: 1 };
  }

  #skipParentheses(): void {
    let depth = 0;
    do {
      const character = this.text[this.#at];
      if (character === undefined || character === '\0') return;
      if (character === '(') depth++;
      else if (character === ')') depth--;
      this.#at++;
    } while (depth > 0);
  }
}

function numeral(digits: string): number {
  return Number(digits.replace(/^0+/, '').slice(0, SIGNIFICANT_DIGITS));
}

function keywordOf(word: string): Pick<Token, 'keyword' | 'value'> {
  const lower = word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const month = MONTHS.indexOf(lower.slice(0, 3));
  if (month !== -1) return { keyword: 'month', value: month + 1 };
  if (lower === 't') return { keyword: 'T', value: 0 };
  const half = Object.hasOwn(HALVES, lower) ? HALVES[lower] : undefined;
  if (half !== undefined) return { keyword: 'half', value: half };
  const zone = Object.hasOwn(ZONES, lower) ? ZONES[lower] : undefined;
  return zone === undefined ? { keyword: null, value: 0 } : { keyword: 'zone', value: zone };
}

const isMonth = (n: number) => n >= 1 && n <= 12;
const isDay = (n: number) => n >= 1 && n <= 31;
const isHour = (n: number) => n < 24;
const isSixtieth = (n: number) => n < 60;
const isMillisecond = (n: number) => n < 1000;

/** The numbers of a date as they come, until it is known what they mean. */
class Parts {
  readonly day: number[] = [];
  readonly time: number[] = [];
  iso = false;
  namedMonth: number | null = null;
  half: number | null = null;
  zoneSign: number | null = null;
  zoneHour: number | null = null;
  zoneMinute: number | null = null;

  expectsTime(n: number): boolean {
    const { length } = this.time;
    return (length === 1 || length === 2 ? isSixtieth(n) : length === 3) && isMillisecond(n);
  }

  expectsZoneMinute(n: number): boolean {
    return this.zoneHour !== null && this.zoneMinute === null && isSixtieth(n);
  }

  get isUtc(): boolean {
    return this.zoneHour === 0 && this.zoneMinute === 0;
  }

  /** Four slots; nothing more goes in behind the last. */
  addLastTime(n: number): void {
    if (this.time.length < 4) this.time.push(n);
    while (this.time.length < 4) this.time.push(0);
  }

  setZone(hours: number): void {
    this.zoneSign = hours < 0 ? -1 : 1;
    this.zoneHour = Math.abs(hours);
    this.zoneMinute = 0;
  }

  assemble(): LooseDate | null {
    const date = this.#date();
    const time = this.#timeOfDay();
    if (date === null || time === null) return null;
    const wall = date + time;
    if (this.zoneSign === null) return { wall, offset: null };
    // V8 counts in 32 bits without a sign.
    const seconds = ((this.zoneHour ?? 0) * 3600 + (this.zoneMinute ?? 0) * 60) >>> 0;
    return seconds > MOST_SECONDS ? null : { wall, offset: this.zoneSign * seconds * 1000 };
  }

  #date(): number | null {
    if (this.day.length === 0) return null;
    const [first = 1, second = 1, third = 1] = this.day;
    let [year, month, day] = [third, first, second];
    if (this.namedMonth !== null) {
      month = this.namedMonth;
      [year, day] = isDay(first) ? [second, first] : [first, second];
    } else if (this.iso || !isDay(first)) {
      [year, month, day] = [first, second, third];
    }
    if (!this.iso && year >= 0 && year <= 99) year += year < 50 ? 2000 : 1900;
    if (!isMonth(month) || !isDay(day)) return null;
    return new Date(0).setUTCFullYear(year, month - 1, day);
  }

  #timeOfDay(): number | null {
    let [hour = 0, minute = 0, second = 0, millisecond = 0] = this.time;
    if (this.half !== null) {
      if (hour > 12) return null;
      hour = (hour % 12) + this.half;
    }
    const midnight = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
    const valid = isHour(hour) && isSixtieth(minute) && isSixtieth(second) && isMillisecond(millisecond);
    return valid || midnight ? ((hour * 60 + minute) * 60 + second) * 1000 + millisecond : null;
  }
}

/** `[±yy]yyyy[-MM[-DD]][THH:mm[:ss[.s…]][Z|±hh:mm]]`. Returns the first token that does not fit. */
function readIso(tokens: Tokens, parts: Parts): Token | 'done' | 'refused' {
  const fixed = (length: number, fits: (n: number) => boolean) =>
    tokens.peek.kind === 'number' && tokens.peek.length === length && fits(tokens.peek.value);
  const any = () => true;
  if (isSign(tokens.peek)) {
    const sign = tokens.take();
    if (!fixed(6, any)) return sign;
    const year = tokens.take().value;
    if (sign.symbol === '-' && year === 0) return sign;
    parts.day.push(sign.symbol === '-' ? -year : year);
  } else if (fixed(4, any)) {
    parts.day.push(tokens.take().value);
  } else {
    return tokens.take();
  }
  for (const fits of [isMonth, isDay]) {
    if (!tokens.skip('-')) break;
    if (!fixed(2, fits)) return tokens.take();
    parts.day.push(tokens.take().value);
  }
  if (tokens.peek.keyword === 'T') {
    tokens.take();
    if (!fixed(2, (n) => n <= 24)) return 'refused';
    const limit = tokens.peek.value === 24 ? 1 : 60;
    parts.time.push(tokens.take().value);
    if (!tokens.skip(':')) return 'refused';
    if (!fixed(2, (n) => n < limit)) return 'refused';
    parts.time.push(tokens.take().value);
    if (tokens.skip(':')) {
      if (!fixed(2, (n) => n < limit)) return 'refused';
      parts.time.push(tokens.take().value);
      if (tokens.skip('.')) {
        if (tokens.peek.kind !== 'number' || (limit === 1 && tokens.peek.value > 0)) return 'refused';
        parts.time.push(milliseconds(tokens.take()));
      }
    }
    if (!readIsoZone(tokens, parts) || tokens.peek.kind !== 'end') return 'refused';
  } else if (tokens.peek.kind !== 'end') {
    return tokens.take();
  }
  if (parts.zoneHour === null && parts.time.length === 0) parts.setZone(0);
  parts.iso = true;
  return 'done';
}

function readIsoZone(tokens: Tokens, parts: Parts): boolean {
  if (isZ(tokens.peek)) {
    tokens.take();
    parts.setZone(0);
    return true;
  }
  if (!isSign(tokens.peek)) return true;
  parts.zoneSign = tokens.take().symbol === '-' ? -1 : 1;
  const hours = tokens.take();
  if (hours.kind !== 'number') return false;
  if (hours.length === 4) {
    parts.zoneHour = Math.floor(hours.value / 100);
    parts.zoneMinute = hours.value % 100;
  } else {
    if (hours.length !== 2 || !tokens.skip(':')) return false;
    const minutes = tokens.take();
    if (minutes.kind !== 'number' || minutes.length !== 2) return false;
    parts.zoneHour = hours.value;
    parts.zoneMinute = minutes.value;
  }
  return isHour(parts.zoneHour) && isSixtieth(parts.zoneMinute);
}

/** Words before the first number and anything in parentheses do not count. */
function readFreely(first: Token, tokens: Tokens, parts: Parts): boolean {
  let sawNumber = parts.day.length > 0;
  for (let token = first; token.kind !== 'end'; token = tokens.take()) {
    if (token.kind === 'number') {
      sawNumber = true;
      if (!readNumber(token, tokens, parts)) return false;
    } else if (token.kind === 'word') {
      if (token.keyword === 'half' && parts.time.length > 0) {
        parts.half = token.value;
      } else if (token.keyword === 'month') {
        parts.namedMonth = token.value;
        tokens.skip('-');
      } else if (token.keyword === 'zone' && sawNumber) {
        parts.setZone(token.value);
      } else if (sawNumber || tokens.peek.kind === 'number') {
        return false;
      }
    } else if (isSign(token) && (parts.isUtc || parts.time.length > 0)) {
      sawNumber = true;
      if (!readOffset(token, tokens, parts)) return false;
    } else if ((isSign(token) || token.symbol === ')') && sawNumber) {
      return false;
    }
  }
  return true;
}

function readNumber({ value }: Token, tokens: Tokens, parts: Parts): boolean {
  if (tokens.skip(':')) {
    if (tokens.skip(':')) {
      if (parts.time.length > 0) return false;
      parts.time.push(value, 0);
      return true;
    }
    if (parts.time.length === 4) return false;
    parts.time.push(value);
    tokens.skip('.');
    return true;
  }
  if (tokens.peek.symbol === '.' && parts.expectsTime(value)) {
    tokens.take();
    parts.time.push(value);
    if (tokens.peek.kind !== 'number') return false;
    parts.addLastTime(milliseconds(tokens.take()));
    return true;
  }
  if (parts.expectsZoneMinute(value)) {
    parts.zoneMinute = value;
    return true;
  }
  if (parts.expectsTime(value)) {
    parts.addLastTime(value);
    const { peek } = tokens;
    return peek.kind === 'end' || peek.kind === 'space' || isZ(peek) || isSign(peek);
  }
  if (parts.day.length === 3) return false;
  parts.day.push(value);
  tokens.skip('.');
  tokens.skip('-');
  return true;
}

function readOffset({ symbol }: Token, tokens: Tokens, parts: Parts): boolean {
  parts.zoneSign = symbol === '-' ? -1 : 1;
  const { value, length } = tokens.peek.kind === 'number' ? tokens.take() : END;
  if (tokens.peek.symbol === ':') {
    parts.zoneHour = value;
    parts.zoneMinute = null;
    return true;
  }
  if (length === 0 || length > 4) return false;
  parts.zoneHour = length > 2 ? Math.floor(value / 100) : value;
  parts.zoneMinute = length > 2 ? value % 100 : 0;
  return true;
}

function isSign({ symbol }: Token): boolean {
  return symbol === '+' || symbol === '-';
}

function isZ({ keyword, length }: Token): boolean {
  return keyword === 'zone' && length === 1;
}

/** A fraction of a second, however many digits. */
function milliseconds({ value, length }: Token): number {
  const digits = Math.min(length, SIGNIFICANT_DIGITS);
  return Math.trunc(digits > 3 ? value / 10 ** (digits - 3) : value * 10 ** (3 - digits));
}
