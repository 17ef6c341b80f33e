import fc from 'fast-check';
import { chart, forwardChain, writeChart } from './chart';

/** Lines that Mermaid refuses, swallows or reads in a way of its own. */
const ODD_LINES = [
  'section', 'section ', 'section  ', 'title', 'title ', 'excludes', 'includes', 'dateFormat', 'dateFormat  ', 'axisFormat', 'todayMarker',
  'tickInterval', 'excludes ;', 'excludes #', 'excludes weekends # note', 'excludes weekends; x : 1d', 'dateFormat YYYY-MM-DD;', 'title a;b#c',
  'dateFormat YYYY-MM-DD %% note', 'excludes weekends %% note', 'section One %% note', 'todayMarker stroke:#0f0; x : 1d', 'todayMarker off; b : 1d',
  'weekday foo', 'weekday', 'weekday monday tuesday', 'weekday monday; x : 1d', 'weekday\nmonday', 'weekend sunday', 'weekend', 'weekend friday x : 1d',
  'weekend\n\n saturday', 'inclusiveEndDates true', 'inclusiveEndDates : 1d', 'topAxis', 'topAxis x', 'topAxisx : 1d', 'timeInterval 1month',
  'gantt', 'GANTT', 'gantt : 1d', 'gantts : 1d', 'no colon here', ':', ': 1d', ' : 1d', '::', '; x : 1d', ';', '#', '# heading', '#35;', '#35; : 1d',
  '%', '%%', '%%%', '%% %%', '%%{', '%%{init}%%', '%%{wrap}%% x : 1d', '}', '{', '}%% x : 1d', 'a%', 'a%%', '\n%%\n%%\n', 'x%y', 'x%y : 1d', '-%y : 1d',
  'accTitle: t', 'accTitle t', 'accTitle:', 'accTitle :  \n\n t', 'accDescr: d', 'accDescr:', 'accDescr { x }', 'accDescr {}', 'accDescr {\n}', 'accDescr {',
  'accDescr { x } y : 1d', 'accDescr\n{ x : 1d }', 'ACCDESCR{ a\n%% b\n}', 'accDescr : %% x', 'accDescription x', 'accDescription', 'accDescription : 1d',
  'click a href "https://example.org"', 'click a call f()', 'click a call f(1, 2)', 'click a href "x" call f()', 'click a call f() href "x"',
  'click a, b href "x"', 'click a,b href "x"', 'click a', 'click', 'click ', 'click a href x', 'click a href "x', 'click a call', 'click a call f', 'click a call f(',
  'click a call f(x', 'click a call f()x : 1d', 'click a href "x" x : 1d', 'click a call f( ) : 1d', 'click  a href "x"', 'click\na href "x"', 'click a\nhref "x"',
  'click nobody href "x"', 'click constructor href "x"', 'click a href\n"x"', 'click a call  f(")")', 'CLICK a HREF "x"', 'click a href "a\nb : 1d"', 'call f()', 'href "x"',
  'href "x" : 1d', 'click a#35;b href "x"', 'click a href "x#y;z"', 'click %% href "x"',
  '2024-01-01', '2024-01-01 : 1d', '2024-01-01x : 1d', '2024-01-0 : 1d', 'date : 1d', 'x : crit', 'x : crit,', 'x : crit, done', 'x : ,', 'x : , ,', 'x : , , ,', 'x :,1d',
  'x : a, b, c, d', 'x : a, 2024-01-05, 1d,', 'x : Done, a, 2024-01-05, 1d', 'x : a, crit, 2024-01-05, 1d', 'x : done, 1d', 'x : milestone done, 1d', 'x :', 'x : ', 'x :\t',
  'x : 1d; y : 1d', 'x : 1d;y : 1d', 'x : 1d;', 'x : 1d ;', 'x : 1d #', 'x : 1d # y', 'x : 1d # y : 1d', 'x : 1d; %% y', 'x : 1d;% y', 'x : 1d; section One', 'x : 1d %% y',
  'x : 1d\n\n\n', 'x\n: 1d', 'x :\n1d', 'x : a:b, 1d', 'x:y:z', 'x : 1d }%% y', 'style x:#fff;', 'style x : #35; , 1d;', 'classDef a:#1; : 1d', 'x : style:#35;, 1d;',
  '---', '--- x : 1d', '<b class="x" : 1d', '> : 1d', '\u2028x : 1d', 'x\u2028y : 1d', '\ufeff', '\u00a0', '\f', '\v x : 1d', '\0 : 1d', '\ud800', 'title \udc00',
] as const; // biome-ignore format: a list to look at, not to read

