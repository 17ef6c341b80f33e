import type { Refusal } from '../refusal';
import type { Piece } from '../span';
import { isTag } from '../taskFields';
import type { Draft } from './draft';
import { type Edit, insert, remove, replace } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { readDate } from './readDate';
import { setAside } from './setAside';
import { listed, NO_CHART, quoted } from './wording';

/** A task line with more fields than an id, a start and an end: a comma, a tag or a word too many. */
export function fieldCountProblem(draft: Draft, refusal: Refusal): Problem {
  const { syntax } = draft.tasks[refusal.task!]!;
  const { fields, data } = syntax;
  const tags = fields.filter(({ text }) => isTag(text.toLowerCase()));
  const rest = fields.filter((field) => !tags.includes(field));
  const filled = rest.filter(({ text }) => text !== '');
  const aside = () =>
    [setAside(draft, syntax.index)].flatMap((fix) => (fix ? { ...fix, preferred: false } : []));
  if (tags.length > 0 && rest.length <= 3 && rest.length > 0) {
    const [first] = tags as [Piece, ...Piece[]];
    return problem('too-many-fields', first.span, `${NO_CHART}: ${tagMessage(fields, tags)}`, {
      fixes: () => [tagsInFront(fields, tags), ...aside()],
    });
  }
  if (filled.length < rest.length && filled.length <= 3 && filled.length > 0) {
    const message = `${NO_CHART}: it takes the empty place ${rest.at(-1)!.text === '' ? 'behind the last comma' : 'between two commas'} for one more field. Remove the comma.`;
    const { span } = rest.find(({ text }) => text === '')!;
    return problem('too-many-fields', commaNear(draft, span), message, {
      fixes: () => [
        preferred(
          'Remove the comma',
          withoutFields(fields, (field) => field.text === ''),
        ),
        ...aside(),
      ],
    });
  }
  const surplus = surplusFields(draft, filled);
  const [place] = surplus;
  const message = `${NO_CHART}: a task has an id, a start and an end at most, with tags such as ${quoted('crit')} in front. Remove what is too much.`;
  return problem('too-many-fields', place?.span ?? data.span, message, {
    fixes: () => {
      const fixes = place ? removals(draft, fields, filled, surplus) : [];
      return fixes.length > 0 ? [...fixes, ...aside()] : aside().map((fix) => ({ ...fix, preferred: true }));
    },
  });
}

function tagMessage(fields: readonly Piece[], tags: readonly Piece[]): string {
  const names = listed(tags.map(({ text }) => quoted(text)));
  const atFront = tags.every((tag) => fields.indexOf(tag) < tags.length);
  if (atFront) return `tags are written in lower case, and ${names} is taken for one more field.`;
  return `tags such as ${quoted('crit')} stand in front of the id and the dates, and ${names} is taken for one more field.`;
}

function tagsInFront(fields: readonly Piece[], tags: readonly Piece[]): Fix {
  const lower = tags.map(({ text }) => text.toLowerCase());
  if (tags.every((tag) => fields.indexOf(tag) < tags.length)) {
    const edits = tags.map(({ span }, index) => replace(span, lower[index]!));
    return preferred(`Change to ${listed(lower.map(quoted))}`, edits);
  }
  const [first] = fields as readonly [Piece, ...Piece[]];
  const moved = withoutFields(fields, (field) => tags.includes(field));
  return preferred(`Write ${listed(lower.map(quoted))} in front`, [
    insert(first.span.start, lower.map((tag) => `${tag}, `).join('')),
    ...moved,
  ]);
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

/** The comma in front of an empty field. */
function commaNear({ text }: Draft, { start }: Piece['span']): Piece['span'] {
  const comma = text.lastIndexOf(',', start - 1);
  return comma === -1 ? { start, end: start } : { start: comma, end: comma + 1 };
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

function removals(
  draft: Draft,
  fields: readonly Piece[],
  filled: readonly Piece[],
  surplus: readonly Piece[],
): Fix[] {
  if (filled.length - surplus.length > 3 || filled.length === surplus.length) return [];
  const drop = (gone: readonly Piece[]) =>
    withoutFields(fields, (field) => gone.includes(field) || field.text === '');
  const title = (gone: readonly Piece[]) => `Remove ${listed(gone.map(({ text }) => quoted(text)))}`;
  const fixes = [preferred(title(surplus), drop(surplus))];
  // Two words, and nothing says which of them is the id.
  const words = filled.filter((field) => kindOf(field) === 'word');
  const unused = words.every(({ text }) => !draft.symbols.referencesById.has(text));
  if (words.length === 2 && unused && surplus.length === 1)
    fixes.push(choice(title(words.slice(0, 1)), drop(words.slice(0, 1))));
  return fixes;
}
