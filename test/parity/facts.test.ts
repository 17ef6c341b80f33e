import { expect, test } from 'vitest';
import { drawn, lines, refused } from '../support/oracle/facts';

// What Mermaid itself does, one fact a test. Nothing of this project's own code runs here. Dates are UTC, today is 22 November 2026.

test('line ends of every kind are one', async () => {
  expect(await drawn('gantt\r\ndateFormat YYYY-MM-DD\ra : 2024-01-01, 1d\r\nb : 1d')).toEqual([
    'task1 2024-01-01 2024-01-02',
    'task2 2024-01-02 2024-01-03',
  ]);
});

test('quotes of an attribute inside a tag become single quotes', async () => {
  expect(await lines('<b class="x">A</b> : 2024-01-01, 1d', 'name')).toEqual(["<b class='x'>A</b>"]);
});

test('an opening < reaches over line ends to the next >', async () => {
  expect(await lines('a<b c : 2024-01-01, 1d\nd ="e" > f : 1d', 'name')).toEqual(['a<b c', "d ='e' > f"]);
});

test('front matter is cut', async () => {
  expect(await drawn('---\ntitle: T\n---\ngantt\na : 2024-01-01, 1d')).toHaveLength(1);
});

test('indented front matter is cut', async () => {
  expect(await drawn('  ---\n  title: T\n  ---\ngantt\na : 2024-01-01, 1d')).toHaveLength(1);
});

test('front matter below an empty line is refused', async () => {
  expect(await refused('\n---\ntitle: T\n---\ngantt\na : 2024-01-01, 1d')).toMatch('Parse error on line 1');
});

test('front matter without an end is refused', async () => {
  expect(await refused('---\ntitle: T\ngantt\na : 2024-01-01, 1d')).toMatch('Diagrams beginning with ---');
});

test('front matter that is no YAML is refused', async () => {
  expect(await refused('---\ntitle: [T\n---\ngantt\na : 2024-01-01, 1d')).toMatch('flow collection');
});

test('front matter may be a list or a word, and then says nothing', async () => {
  expect(await drawn('---\n- a\n---\ngantt\na : 2024-01-01, 1d')).toHaveLength(1);
  expect(await drawn('---\na\n---\ngantt\na : 2024-01-01, 1d')).toHaveLength(1);
});

test('displayMode beside a config that is a word is refused', async () => {
  const chart = (config: string) =>
    `---\nconfig: ${config}\ndisplayMode: compact\n---\ngantt\na : 2024-01-01, 1d`;
  expect(await refused(chart('word'))).toMatch('Cannot create property');
  expect(await refused(chart('{gantt: word}'))).toMatch('Cannot create property');
  expect(await drawn(chart('{gantt: {}}'))).toHaveLength(1);
});

test('compact display refuses a section named like a member of every object', async () => {
  const chart = (mode: string, section: string) =>
    `---\ndisplayMode: ${mode}\n---\ngantt\nsection ${section}\na : 2024-01-01, 1d`;
  expect(await refused(chart('compact', 'constructor'))).toMatch('push is not a function');
  expect(await refused(chart('compact', '__proto__'))).toMatch('push is not a function');
  expect(await drawn(chart('compact', 'Construction'))).toHaveLength(1);
  expect(await drawn(chart('wide', 'constructor'))).toHaveLength(1);
});

test('a directive over several lines is cut', async () => {
  expect(await drawn('%%{init: {\n"theme": "dark"\n}}%%\ngantt\na : 2024-01-01, 1d')).toHaveLength(1);
});

test('a directive in the middle of a line is cut', async () => {
  expect(await drawn('gantt\na : 2024-01-01, %%{init: {}}%%1d')).toEqual(['task1 2024-01-01 2024-01-02']);
});

test('a directive whose JSON is broken is cut and ignored', async () => {
  expect(await drawn('%%{init: {"theme: "dark"}}%%\ngantt\na : 2024-01-01, 1d')).toHaveLength(1);
});

