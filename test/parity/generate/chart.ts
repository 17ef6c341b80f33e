import fc from 'fast-check';
import { FOREIGN_DATES, FORMATS, localTime, ODD_FORMATS, writeDate } from './dates';

/** One task as its author thinks of it. */
export interface WrittenTask {
  readonly name: string;
  readonly tags: readonly string[];
  readonly id: string | null;
  /** Null is "when the one above ends". */
  readonly start: string | null;
  readonly end: string;
}

/** A chart before it is a text, so that laws can move its tasks and rename its ids. */
export interface WrittenChart {
  readonly settings: readonly string[];
  readonly items: readonly (WrittenTask | string)[];
}

export function writeTask({ name, tags, id, start, end }: WrittenTask): string {
  const fields = [...tags, ...(id === null ? [] : [id]), ...(start === null ? [] : [start]), end];
  return `${name} :${fields.join(', ')}`;
}

export function writeChart({ settings, items }: WrittenChart): string {
  const lines = items.map((item) => (typeof item === 'string' ? item : writeTask(item)));
  return ['gantt', ...settings, ...lines].map((line, i) => (i === 0 ? line : `    ${line}`)).join('\n');
}

const weighted = <T>(...choices: readonly [number, fc.Arbitrary<T>][]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight: Math.ceil(weight * 10), arbitrary })));

const PLAIN_IDS = ['a', 'b', 'c', 'dosreqres-n', 'e_2', 'F', 'g1'];
const ODD_IDS = [
  'task1', 'task2', 'a.b', 'tâche', 'été', '12', '0', 'after', 'done', 'constructor', '__proto__', 'toString', 'x y',
  'a#35;b', 'until b', '１', 'hasOwnProperty', 'e\u0301', '-', '_', '2024-01-01', '', 'a/b', "o'k", '"q"', '\ud83d',
] as const; // biome-ignore format: a list to look at, not to read

const PLAIN_NAMES = [
  'Design',
  'Build the thing',
  'A 50% done',
  'Store v3 (sync)',
  'Réunion d’équipe',
  '設計',
  'QA & docs',
];
const ODD_NAMES = [
  '5% rollout', 'Title page', 'Section lead', 'Includes QA', 'Excludes QA', 'Click counter', 'Call centre', 'Gantt chart', 'Href x',
  'href "x"', 'call f()', 'gantt', '2024-01-01 release', '2024-01-01release', '2024-01-012', 'accDescription of it', 'accTitle', 'accDescr',
  'dateFormatted', 'dateFormat x', 'Axisformat', 'weekday work', 'weekday monday', 'weekday mondays', 'weekend saturday shift', 'topAxis',
  'inclusiveEndDates', 'todayMarker off', '%', '%%', 'a%%b', '}%', '}%%', '-', ',', '#35; x', '#quot;', 'a;b', 'a#b', '🚀 launch',
  '\ud83d', '\ude80 x', '<b class="x">y</b>', '<b x="', '[link](url)', '`code`', '"', "'", '\u00a0x', '\ufeffx', 'a\tb', 'style x',
  'classDef x', 'ﬂ°°35¶ß', 'sectionx', 'section', 'title', 'x\u2028y', 'x\u0085y', '\u200b', 'clicks', 'click a', 'call', 'calls',
] as const; // biome-ignore format: a list to look at, not to read

const id = (odd: number) =>
  weighted([12, fc.constantFrom(...PLAIN_IDS)], [odd, fc.constantFrom<string>(...ODD_IDS)]);
const name = (odd: number) =>
  weighted([12, fc.constantFrom(...PLAIN_NAMES)], [odd, fc.constantFrom<string>(...ODD_NAMES)]);

const tags = weighted(
  [6, fc.constant<string[]>([])],
  [4, fc.subarray(['active', 'done', 'crit', 'milestone', 'vert'])],
  [1, fc.array(fc.constantFrom('done', 'crit', 'milestone', 'vert', 'active'), { maxLength: 4 })],
);