const HEADS = [
  '---\ntitle: T\n---\n', '---\ndisplayMode: compact\n---\n', '  ---\n  title: T\n  ---\n', '---\nconfig:\n  gantt:\n    displayMode: compact\n---\n',
  '---\nconfig:\n  theme: dark\n---\n', '---\n# only a comment\n---\n', '---\n---\n', '---\n\n---\n', '---\n- a\n---\n', '---\nword\n---\n', '---\n5\n---\n', '---\nnull\n---\n',
  '---\ntitle: [T\n---\n', '---\ntitle: T\n', '---\ntitle: T\n --- \n', '---\ntitle: T\n---', '---\ntitle: T\n----\n', '--- \t\ntitle: T\n---  \n\n  \n', '\n---\ntitle: T\n---\n',
  '---\ntitle: T\n...\n---\n', '---\na: 1\na: 2\n---\n', '---\n\ta: 1\n---\n', '---\ntitle: "a\n---\nb"\n---\n', '---\ntitle: 2024-01-05\n---\n', '---\ntitle: {toString: 1}\n---\n',
  '---\ntitle: true\ndisplayMode: [compact]\n---\n', '---\nconfig: word\ndisplayMode: compact\n---\n', '---\nconfig: {gantt: word}\ndisplayMode: compact\n---\n', '---\nconfig: [1]\n---\n',
  '---\nconfig: {gantt: {}}\ndisplayMode: compact\n---\n', '---\n? x\n---\n', '---\n&a b: *a\n---\n', '---\nx: !!js/function y\n---\n', '---\nx: !y z\n---\n', '---\n%YAML 1.2\n---\n', '---\r\ntitle: T\r\n---\r\n',
  '--\ntitle: T\n--\n', '---x\n---\n', '\ufeff', '\u00a0', ' ', '\n', '\t\n \n',
  '%%{init: {"theme": "dark"}}%%\n', "%%{init: {'theme': 'forest'}}%%\n", '%%{init: {\n  "theme": "dark"\n}}%%\n', '%%{init: {"theme: "dark"}}%%\n', '%%{init: {"theme": "dark"\n', '%%{init}%%\n',
  '%%{initialize: {"gantt": {"displayMode": "compact"}}}%%\n', '%%{init: {"gantt": {"displayMode": "compact", "barHeight": 20}}}%%\n', '%%{init: {"config": {"displayMode": "compact"}}}%%\n', '%%{wrap}%%\n', '%%{wrap foo bar}%%\n', '%%{}%%\n',
  '%%{ init : { } }%%', '%%{init: []}%%\n', '%%{init: 5}%%\n', '%%{init: "x"}%%\n', '%%{init: null}%%\n', '%%{init: {}}%%\n%%{init: {"theme": "dark"}}%%\n', '%%{init: {"a": "}%%"}}%%\n', '%%{init: {"x": "\u2028"}}%%\n',
  '%% a comment\n', '%%\n', '  %% a\n\n %% b\n', '%%a\n%%\n', '% x\n', '%%{init: {"theme": "dark"}}%% gantt\n', '%% x %%{init: {}}%%\n',
] as const; // biome-ignore format: a list to look at, not to read

const oddLine = fc.constantFrom<string>(...ODD_LINES);

/** Writes the line at some place of the text. */
function insertLine(text: string, line: string, at: number): string {
  const lines = text.split('\n');
  lines.splice(1 + (at % lines.length), 0, line);
  return lines.join('\n');
}