test('a directive without an end takes the rest of the chart with it', async () => {
  expect(await refused('%%{init: {"theme": "dark"\ngantt\na : 2024-01-01, 1d')).toMatch('No diagram type');
  expect(await drawn('gantt\na : 2024-01-01, 1d\n%%{init: {"theme": "dark"\nb : 1d')).toHaveLength(1);
});

test('a theme colour that is none is refused', async () => {
  const chart = (theme: string, colour: string) =>
    `%%{init: {"theme": "${theme}", "themeVariables": {"primaryColor": "${colour}"}}}%%\ngantt\na : 2024-01-01, 1d`;
  expect(await refused(chart('base', 'nonsense'))).toMatch('Unsupported color format');
  expect(await drawn(chart('base', '#ff8800'))).toHaveLength(1);
});

test('comment lines are cut, in front of gantt too', async () => {
  expect(await drawn('%% one\n  %% two\ngantt\n %% three\na : 2024-01-01, 1d')).toHaveLength(1);
});

test('gantt is in lower case, at the beginning', async () => {
  expect(await refused('Gantt\na : 2024-01-01, 1d')).toMatch('No diagram type');
  expect(await refused('my gantt\na : 2024-01-01, 1d')).toMatch('No diagram type');
  expect(await drawn(' \n gantt\na : 2024-01-01, 1d')).toHaveLength(1);
});

test('gantt takes a task on its own line, and no other text', async () => {
  expect(await drawn('gantt a : 2024-01-01, 1d')).toHaveLength(1);
  expect(await refused('gantt Roadmap\na : 2024-01-01, 1d')).toMatch("got 'NL'");
  expect(await refused('ganttchart\na : 2024-01-01, 1d')).toMatch("Expecting 'gantt'");
});

test('keywords are read in any case', async () => {
  expect(await lines('SECTION One\nDATEFORMAT DD.MM.YYYY\na : 05.02.2024, 1d')).toEqual([
    'task1 2024-02-05 2024-02-06',
  ]);
});

test('a name ends at the first colon; data ends at #, ; or the line’s end', async () => {
  expect(await lines('a : 2024-01-01 : x, 1d')).toMatch('Invalid date:2024-01-01 : x');
  expect(await lines('a : 2024-01-01, 1d; b : 2d')).toEqual([
    'task1 2024-01-01 2024-01-02',
    'task2 2024-01-02 2024-01-04',
  ]);
  expect(await lines('a : 2024-01-01, 1d # note')).toMatch("got 'NL'");
  expect(await lines('a : 2024-01-01, 1d # note : 2d')).toHaveLength(2);
  expect(await lines('a : 2024-01-01, 1d;')).toMatch("got 'NL'");
});

test('an entity is one word, so its # and ; end nothing', async () => {
  expect(await lines('a #35;1 : x#amp;y, 2024-01-01, 1d\nb : after x#amp;y, 1d', 'name')).toEqual([
    'a ﬂ°°35¶ß1',
    'b',
  ]);
});

test('a name that begins with a setting’s keyword vanishes', async () => {
  for (const name of [
    'Title page',
    'Section lead',
    'Includes QA',
    'Excludes QA',
    'Todaymarker x',
    'Axisformat x',
  ]) {
    expect(await lines(`${name}: a, 2024-01-01, 1d\nb : 2024-01-01, 1d`)).toHaveLength(1);
  }
});

test('a name that begins with another keyword is refused', async () => {
  const names = [
    'Click counter',
    'Call centre',
    'Gantt chart',
    '2024-01-01 release',
    'accDescription of it',
    'Topaxis',
  ];
  for (const name of names) {
    expect(await lines(`a : 2024-01-01, 1d\n${name}: b, 2024-01-01, 1d`), name).toMatch(
      /Parse error|TopAxis/,
    );
  }
  expect(await lines('inclusiveEndDates kept : 2024-01-01, 1d')).toHaveLength(1);
  expect(await lines('href of it : 2024-01-01, 1d')).toHaveLength(1);
  expect(await lines('weekday work : 2024-01-01, 1d')).toHaveLength(1);
});

test('settings with a value they do not know are refused', async () => {
  for (const setting of ['weekday foo', 'weekend sunday', 'inclusiveEndDates true', 'timeInterval 1month']) {
    expect(await lines(setting), setting).toMatch('Parse error');
  }
});

