import type { Refusal } from '../refusal';
import type { Piece, Span } from '../span';
import { TAGS } from '../syntax';
import { wrongComma } from './commas';
import type { Draft } from './draft';
import { type Edit, insert, remove, replace, separatorBefore } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { readDate } from './readDate';
import { setAside } from './setAside';
import { tagInOtherWords, tagMeant } from './tags';
import { listed, NO_CHART, quoted } from './wording';

/** A task line with more fields than an id, a start and an end: a comma, a tag or a word too many. */
export function fieldCountProblem(draft: Draft, refusal: Refusal): Problem {
  const { syntax } = draft.tasks[refusal.task!]!;
  const { fields, data } = syntax;
  const aside = (preferring: boolean) =>
    [setAside(draft, syntax.index)].flatMap((fix) => (fix ? { ...fix, preferred: preferring } : []));
  const found = (span: Span, message: string, fix: Fix, others: readonly Fix[] = []) =>
    problem('too-many-fields', span, `${NO_CHART}: ${message}`, {
      fixes: () => [fix, ...others, ...aside(false)],
    });
  const second = secondColon(data);
  if (second) return found(second.span, 'there is a second `:`. Remove it.', second.fix);
  const comma = wrongComma(draft, { syntax });
  if (comma) return found(comma.span, comma.message, comma.fix);
  // `critical` is no id next to another one.
  const words = fields.filter((field) => field.text !== '' && kindOf(field) === 'word');
  const tagOf = fields.every(({ text }) => text !== '') && words.length > 1 ? tagInOtherWords : tagMeant;
  const tags = fields.filter((field) => tagOf(draft.symbols, field.text) !== null);
  const rest = fields.filter((field) => !tags.includes(field));
  const filled = rest.filter(({ text }) => text !== '');
  const surplus = filled.length > 3 ? surplusFields(draft, filled) : [];
  const kept = filled.length - surplus.length;
  if (kept === 0 || kept > 3) {
    const message = `${NO_CHART}: a task has an id, a start and an end at most. Remove what is too much.`;
    return problem('too-many-fields', data.span, message, { fixes: () => aside(true) });
  }
  const change = arranged(
    draft,
    fields,
    tags,
    rest.length > 3 ? (field) => field.text === '' || surplus.includes(field) : () => false,
  );
  if (surplus.length > 0) {
    const names = listed(surplus.map(({ text }) => quoted(text)));
    const message = `a task has an id, a start and an end at most, with tags such as ${quoted('crit')} in front. Remove ${names}.`;
    return found(
      surplus[0]!.span,
      message,
      preferred(`Remove ${names}`, change),
      otherId(draft, fields, tags, filled, surplus),
    );
  }
  if (tags.length > 0)
    return found(tags[0]!.span, tagMessage(fields, tags), preferred(tagTitle(draft, fields, tags), change));
  const empty = fields.find(({ text }) => text === '')!;
  const where = fields.at(-1)!.text === '' ? 'behind the last comma' : 'between two commas';
  return found(
    separatorBefore(draft.text, empty.span.start),
    `it takes the empty place ${where} for one more field. Remove the comma.`,
    preferred('Remove the comma', change),
  );
}

/** `name:: id, …`: the second colon is the beginning of the first field. */
export function secondColon({ text, span }: Piece): { span: Span; fix: Fix } | null {
  const colons = /^:[:\s]*/.exec(text)?.[0];
  if (!colons) return null;
  const edit = remove(span.start, span.start + colons.length);
  return {
    span: { start: span.start, end: span.start + 1 },
    fix: preferred('Remove the second `:`', [edit]),
  };
}

function tagMessage(fields: readonly Piece[], tags: readonly Piece[]): string {
  const names = listed(tags.map(({ text }) => quoted(text)));
  const taken =
    tags.length === 1 ? `${names} is taken for one more field` : `${names} are taken for more fields`;
  const atFront = tags.every((tag) => fields.indexOf(tag) < tags.length);
  if (atFront) return `tags are ${listed(TAGS.map(quoted))}, in lower case, and ${taken}.`;
  return `tags such as ${quoted('crit')} stand in front of the id and the dates, and ${taken}.`;
}

function tagTitle(draft: Draft, fields: readonly Piece[], tags: readonly Piece[]): string {
  const names = listed(tags.map((field) => quoted(tagInOtherWords(draft.symbols, field.text)!)));
  return tags.every((tag) => fields.indexOf(tag) < tags.length)
    ? `Change to ${names}`
    : `Write ${names} in front`;
}

/** Tags first, each as it should be, and without the fields that go. */
function arranged(
  draft: Draft,
  fields: readonly Piece[],
  tags: readonly Piece[],
  gone: (field: Piece) => boolean,
): Edit[] {
  const proper = tags.map((field) => tagInOtherWords(draft.symbols, field.text)!);
  const inFront = tags.every((tag) => fields.indexOf(tag) < tags.length);
  if (inFront) {
    const spelled = tags.map(({ span }, index) => replace(span, proper[index]!));
    return [...spelled, ...withoutFields(fields, gone)];
  }
  const front = insert(fields[0]!.span.start, proper.map((tag) => `${tag}, `).join(''));
  return [front, ...withoutFields(fields, (field) => tags.includes(field) || gone(field))];
}

/** Each field goes with the comma that parts it from its neighbour; at least one stays. */
function withoutFields(fields: readonly Piece[], gone: (field: Piece) => boolean): Edit[] {
  const firstKept = fields.findIndex((field) => !gone(field));
  return fields.flatMap((field, index) => {
    if (!gone(field)) return [];
    return index < firstKept
      ? remove(field.span.start, fields[index + 1]!.span.start)
      : remove(fields[index - 1]!.span.end, field.span.end);
  });
}

type Kind = 'start' | 'date' | 'length' | 'end' | 'word';

function kindOf({ text }: Piece): Kind {
  if (/^after\s/.test(text)) return 'start';
  if (/^until\s/.test(text)) return 'end';
  if (/^\d+(?:\.\d+)?(?:[Mdhmswy]|ms)$/.test(text)) return 'length';
  return readDate(text, null).length > 0 ? 'date' : 'word';
}

/** The fields that do not fit `id, start, end`: words behind the first, and ends behind the first end. */
function surplusFields({ symbols }: Draft, fields: readonly Piece[]): Piece[] {
  const words = fields.filter((field) => kindOf(field) === 'word');
  const used = words.find(({ text }) => symbols.referencesById.has(text));
  const kept = used ?? words[0];
  const surplus = words.filter((word) => word !== kept);
  const dates = fields.filter((field) => kindOf(field) !== 'word');
  return [...surplus, ...dates.slice(2)];
}

/** Two words, and nothing says which of them is the id. */
function otherId(
  draft: Draft,
  fields: readonly Piece[],
  tags: readonly Piece[],
  filled: readonly Piece[],
  surplus: readonly Piece[],
): Fix[] {
  const words = filled.filter((field) => kindOf(field) === 'word');
  const unused = words.every(({ text }) => !draft.symbols.referencesById.has(text));
  if (words.length !== 2 || !unused || surplus.length !== 1) return [];
  const [first] = words as [Piece, Piece];
  const change = arranged(draft, fields, tags, (field) => field === first || field.text === '');
  return [choice(`Remove ${quoted(first.text)}`, change)];
}
