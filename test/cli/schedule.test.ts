import { expect, test } from 'vitest';
import { chart, cli, markdown } from './support';

const DAY = 86_400_000;
const PLAN = chart(
  'title Plan, v1',
  'section Böhm',
  'Design :a, 2026-01-05, 5d',
  'Build the 設計 :crit, b, after a, 2w',
  'Ship :milestone, after b, 0d',
  'section Later',
  'Learn :l, after bb, 3d',
  'Teach :after a bb, 3d',
);

async function scheduled(text: string, format: string, ...options: readonly string[]) {
  return cli(['schedule', '-', '--format', format, ...options], { stdin: text });
}

test('the table is aligned by what a terminal shows', async () => {
  const { out, code } = await scheduled(markdown(PLAN), 'table');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'stdin.md:4 Plan, v1: 5 tasks · last date Sat 24 Jan 2026 · Mermaid draws up to Wed 25 Nov 2026 · 1 provisional · 1 unscheduled',
    '',
    'id  name            section  start       end         days  waits for  marks',
    'a   Design          Böhm     2026-01-05  2026-01-10     5             critical-path',
    'b   Build the 設計  Böhm     2026-01-10  2026-01-24    14  a          crit, critical-path',
    '    Ship            Böhm     2026-01-24  2026-01-24     0  b          milestone, critical-path',
    'l   Learn           Later                                  bb?        unscheduled, drawn 2026-11-22',
    '    Teach           Later    2026-01-10  2026-01-13     3  a, bb?     provisional',
    '',
  ]);
});

test('the table is cut to the width of the terminal', async () => {
  const name = 'A task whose name is much too long for a terminal of eighty columns';
  const args = ['schedule', '-'];
  const { out } = await cli(args, { stdin: markdown(chart(`${name} :a, 2026-01-05, 5d`)), columns: 89 });
  const [head = '', row = ''] = out.split('\n').slice(2);
  expect(row).toMatch(/^a {3}A task whose name i… {11}2026-01-05 {2}2026-01-10 {5}5 {13}critical-path$/);
  expect(Math.max(head.length, row.length)).toBeLessThanOrEqual(89);
});

test('times of day are shown where there are any', async () => {
  const text = 'gantt\ndateFormat YYYY-MM-DD HH:mm\nTalk :a, 2026-01-05 09:30, 90m\nBreak :12h\n';
  const { out } = await scheduled(text, 'csv', '--stdin-filename', 'a.mmd');
  const fields = out.split('\r\n').map((line) => line.split(',').slice(6, 9).join(' '));
  expect(fields.slice(1, 3)).toEqual([
    '2026-01-05T09:30 2026-01-05T11:00 0.06',
    '2026-01-05T11:00 2026-01-05T23:00 0.5',
  ]);
});

test('inclusive end dates are written as their author wrote them', async () => {
  const text = markdown(chart('inclusiveEndDates', 'A :a, 2026-01-05, 2026-01-09', 'B :after a, 2d'));
  const { out } = await scheduled(text, 'csv');
  const fields = out.split('\r\n').map((line) => line.split(',').slice(6, 9).join(' '));
  expect(fields.slice(1, 3)).toEqual(['2026-01-05 2026-01-09 5', '2026-01-10 2026-01-11 2']);
});

test('json is the schedule of the language server', async () => {
  const { out } = await scheduled(markdown(PLAN), 'json');
  const [plan, ...others] = JSON.parse(out);
  expect(others).toEqual([]);
  const { tasks, ...rest } = plan;
  expect(rest).toEqual({
    version: 0,
    range: { start: { line: 3, character: 0 }, end: { line: 13, character: 0 } },
    rejected: false,
  });
  expect(tasks[1]).toEqual({
    id: 'b',
    name: 'Build the 設計',
    section: 'Böhm',
    tags: ['crit'],
    range: { start: { line: 8, character: 0 }, end: { line: 8, character: 34 } },
    nameRange: { start: { line: 8, character: 0 }, end: { line: 8, character: 12 } },
    idRange: { start: { line: 8, character: 20 }, end: { line: 8, character: 21 } },
    start: Date.UTC(2026, 0, 10),
    end: Date.UTC(2026, 0, 24),
    provisional: false,
    drawnStart: Date.UTC(2026, 0, 10),
    drawnEnd: Date.UTC(2026, 0, 24),
    predecessors: [0],
    successors: [2],
    critical: true,
    slack: 0,
  });
  expect(tasks[3]).toMatchObject({
    start: null,
    end: null,
    slack: null,
    idRange: expect.anything(),
    predecessors: [],
  });
  expect(tasks[4]).toMatchObject({ id: null, idRange: null, provisional: true, slack: 11 * DAY });
});

test('csv follows RFC 4180', async () => {
  const { out } = await scheduled(
    markdown(chart('title T', 'A "b", c :a, 2026-01-05, 5d', 'B, C :after a, 1d')),
    'csv',
  );
  const lines = out.split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe(
    'chart,line,section,id,name,tags,start,end,days,waits for,provisional,critical,slack days,drawn start,drawn end,note',
  );
  expect(lines[1]).toBe('1,7,,a,"A ""b"", c",,2026-01-05,2026-01-10,5,,no,yes,0,2026-01-05,2026-01-10,');
  expect(lines[2]).toBe('1,8,,,"B, C",,2026-01-10,2026-01-11,1,a,no,yes,0,2026-01-10,2026-01-11,');
  expect(lines[3]).toBe('');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])(
  'csv keeps a spreadsheet from running %s',
  async (name) => {
    const { out } = await scheduled(markdown(chart(`${name} :2026-01-05, 5d`)), 'csv');
    expect(out.split('\r\n')[1]?.split(',')[4]).toBe(`'${name}`);
  },
);