test('topAxis always throws', async () => {
  expect(await lines('topAxis')).toBe('yy.TopAxis is not a function');
});

test('a keyword without a value swallows the next line', async () => {
  for (const keyword of [
    'section',
    'title',
    'excludes',
    'includes',
    'dateFormat',
    'axisFormat',
    'tickInterval',
  ]) {
    expect(await lines(`${keyword}\na : 2024-01-01, 1d\nb : 2024-01-01, 1d`), keyword).toHaveLength(1);
  }
});

test('a keyword with one space and no value is refused', async () => {
  expect(await lines('section \na : 2024-01-01, 1d')).toMatch("got 'NL'");
  expect(await lines('section  \na : 2024-01-01, 1d')).toHaveLength(1);
});

test('% as the second character of a line makes it a comment', async () => {
  expect(await lines('a : 2024-01-01, 1d\n5% rollout : 1d\nA 50% done : 1d', 'name')).toEqual([
    'a',
    'A 50% done',
  ]);
});

test('%% behind data belongs to the last field', async () => {
  expect(await lines('a : 2024-01-01, 3d %% note')).toEqual(['task1 2024-01-01 2024-01-01']);
  expect(await lines('dateFormat DD.MM.YYYY %% note\na : 05.02.2024, 1d')).toEqual([
    'task1 2024-05-02 2024-05-03',
  ]);
});

test('accTitle and accDescr take a line or a block', async () => {
  expect(await lines('accTitle: T\naccDescr: D\naccDescr {\na : 1d\n}\nb : 2024-01-01, 1d')).toHaveLength(1);
  expect(await lines('accTitle:\na : 2024-01-01, 1d\nb : 2024-01-01, 1d')).toHaveLength(1);
  expect(await lines('accDescr {}\na : 2024-01-01, 1d')).toHaveLength(1);
  expect(await lines('accDescr {\na : 2024-01-01, 1d')).toMatch('Parse error');
});

test('tags come first, in any order, in lower case', async () => {
  expect(await lines('a : crit, active, crit, done, id, 2024-01-01, 1d', 'tags')).toEqual([
    'active done crit',
  ]);
  expect(await lines('a : id, crit, 2024-01-01, 1d')).toMatch("reading 'type'");
  expect(await lines('a : Done, id, 2024-01-01, 1d')).toMatch("reading 'type'");
});

test('a task has one field to three', async () => {
  expect(await lines('a : x, 2024-01-01, 1d\nb : 2024-01-01, 1d\nc : 1d')).toEqual([
    'x 2024-01-01 2024-01-02',
    'task1 2024-01-01 2024-01-02',
    'task2 2024-01-02 2024-01-03',
  ]);
  expect(await lines('a : x, y, 2024-01-01, 1d')).toMatch("reading 'type'");
  expect(await lines('a : x, 2024-01-01, 1d,')).toMatch("reading 'type'");
});

test('a task of tags alone reads beyond its fields and is refused', async () => {
  expect(await lines('a : crit')).toMatch("reading 'match'");
});

test('a task without data is refused', async () => {
  expect(await lines('a :')).toMatch('Parse error');
  expect(await lines('a : ')).toMatch("reading 'endTime'");
  expect(await lines('a : 2024-01-01, 1d\nb : ')).toEqual([
    'task1 2024-01-01 2024-01-02',
    'task2 2024-01-02 2024-01-02',
  ]);
});

test('tasks without an id are numbered, and collide with a written task1', async () => {
  expect(await lines('a : 2024-01-01, 1d\nb : task1, 2024-02-01, 1d\nc : after task1, 1d')).toEqual([
    'task1 2024-01-01 2024-01-02',
    'task1 2024-02-01 2024-02-02',
    'task2 2024-02-02 2024-02-03',
  ]);
});

test('of two definitions the last is found, whichever line asks', async () => {
  expect(await lines('a : x, 2024-01-01, 1d\nb : after x, 1d\nc : x, 2024-03-01, 1d')).toEqual([
    'x 2024-01-01 2024-01-02',
    'task1 2024-03-02 2024-03-03',
    'x 2024-03-01 2024-03-02',
  ]);
});

