import { describe, expect, test } from 'vitest';
import { analyze } from '../../../server/gantt/analyze';

const clock = { now: 0, timeZone: 'UTC' };

function chart(head: string, section = 'One') {
  const text = `${head}\ngantt\nsection ${section}\na : 2024-01-01, 1d`;
  return analyze(text, 'mermaid', clock).charts[0]!;
}

const frontMatter = (...lines: string[]) => ['---', ...lines, '---'].join('\n');

describe('configuration that Mermaid refuses', () => {
  test.each([
    [frontMatter('config: word', 'displayMode: compact')],
    [frontMatter('config: {gantt: word}', 'displayMode: compact')],
    [frontMatter('config: {fontFamily: 5}')],
    [frontMatter('config: {theme: base, themeVariables: {primaryColor: nonsense}}')],
    ['%%{init: {"theme": "dark", "themeVariables": {"background": ""}}}%%'],
    ["%%{init: {'theme': 'unknown', 'themeVariables': {'git0': '#12'}}}%%"],
  ])('%s', (head) => {
    expect(chart(head).rejection).not.toBeNull();
  });
});

describe('configuration that Mermaid takes', () => {
  test.each([
    [frontMatter('config: word')],
    [frontMatter('# nothing')],
    [frontMatter('config: {theme: base, themeVariables: {primaryColor: "#f80"}}')],
    [frontMatter('config: {themeVariables: {primaryColor: nonsense}}')],
    ['%%{init: {"theme": "base", "themeVariables": {"lineColor": ""}}}%%'],
    ['%%{init: {"theme: "base"}}%%'],
  ])('%s', (head) => {
    expect(chart(head).rejection).toBeNull();
  });
});

describe('compact display', () => {
  test.each([
    [frontMatter('displayMode: compact')],
    [frontMatter('config:', '  gantt:', '    displayMode: compact')],
    ["%%{init: {'gantt': {'displayMode': 'compact'}}}%%"],
    ['%%{init: {"config": {"displayMode": "compact"}}}%%'],
  ])('cannot hold a section named constructor: %s', (head) => {
    expect(chart(head).settings.displayMode).toBe('compact');
    expect(chart(head).rejection).toBeNull();
    expect(chart(head, 'constructor').rejection).not.toBeNull();
  });

  test('what is not compact can', () => {
    expect(chart(frontMatter('displayMode: wide'), 'constructor').rejection).toBeNull();
  });
});

describe('front matter that Mermaid does not see as such', () => {
  test.each([
    ['a blank line before it', '\n---\ntitle: T\n---'],
    ['a comment before it', '%% note\n---\ntitle: T\n---'],
    ['it never closes', '---\ntitle: T'],
    ['it closes too early', '---\ntitle: "a\n---\nb"\n---'],
  ])('%s: the chart is found, and refused with a reason', (_, head) => {
    expect(chart(head).tasks).toHaveLength(1);
    expect(chart(head).rejection).not.toBeNull();
    expect(chart(head).problems.map(({ code }) => code)).toContain('invalid-front-matter');
  });
});
