import { editDistance } from '../editDistance';
import type { ReadTask } from '../symbols';

const MOST = 3;
/** Names for the parts of one job are short: `-g`, `-2`, `-spec`. */
const LONGEST_PART = 6;

/** Lower is likelier. */
const SAME_LETTERS = 0;
const OTHER_ORDER = 1;
/** Plus the number of letters that differ. */
const SPELLING = 1;
export const MORE_OR_LESS = 3;
const ABBREVIATED = 4;
export const SIBLING = 6;

export interface Suggestion {
  readonly id: string;
  /** Hardly anything else can be meant. */
  readonly sure: boolean;
}

/** An id as it is compared, made once for many comparisons. */
interface Form {
  readonly lower: string;
  /** Without hyphens. */
  readonly plain: string;
  readonly parts: readonly string[];
  /** A bit for each letter in it. */
  readonly letters: number;
}

/** The ids of a chart that others are compared with. */
export interface KnownIds {
  readonly forms: ReadonlyMap<string, Form>;
  readonly sections: ReadonlyMap<string, ReadonlySet<number | null>>;
}

export function knownIds(tasks: readonly ReadTask[]): KnownIds {
  const forms = new Map<string, Form>();
  const sections = new Map<string, Set<number | null>>();
  for (const { syntax } of tasks) {
    const id = syntax.id?.text;
    // Others cannot stand in a list.
    if (!id || !/^[\w-]+$/.test(id)) continue;
    const known = sections.get(id);
    if (known) known.add(syntax.section);
    else {
      forms.set(id, formOf(id));
      sections.set(id, new Set([syntax.section]));
    }
  }
  return { forms, sections };
}

function formOf(id: string): Form {
  const lower = id.toLowerCase();
  let letters = 0;
  for (let index = 0; index < lower.length; index++) letters |= 1 << (lower.charCodeAt(index) % 32);
  return { lower, plain: lower.replace(/[-_]/g, ''), parts: lower.split(/[-_]+/), letters };
}

/**
 * Ids that a misspelt one may have meant, best first, at most three: near by letters; the same but for hyphens, case or
 * the order of its parts; or, as teams name the parts of one job, the same with a part more, less or changed
 * (`status-desktop-g` and `-n`). Between equals those of the same section come first, then the order of the file.
 */
export function suggestIds(
  id: string,
  { forms, sections }: KnownIds,
  section: number | null,
  isPossible: (candidate: string) => boolean,
): Suggestion[] {
  const form = formOf(id);
  const ranked: { known: string; score: number; far: number }[] = [];
  for (const [known, other] of forms) {
    const score = known === id ? null : compare(form, other);
    if (score !== null) ranked.push({ known, score, far: sections.get(known)!.has(section) ? 0 : 1 });
  }
  ranked.sort((a, b) => a.score - b.score || a.far - b.far);
  const found: typeof ranked = [];
  for (const entry of ranked) {
    if (isPossible(entry.known)) found.push(entry);
    if (found.length === MOST) break;
  }
  const [best, next] = found;
  const sure = best !== undefined && best.score < ABBREVIATED && next?.score !== best.score;
  return found.map(({ known }, index) => ({ id: known, sure: sure && index === 0 }));
}

/** How likely one id is a slip for the other; null where it is none. */
export function likeness(id: string, known: string): number | null {
  return compare(formOf(id), formOf(known));
}

function compare(a: Form, b: Form): number | null {
  if (a.plain === b.plain) return SAME_LETTERS;
  if (a.parts.length > 1 && a.parts.length === b.parts.length && a.letters === b.letters) {
    if (a.parts.toSorted().join() === b.parts.toSorted().join()) return OTHER_ORDER;
  }
  const byParts = partLikeness(a.parts, b.parts);
  const bySpelling = spellingLikeness(a, b);
  if (byParts === null || bySpelling === null) return byParts ?? bySpelling;
  // `storev3-n` is one letter from `storev3-r`, but another part of the job.
  return byParts === SIBLING ? SIBLING : Math.min(byParts, bySpelling);
}

function partLikeness(a: readonly string[], b: readonly string[]): number | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length < long.length ? partsAdded(short, long) : partChanged(short, long);
}

function partsAdded(short: readonly string[], long: readonly string[]): number | null {
  if (short.length === 1 && short[0]!.length < 3) return null;
  const more = long.length - short.length;
  const fits = [0, more].some((offset) => {
    if (!short.every((part, index) => part === long[index + offset])) return false;
    const added = offset === 0 ? long.slice(short.length) : long.slice(0, more);
    return added.join('').length <= LONGEST_PART * 2;
  });
  return fits ? MORE_OR_LESS : null;
}

function partChanged(a: readonly string[], b: readonly string[]): number | null {
  let index = -1;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    if (index !== -1) return null;
    index = at;
  }
  if (a.length < 2 || index === -1) return null;
  const [one, other] = [a[index]!, b[index]!];
  // Numbers count on: `phase-4` is no slip for `phase-3`.
  if (/^\d+$/.test(one) && /^\d+$/.test(other)) return Number(one) === Number(other) ? SAME_LETTERS : null;
  if (Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one))) {
    return ABBREVIATED;
  }
  const atEdge = index === 0 || index === a.length - 1;
  const rest = a.filter((_, at) => at !== index).join('');
  return atEdge && one.length <= 2 && other.length <= 2 && rest.length > 2 ? SIBLING : null;
}

function spellingLikeness(a: Form, b: Form): number | null {
  const length = a.lower.length;
  const allowed = length < 4 ? 1 : Math.floor((length + 2) / 5);
  if (Math.abs(length - b.lower.length) > allowed) return null;
  // Each letter that only one of them has takes a change.
  if (bits(a.letters & ~b.letters) > allowed || bits(b.letters & ~a.letters) > allowed) return null;
  if (a.lower.replace(/\d+/g, '#') === b.lower.replace(/\d+/g, '#')) return null;
  // Of two or three letters, one more or less or two swapped are slips; another one is another id.
  if (length < 4 && length === b.lower.length && a.letters !== b.letters) return null;
  const distance = editDistance(a.lower, b.lower);
  return distance <= allowed ? SPELLING + distance : null;
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}