test('an id that every object has a member for is unknown', async () => {
  expect(await lines('a : after constructor, 1d\nb : after toString, 1d\nc : after __proto__, 1d')).toEqual([
    'task1 2026-11-22 2026-11-23',
    'task2 2026-11-22 2026-11-23',
    'task3 2026-11-22 2026-11-23',
  ]);
});

test('a task of the id __proto__ cannot be found', async () => {
  expect(await lines('a : __proto__, 2024-01-01, 1d\nb : after __proto__, 1d')).toEqual([
    '__proto__ 2024-01-01 2024-01-02',
    'task1 2026-11-22 2026-11-23',
  ]);
  expect(await lines('a : __proto__, 2024-01-01, 1d\nb : 1d')).toMatch("reading 'endTime'");
});

test('all digits are milliseconds under dateFormat x and X, for a start', async () => {
  expect(await lines('dateFormat x\na : 1704067200000, 1704153600000')).toEqual([
    'task1 2024-01-01 2024-01-02',
  ]);
  expect(await lines('dateFormat X\na : 1704067200000, 1d')).toEqual(['task1 2024-01-01 2024-01-02']);
  expect(await lines('dateFormat X\na : 1704067200000, 1704153600')).toEqual(['task1 2024-01-01 2024-01-02']);
});

test('after takes the latest end of the ids it knows', async () => {
  const three = 'a : x, 2024-01-01, 1d\nb : y, 2024-01-01, 5d\n';
  expect((await lines(`${three}c : after x y, 1d`))[2]).toBe('task1 2024-01-06 2024-01-07');
  expect((await lines(`${three}c : after x nobody, 1d`))[2]).toBe('task1 2024-01-02 2024-01-03');
  expect((await lines(`${three}c : after   x   , 1d`))[2]).toBe('task1 2024-01-02 2024-01-03');
});

test('after with no id it knows is today, midnight', async () => {
  expect(await lines('a : after nobody, 1d')).toEqual(['task1 2026-11-22 2026-11-23']);
});

test('after is in lower case', async () => {
  expect(await lines('a : x, 2024-01-01, 1d\nb : After x, 1d')).toMatch('Invalid date:After x');
});

test('after reads no further than letters, digits, hyphens and spaces', async () => {
  const named = (id: string) => `a : ${id}, 2024-01-01, 1d\nb : after ${id}, 1d`;
  expect((await lines(named('a.b')))[1]).toBe('task1 2026-11-22 2026-11-23');
  expect((await lines(named('tâche')))[1]).toBe('task1 2026-11-22 2026-11-23');
  expect((await lines(named('a_b-2')))[1]).toBe('task1 2024-01-02 2024-01-03');
  expect((await lines('a : x, 2024-01-01, 1d\nb : after x + 2d, 1d'))[1]).toBe('task1 2024-01-02 2024-01-03');
  expect((await lines('a : x, 2024-01-01, 1d\nb : after\tx\ty, 1d'))[1]).toBe('task1 2024-01-02 2024-01-03');
  expect(await lines('a : after ü, 1d')).toMatch('Invalid date:after ü');
});

test('a start not in dateFormat is left to JavaScript', async () => {
  expect(await lines('a : 2024-02-30, 1d')).toEqual(['task1 2024-03-01 2024-03-02']);
  expect(await lines('a : sprint 3, 1d')).toEqual(['task1 2001-03-01 2001-03-02']);
  expect(await lines('a : 01/02/2024, 1d')).toEqual(['task1 2024-01-02 2024-01-03']);
  expect(await lines('a : TBD, 1d')).toBe('Invalid date:TBD');
});

test('a year beyond 10,000 is an invalid date, unless dateFormat can read it', async () => {
  expect(await lines('a : Jan 1 10001, 1d')).toBe('Invalid date:Jan 1 10001');
  expect(await lines('a : Jan 1 10000, 1d')).toHaveLength(1);
});

test('a task without a start begins at the end of the one above, found by its id', async () => {
  expect(await lines('a : x, 2024-01-01, 1d\nb : 1d\nc : x, 2024-03-01, 1d')).toEqual([
    'x 2024-01-01 2024-01-02',
    'task1 2024-03-02 2024-03-03',
    'x 2024-03-01 2024-03-02',
  ]);
});

