import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../server/gantt/problems/codes';
import { chart, cli, folderWith, markdown } from './support';

const TEXT = markdown(
  chart('title Plan', 'Design :a, 2026-01-05, 5d', 'Design :a, 2026-01-05, 5d', 'Build :b, after aa, 10d'),
);

const isUnknownTask = ({ code }: { code: string }) => code === 'unknown-task';

async function report(format: string, files: Readonly<Record<string, string>>, ...paths: readonly string[]) {
  return cli(['check', '--format', format, ...paths], { cwd: folderWith(files) });
}

test('json holds every finding with one-based places and offsets', async () => {
  const { out, code } = await report('json', { 'plan.md': TEXT });
  const { version, files, failures, totals } = JSON.parse(out);
  expect({ code, version, failures }).toEqual({ code: 1, version: 1, failures: [] });
  expect(totals).toMatchObject({ files: 1, charts: 1, error: 1, warning: 2, information: 0 });
  const finding = files[0].findings.find(isUnknownTask);
  const offset = TEXT.indexOf('aa');
  expect(finding).toMatchObject({
    code: 'unknown-task',
    severity: 'error',
    range: { start: { line: 9, column: 17, offset }, end: { line: 9, column: 19, offset: offset + 2 } },
  });
  expect(finding.fixes[0]).toEqual({
    title: 'Change to `a`',
    preferred: expect.any(Boolean),
    snippet: false,
    edits: [{ range: finding.range, text: 'a' }],
  });
});

test('json sums up every chart', async () => {
  const { out } = await report('json', { 'plan.md': TEXT });
  expect(JSON.parse(out).files[0].charts).toEqual([
    {
      title: 'Plan',
      range: expect.objectContaining({ start: { line: 4, column: 1, offset: 19 } }),
      tasks: 3,
      lastEnd: Date.UTC(2026, 0, 10),
      lastDrawnEnd: Date.UTC(2026, 11, 2),
      provisional: 0,
      unscheduled: 1,
      rejected: false,
    },
  ]);
});

test('json columns count UTF-16 units', async () => {
  const { out } = await report('json', { 'plan.md': markdown(chart('🚀 Start :b, after aa, 1d')) });
  expect(JSON.parse(out).files[0].findings.find(isUnknownTask).range.start).toMatchObject({
    line: 6,
    column: 20,
  });
});

test('json names what could not be read', async () => {
  const { out, code } = await report('json', { 'plan.md': TEXT }, 'plan.md', 'gone.md');
  expect(code).toBe(2);
  expect(JSON.parse(out).failures).toEqual(['gone.md: no such file or folder']);
});

test('github gives one command a finding, its values escaped', async () => {
  const { out } = await report('github', { 'a, b: 100%.md': markdown(chart('Build :b, after aa, 10d')) });
  const [command = '', sums] = out.split('\n');
  expect(command).toMatch(
    /^::error file=a%2C b%3A 100%25\.md,line=6,endLine=6,title=unknown-task,col=17,endColumn=19::No task has the id `aa`/,
  );
  expect(sums).toBe('1 error in 1 file.');
});

test('sarif is a 2.1.0 log with rules, places and fixes', async () => {
  const { out } = await report('sarif', { 'docs/ein Plan.md': TEXT });
  const log = JSON.parse(out);
  checkSarif(log);
  const [run] = log.runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(PROBLEM_CODES));
  const result = run.results.at(-1);
  expect(result).toMatchObject({ ruleId: 'unknown-task', level: 'error' });
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'docs/ein%20Plan.md', uriBaseId: '%SRCROOT%' },
    region: {
      startLine: 9,
      startColumn: 17,
      endLine: 9,
      endColumn: 19,
      charOffset: TEXT.indexOf('aa'),
      charLength: 2,
    },
  });
  expect(run.results[0].relatedLocations[0].physicalLocation.region.startLine).toBe(8);
  const [replacement] = result.fixes[0].artifactChanges[0].replacements;
  expect(replacement).toMatchObject({ insertedContent: { text: 'a' }, deletedRegion: { startColumn: 17 } });
});

test('sarif tells what could not be read', async () => {
  const { out } = await report('sarif', { 'plan.md': TEXT }, 'gone.md');
  const log = JSON.parse(out);
  checkSarif(log);
  expect(log.runs[0].invocations[0]).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: 'gone.md: no such file or folder' } }],
  });
});

interface SarifLog {
  version: string;
  $schema: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string; defaultConfiguration: { level: string } }[] } };
    columnKind: string;
    results: SarifResult[];
  }[];
}

interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: SarifLocation[];
  relatedLocations: SarifLocation[];
}

interface SarifLocation {
  physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
}

/** What the SARIF 2.1.0 schema and its text demand of the parts that a report has. */
function checkSarif(log: SarifLog): void {
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif.*2\.1\.0.*\.json$/);
  const levels = ['none', 'note', 'warning', 'error'];
  for (const { tool, columnKind, results } of log.runs) {
    const { name, rules } = tool.driver;
    expect(name).not.toBe('');
    expect(['utf16CodeUnits', 'unicodeCodePoints']).toContain(columnKind);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) expect(levels).toContain(rule.defaultConfiguration.level);
    for (const { ruleId, ruleIndex, level, message, locations, relatedLocations } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(levels).toContain(level);
      expect(message.text).not.toBe('');
      expect(locations).toHaveLength(1);
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.~!$&'()*+,;=@%/:-]+$/);
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation.region;
        expect(Math.min(startLine, startColumn, endLine, endColumn)).toBeGreaterThan(0);
        expect(endLine > startLine || endColumn >= startColumn).toBe(true);
      }
    }
  }
}