const UNITS = ['ms', 's', 'm', 'h', 'd', 'w', 'M', 'y'];
const duration = weighted(
  [
    10,
    fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom('d', 'd', 'd', 'w', 'h'))
      .map(([n, unit]) => `${n}${unit}`),
  ],
  [
    3,
    fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(...UNITS))
      .map(([n, unit]) => `${unit === 'y' ? n % 4 : n}${unit}`),
  ],
  [
    3,
    fc
      .tuple(
        fc.constantFrom('0.4', '0.5', '1.4', '1.5', '2.5', '0.25', '3.75', '1.05', '00.5', '10.0'),
        fc.constantFrom(...UNITS),
      )
      .map((p) => p.join('')),
  ],
);
const BAD_ENDS = [
  '5 d', '2 weeks', '3days', '3D', '0', '1.d', '.5d', '-1d', 'TBD', '2024-02-31', '24-01-05', '1d %% note', '1d2h', '1,5d', '',
  ' ', '5', '1 d', '1Ms', '1mS', '1d.', '99999999999d', '1e3d', '400000y', '٣d', '2024-01-05', '05.01.2024',
] as const; // biome-ignore format: a list to look at, not to read

/** Which task a reference means: one of the chart's own, or any id at all. */
type Reference = number | string;
const reference = (odd: number) =>
  weighted<Reference>(
    [28, fc.nat(30)],
    [odd, id(2)],
    [1, fc.constant('nobody')],
    [odd * 0.2, fc.constant('a,b')],
  );
const references = (odd: number) =>
  fc.tuple(
    weighted(
      [8, fc.array(reference(odd), { minLength: 1, maxLength: 1 })],
      [4, fc.array(reference(odd), { minLength: 2, maxLength: 4 })],
    ),
    weighted(
      [24, fc.constant(' ')],
      [odd, fc.constantFrom('  ', '\t', ' \t ', '\u00a0')],
      [odd * 0.1, fc.constant(', ')],
    ),
    weighted(
      [40, fc.constant('')],
      [odd, fc.constantFrom(' + 2d', '.', ' ', ' é', ' !')],
      [odd * 0.1, fc.constant(';')],
    ),
  );
type References = readonly [readonly Reference[], string, string];

interface Draft {
  readonly name: string;
  readonly tags: readonly string[];
  readonly id: string | null;
  readonly start: string | null | References;
  readonly end: string | References;
}

function draft(format: string, odd: number, implicit: number, far: number): fc.Arbitrary<Draft> {
  const date = localTime(far).map((time) => writeDate(time, format) || writeDate(time, 'YYYY-MM-DD'));
  const foreign = fc.constantFrom<string>(...FOREIGN_DATES);
  return fc.record({
    name: name(odd),
    tags,
    id: weighted<string | null>([8, id(odd)], [3, fc.constant(null)]),
    start: weighted<string | null | References>(
      [10, date],
      [10, references(odd)],
      [implicit, fc.constant(null)],
      [odd * 0.5, foreign],
    ),
    end: weighted<string | References>(
      [12, duration],
      [5, date],
      [3, references(odd)],
      [odd, fc.constantFrom<string>(...BAD_ENDS)],
      [odd * 0.2, foreign],
    ),
  });
}