test('a first task without a start is refused', async () => {
  expect(await lines('a : 1d')).toMatch("reading 'endTime'");
});

test('until is the earliest start of the ids it knows, else today', async () => {
  const two = 'a : x, 2024-02-01, 1d\nb : y, 2024-03-01, 1d\n';
  expect((await lines(`${two}c : 2024-01-01, until y x`))[2]).toBe('task1 2024-01-01 2024-02-01');
  expect((await lines(`${two}c : 2024-01-01, until nobody`))[2]).toBe('task1 2024-01-01 2026-11-22');
});

test('an end may be a date, a day later with inclusiveEndDates', async () => {
  expect(await lines('a : 2024-01-01, 2024-01-03')).toEqual(['task1 2024-01-01 2024-01-03']);
  expect(await lines('inclusiveEndDates\na : 2024-01-01, 2024-01-03')).toEqual([
    'task1 2024-01-01 2024-01-04',
  ]);
});

test('durations of each unit', async () => {
  const ends = async (...durations: string[]) =>
    (await lines(durations.map((duration) => `a : 2024-01-31, ${duration}`).join('\n'), 'end')) as string[];
  expect(await ends('1d', '1w', '1M', '1y', '24h', '1440m', '86400s', '86400000ms')).toEqual([
    '2024-02-01',
    '2024-02-07',
    '2024-02-29',
    '2025-01-31',
    '2024-02-01',
    '2024-02-01',
    '2024-02-01',
    '2024-02-01',
  ]);
});

test('decimal durations are whole days, months and years', async () => {
  const days = async (duration: string) =>
    ((await lines(`a : 2024-01-01, ${duration}`, 'end')) as string[])[0];
  expect(await days('0.4d')).toBe('2024-01-01');
  expect(await days('0.5d')).toBe('2024-01-02');
  expect(await days('1.4d')).toBe('2024-01-02');
  expect(await days('1.5d')).toBe('2024-01-03');
  expect(await days('0.5w')).toBe('2024-01-05');
  expect(await days('1.5M')).toBe('2024-02-01');
  expect(await days('0.5M')).toBe('2024-01-01');
  expect(await days('0.5y')).toBe('2024-01-01');
  expect(await days('0.5h')).toBe('2024-01-01 00:30');
});

test('an end that is nothing Mermaid knows is no length at all', async () => {
  for (const end of ['5 d', '2 weeks', '3days', '3D', '2024-02-31', 'TBD', '0', '1.d', '.5d', '-1d', '']) {
    expect(await lines(`a : 2024-01-01, ${end}`, 'end'), end).toEqual(['2024-01-01']);
  }
});

test('without a dateFormat, or with yyyy-mm-dd, an end date is no length at all', async () => {
  expect(await drawn('gantt\na : 2024-01-01, 2024-01-05')).toEqual(['task1 2024-01-01 2024-01-01']);
  expect(await lines('dateFormat yyyy-mm-dd\na : 2024-01-01, 2024-01-05')).toEqual([
    'task1 2024-01-01 2024-01-01',
  ]);
});

test('tasks are dated in file order, and again only while one has no date', async () => {
  expect(await lines('a : x, 2024-01-01, 1d\nb : after x y, 1d\nc : y, 2024-06-01, 1d')).toEqual([
    'x 2024-01-01 2024-01-02',
    'task1 2024-01-02 2024-01-03',
    'y 2024-06-01 2024-06-02',
  ]);
  expect((await lines('b : z, after y, 1d\nc : y, 2024-06-01, 1d'))[0]).toBe('z 2024-06-02 2024-06-03');
});

test('a chain of ten forward references is dated; of eleven, its first task stays without dates', async () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, i) => `t${i} : t${i}, after t${i + 1}, 1d`)
      .concat(`t${length} : t${length}, 2024-01-01, 1d`)
      .join('\n');
  expect((await lines(chain(10)))[0]).toBe('t0 2024-01-11 2024-01-12');
  expect((await lines(chain(11)))[0]).toBe('t0 none none');
});