const lineEnds = fc.oneof(
  { weight: 12, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r', '\n\n', ' \n', '\n\r', '\r\r\n', '\n\t') },
);

/** One small damage, such as a slip of the hand makes. `at`, `other`: any numbers, to choose places with. */
type Damage = (text: string, at: number, other: number, piece: string) => string;

const DAMAGES: readonly Damage[] = [
  (text, at) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + 1),
  (text, at, _, piece) => text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1)),
  (text, at, other, piece) =>
    text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + (other % 4)),
  (text, at) => eachLine(text, at, (line) => [line, line]),
  (text, at) => eachLine(text, at, () => []),
  (text, at, other) => eachLine(text, at, (line) => [swapFields(line, other)]),
  (text, at, other) => eachLine(text, at, (line) => [dropField(line, other)]),
  (text, at, _, piece) => eachLine(text, at, (line) => [`${line}${piece}`]),
  (text, at, _, piece) => eachLine(text, at, (line) => [`${piece}${line}`]),
  (text, at, other) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(at % lines.length, 1);
    lines.splice(other % (lines.length + 1), 0, line);
    return lines.join('\n');
  },
  (text, at) => {
    const end = text.indexOf('\n', at % (text.length + 1));
    return end === -1 ? text : text.slice(0, end) + text.slice(end + 1);
  },
  (text, at) => text.slice(0, at % (text.length + 1)),
];

function eachLine(text: string, at: number, change: (line: string) => string[]): string {
  const lines = text.split('\n');
  const index = at % lines.length;
  return lines.flatMap((line, i) => (i === index ? change(line) : [line])).join('\n');
}

function swapFields(line: string, at: number): string {
  const fields = line.split(/([,:])/);
  const from = 2 * (at % Math.ceil(fields.length / 2));
  const to = (from + 2) % (fields.length + 1);
  const [first = '', second = ''] = [fields[from], fields[to]];
  fields[from] = second;
  fields[to] = first;
  return fields.join('');
}

function dropField(line: string, at: number): string {
  const fields = line.split(',');
  fields.splice(at % fields.length, 1);
  return fields.join(',');
}

const PIECES = [
  ...',:;#%{}()"\'<>-_ \t\n.0123456789dwMy', '%%', '%%{', '}%%', '---', '#35;', 'after ', 'until ', 'crit, ', 'done,', 'milestone, ', 'section ', 'title ',
  'click ', 'excludes ', 'gantt', '\r', '\r\n', '\u00a0', '\u2028', '\ufeff', 'é', '\ud800', '\0', ', , ', ' : ', '2024-01-01', '  ',
] as const; // biome-ignore format: a list to look at, not to read

function damaged(base: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const damage = fc.tuple(
    fc.nat(DAMAGES.length - 1),
    fc.nat(100_000),
    fc.nat(100_000),
    fc.oneof(fc.constantFrom<string>(...PIECES), oddLine),
  );
  return fc
    .tuple(base, fc.array(damage, { minLength: 1, maxLength: 3 }))
    .map(([text, list]) =>
      list.reduce(
        (done, [kind, at, other, piece]) => (DAMAGES[kind] as Damage)(done, at, other, piece),
        text,
      ),
    );
}

/** Chart texts of every kind, most of them such as Mermaid draws. `real`: charts to damage. */
export function chartText(real: readonly string[]): fc.Arbitrary<string> {
  const clean = chart(0.25).map(writeChart);
  const odd = chart(1.5).map(writeChart);
  const small = fc.oneof(clean, odd);
  return fc.oneof(
    { weight: 32, arbitrary: clean },
    { weight: 16, arbitrary: odd },
    { weight: 2, arbitrary: forwardChain.map(writeChart) },
    {
      weight: 8,
      arbitrary: fc
        .tuple(clean, fc.array(fc.tuple(oddLine, fc.nat(20)), { minLength: 1, maxLength: 3 }))
        .map(([text, lines]) => lines.reduce((done, [line, at]) => insertLine(done, line, at), text)),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom<string>(...HEADS), clean).map(([head, text]) => head + text),
    },
    { weight: 2, arbitrary: fc.tuple(small, lineEnds).map(([text, end]) => text.split('\n').join(end)) },
    { weight: 6, arbitrary: damaged(small) },
    { weight: 4, arbitrary: damaged(fc.constantFrom(...real)) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(oddLine, fc.constantFrom<string>(...PIECES)), { maxLength: 12 })
        .map((list) => `gantt\n${list.join('')}`),
    },
  );
}