/** A task with an id always has a start: with two fields the first is no id. */
function settle(drafts: readonly Draft[]): WrittenTask[] {
  const ids = drafts.map((task) => task.id).filter((id) => id !== null);
  const spell = (keyword: string, [list, gap, rest]: References) => {
    const spelt = list.map((one) =>
      typeof one === 'string' ? one : (ids[one % (ids.length || 1)] ?? 'nobody'),
    );
    return `${keyword} ${spelt.join(gap)}${rest}`;
  };
  return drafts.map(({ id, start, end, ...task }) => ({
    ...task,
    id: start === null ? null : id,
    start: Array.isArray(start) ? spell('after', start as unknown as References) : (start as string | null),
    end: typeof end === 'string' ? end : spell('until', end),
  }));
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const excluded = weighted<string>(
  [6, fc.constant('weekends')],
  [4, fc.constantFrom(...DAYS)],
  [3, localTime(5).map((time) => writeDate(time, 'YYYY-MM-DD'))],
  [
    1,
    fc.constantFrom(
      'Sunday',
      'WEEKENDS',
      'weekend',
      'mon',
      '2024-13-45',
      'weekdays',
      'constructor',
      'invalid',
    ),
  ],
);
const entries = (min: number) =>
  fc
    .tuple(fc.array(excluded, { minLength: min, maxLength: 4 }), fc.constantFrom(' ', ', ', ',', '  '))
    .map(([list, gap]) => list.join(gap));

function calendarSettings(format: string): fc.Arbitrary<string[]> {
  const ownDate = localTime(5)
    .map((time) => writeDate(time, format))
    .map((text) => text.replace(/[;#]/g, '') || 'sunday');
  const line = weighted<string>(
    [6, entries(1).map((list) => `excludes ${list}`)],
    [1, ownDate.map((date) => `excludes ${date}`)],
    [2, entries(1).map((list) => `includes ${list}`)],
    [2, fc.constantFrom('weekend friday', 'weekend saturday', 'weekend   Friday')],
    [0.2, fc.constant(`excludes ${DAYS.join(' ')}`)],
  );
  // Starts in dateFormat X are in 1970, and ends are not: Mermaid walks through half a century of days.
  const often = format === 'X' ? 0.2 : 5;
  return weighted([7, fc.constant<string[]>([])], [often, fc.array(line, { minLength: 1, maxLength: 3 })]);
}

const plainSetting = fc.constantFrom(
  'title A roadmap', 'axisFormat %d %b', 'tickInterval 1week', 'todayMarker off', 'weekday monday', 'inclusiveEndDates',
  'accTitle: A title', 'accDescr: A description', 'accDescr {\nseveral\nlines : a, b\n}', 'todayMarker stroke-width:5px,stroke:#0f0',
  'weekday   sunday', 'TITLE x : y', 'title 100% sure', 'tickInterval soon', '%% a comment', '%% a : comment, 1d', 'inclusiveenddates',
); // biome-ignore format: a list to look at, not to read

const section = weighted<string>(
  [8, fc.constantFrom('section One', 'section Two', 'section 3: the end', 'Section four')],
  [
    1,
    fc.constantFrom(
      'section constructor',
      'section __proto__',
      'section  ',
      'section #35;1',
      'section a;b#c',
      'section %% x',
    ),
  ],
);

/** Charts that read well; `odd` sets how many of their names, ids and dates do not. */
export function chart(odd: number): fc.Arbitrary<WrittenChart> {
  const format = weighted(
    [10, fc.constantFrom<string>(...FORMATS)],
    [odd, fc.constantFrom<string>(...ODD_FORMATS)],
  );
  return weighted<string>([10, fc.constant('YYYY-MM-DD')], [14, format])
    .chain((format) => fc.tuple(fc.constant(format), calendarSettings(format)))
    .chain(([format, calendar]) => {
      // Far years and excluded days together keep Mermaid busy for a second.
      const far = calendar.length ? 0 : Math.ceil(odd * 2);
      return fc
        .record({
          settings: weighted(
            [3, fc.constant<string[]>([])],
            [1, fc.constant<string[]>(['inclusiveEndDates'])],
            [3, fc.array(plainSetting, { maxLength: 3 })],
          ),
          secondFormat: weighted(
            [20, fc.constant<string | null>(null)],
            [odd, fc.constantFrom<string>(...FORMATS)],
          ),
          first: draft(format, odd, 0, far),
          drafts: fc.array(draft(format, odd, 7, far), { maxLength: 9 }),
          sections: fc.array(fc.tuple(fc.nat(9), section), { maxLength: 2 }),
        })
        .map(({ settings, secondFormat, first, drafts, sections }) => {
          const items: (WrittenTask | string)[] = settle([first, ...drafts]);
          for (const [at, line] of sections) items.splice(Math.min(at, items.length), 0, line);
          const formats = format === '' ? [] : [`dateFormat ${format}`];
          if (secondFormat) formats.push(`dateFormat ${secondFormat}`);
          return { settings: [...formats, ...calendar, ...settings], items };
        });
    });
}

/** Chains of references to tasks further down, about as deep as Mermaid follows them. */
export const forwardChain: fc.Arbitrary<WrittenChart> = fc
  .record({
    depth: fc.integer({ min: 7, max: 14 }),
    order: fc.infiniteStream(fc.nat(30)),
    broken: fc.boolean(),
    until: fc.nat(14),
    loop: fc.option(fc.nat(14), { freq: 3 }),
  })
  .map(({ depth, order, broken, until, loop }) => {
    const items: WrittenTask[] = [];
    for (let i = 0; i < depth; i++) {
      const start = `after t${i + 1}${i === loop ? ' t0' : ''}`;
      items.push({ name: `Step ${i}`, tags: [], id: `t${i}`, start, end: i === until ? 'until t0' : '1d' });
    }
    items.push({ name: 'Last', tags: [], id: `t${depth}`, start: '2024-03-29', end: '2d' });
    if (broken) {
      const [from = 0, to = 0] = order.take(2);
      const [moved] = items.splice(from % items.length, 1);
      if (moved) items.splice(to % items.length, 0, moved);
    }
    return { settings: ['dateFormat YYYY-MM-DD'], items };
  });