test('a cycle and a self reference stay without dates', async () => {
  expect(await lines('a : x, after y, 1d\nb : y, after x, 1d\nc : z, after z, 1d')).toEqual([
    'x none none',
    'y none none',
    'z none none',
  ]);
});

test('excluded days behind the start push the end; the start’s own day does not', async () => {
  // 2024-01-05 is a Friday.
  expect(await lines('excludes weekends\na : 2024-01-05, 2d')).toEqual(['task1 2024-01-05 2024-01-09']);
  expect(await lines('excludes weekends\na : 2024-01-06, 1d')).toEqual(['task1 2024-01-06 2024-01-08']);
  expect(await lines('excludes saturday\na : 2024-01-05, 2d')).toEqual(['task1 2024-01-05 2024-01-08']);
  expect(await lines('excludes 2024-01-06 2024-01-07\na : 2024-01-05, 2d')).toEqual([
    'task1 2024-01-05 2024-01-09',
  ]);
  expect(await lines('excludes weekends\nincludes 2024-01-06\na : 2024-01-05, 2d')).toEqual([
    'task1 2024-01-05 2024-01-08',
  ]);
  expect(await lines('excludes weekends\nweekend friday\na : 2024-01-04, 2d')).toEqual([
    'task1 2024-01-04 2024-01-08',
  ]);
});

test('several excludes lines add up', async () => {
  expect(await lines('excludes saturday\nexcludes sunday\na : 2024-01-05, 2d')).toEqual([
    'task1 2024-01-05 2024-01-09',
  ]);
});

test('an end written YYYY-MM-DD is not pushed; in any other format, or by until, it is', async () => {
  expect(await lines('excludes weekends\na : 2024-01-05, 2024-01-07')).toEqual([
    'task1 2024-01-05 2024-01-07',
  ]);
  expect(await lines('excludes weekends\ndateFormat DD.MM.YYYY\na : 05.01.2024, 07.01.2024')).toEqual([
    'task1 2024-01-05 2024-01-09',
  ]);
  expect((await lines('excludes weekends\na : x, 2024-01-07, 1d\nb : 2024-01-05, until x'))[1]).toBe(
    'task1 2024-01-05 2024-01-09',
  );
});

test('a chart that excludes every day is refused', async () => {
  const days = 'monday tuesday wednesday thursday friday saturday sunday';
  expect(await lines(`excludes ${days}\na : 2024-01-05, 1d`)).toMatch('Failed to find a valid date');
  expect(await lines(`excludes ${days}\na : 2024-01-05, 0d`)).toHaveLength(1);
});

test('weekend, mon and weekdays exclude nothing', async () => {
  expect(await lines('excludes weekend mon weekdays\na : 2024-01-05, 7d')).toEqual([
    'task1 2024-01-05 2024-01-12',
  ]);
});

test('a bad tickInterval is ignored', async () => {
  expect(await lines('tickInterval soon\na : 2024-01-05, 1d')).toHaveLength(1);
});

test('the last dateFormat wins for the whole chart', async () => {
  expect(await lines('a : 05.02.2024, 1d\ndateFormat DD.MM.YYYY')).toEqual(['task1 2024-02-05 2024-02-06']);
});

test('click on an unknown id is ignored; an odd click is refused', async () => {
  expect(await lines('a : x, 2024-01-05, 1d\nclick nobody href "https://example.org"')).toHaveLength(1);
  expect(await lines('a : x, 2024-01-05, 1d\nclick x call f(1, 2)')).toHaveLength(1);
  expect(await lines('a : x, 2024-01-05, 1d\nclick x')).toMatch('Parse error');
});

test('days are days across a clock change, hours are hours', async () => {
  expect(
    await lines(
      'dateFormat YYYY-MM-DD HH:mm\na : 2024-03-30 12:00, 2d\nb : 2024-03-30 12:00, 48h',
      'row',
      'Europe/London',
    ),
  ).toEqual(['task1 2024-03-30 12:00 2024-04-01 12:00', 'task2 2024-03-30 12:00 2024-04-01 13:00']);
});