function unfolded(ics: string): string[] {
  return ics.replace(/\r\n /g, '').split('\r\n');
}

test('ics holds the milestones as whole days', async () => {
  const { out } = await scheduled(markdown(PLAN), 'ics');
  const lines = unfolded(out);
  expect(lines.slice(0, 5)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Roadmap Gantt//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Plan\\, v1',
  ]);
  expect(lines.slice(5)).toEqual([
    'BEGIN:VEVENT',
    expect.stringMatching(/^UID:[0-9a-f]{32}@roadmap-gantt$/),
    'DTSTAMP:20261122T120000Z',
    'DTSTART;VALUE=DATE:20260124',
    'DTEND;VALUE=DATE:20260125',
    'SUMMARY:Ship',
    'DESCRIPTION:Chart: Plan\\, v1\\nSection: Böhm\\nWaits for: b',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('ics with --all holds every task that has dates, the provisional ones as tentative', async () => {
  const { out } = await scheduled(markdown(PLAN), 'ics', '--all');
  const lines = unfolded(out);
  expect(lines.filter((line) => line.startsWith('SUMMARY'))).toHaveLength(4);
  const days = lines.filter((line) => /^DT(?:START|END)/.test(line)).map((line) => line.replace(/^.*:/, ''));
  expect(days.slice(0, 4)).toEqual(['20260105', '20260110', '20260110', '20260124']);
  expect(lines.filter((line) => line === 'STATUS:TENTATIVE')).toHaveLength(1);
  expect(new Set(lines.filter((line) => line.startsWith('UID'))).size).toBe(4);
});

test('ics gives hours in UTC', async () => {
  const text =
    'gantt\ndateFormat YYYY-MM-DD HH:mm\nTalk :a, 2026-07-05 09:30, 90m\nDoors :milestone, 2026-07-05 23:30, 0m\n';
  const options = ['--all', '--time-zone', 'America/New_York', '--stdin-filename', 'a.mmd'];
  const { out } = await scheduled(text, 'ics', ...options);
  const times = unfolded(out).filter((line) => /^DT(?:START|END)/.test(line));
  expect(times).toEqual([
    'DTSTART:20260705T133000Z',
    'DTEND:20260705T150000Z',
    'DTSTART;VALUE=DATE:20260705',
    'DTEND;VALUE=DATE:20260706',
  ]);
});

test('ics lines are at most 75 octets and fold between characters', async () => {
  const name = `${'設計'.repeat(30)}🚀${'é'.repeat(50)}; a\\b`;
  const { out } = await scheduled(
    markdown(chart(`A ${name.replace(';', '#59;')} :milestone, 2026-01-05, 0d`)),
    'ics',
  );
  const sizes = out.split('\r\n').map((line) => Buffer.byteLength(line));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
  expect(out).not.toContain('\ufffd');
  expect(unfolded(out).find((line) => line.startsWith('SUMMARY'))).toMatch(
    /^SUMMARY:A (?:設計){30}🚀é{50}#59\\; a\\\\b$/,
  );
});

test('mermaid is the chart at its true dates, what has none as comments with the reason', async () => {
  const { out } = await scheduled(markdown(PLAN), 'mermaid');
  expect(out.split('\n')).toEqual([
    'gantt',
    '    dateFormat YYYY-MM-DD',
    '    title Plan, v1',
    '    section Böhm',
    '        Design: a, 2026-01-05, 2026-01-10',
    '        Build the 設計: crit, b, 2026-01-10, 2026-01-24',
    '        Ship: milestone, 2026-01-24, 2026-01-24',
    '    section Later',
    '        %% Learn: l, after bb, 3d (no date: no task has the id “bb”)',
    '        Teach: 2026-01-10, 2026-01-13',
    '',
  ]);
});

test('--chart takes one of several; mermaid asks for it', async () => {
  const both = markdown(chart('A :2026-01-05, 1d'), chart('B :2026-01-06, 1d'));
  expect(JSON.parse((await scheduled(both, 'json')).out)).toHaveLength(2);
  expect((await scheduled(both, 'mermaid', '--chart', '2')).out).toContain('B: 2026-01-06, 2026-01-07');
  const { code, err } = await scheduled(both, 'mermaid');
  expect({ code, err: err.split('\n')[0] }).toEqual({
    code: 2,
    err: 'roadmap-gantt: the file has 2 gantt charts; choose one with --chart',
  });
  expect((await scheduled(both, 'json', '--chart', '3')).err).toContain(
    'there is no chart “3”; the file has 2',
  );
});

test('a file without a chart gives nothing, and says so', async () => {
  const { code, out, err } = await scheduled('# Nothing\n', 'json');
  expect({ code, out, err }).toEqual({
    code: 0,
    out: '[]\n',
    err: 'roadmap-gantt: no gantt chart in stdin.md\n',
  });
});

test.each([[[]], [['a.md', 'b.md']]])('files %j: one is wanted', async (files) => {
  const { code, err } = await cli(['schedule', ...files]);
  expect({ code, err: err.split('\n')[0] }).toEqual({ code: 2, err: 'roadmap-gantt: name one file' });
});

test('a file that cannot be read exits with 2', async () => {
  const { code, err } = await cli(['schedule', 'none.md']);
  expect({ code, err }).toEqual({ code: 2, err: 'roadmap-gantt: none.md: no such file or folder\n' });
});
