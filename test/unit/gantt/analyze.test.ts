import { describe, expect, test } from 'vitest';
import { analyze } from '../../../server/gantt/analyze';
import { CLOCK } from '../../support/charts';

const analyzed = (text: string) => analyze(text, 'markdown', CLOCK);
const fenced = (chart: string) => `\`\`\`mermaid\n${chart}\n\`\`\`\n`;

describe('whatever is in the file, there is an answer', () => {
  test.each([
    ['nothing', ''],
    ['an empty chart', fenced('gantt')],
    ['binary bytes', fenced(`gantt\n${String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i))}`)],
    ['a lone surrogate', fenced('gantt\ndateFormat YYYY-MM-DD\n\uD800: \uDC00, 2024-01-01, \uD800')],
    ['percent signs', fenced('gantt\n%%\n%\n%%{\n%%{x\n}%%')],
    ['brackets that never close', fenced('gantt\naccDescr {\nclick a call f(\nhref "')],
    ['a hostile dateFormat', fenced('gantt\ndateFormat [((((]+*wwzzzgggg\nA: a, (((, (((')],
    ['an endless duration', fenced('gantt\ndateFormat x\nA: a, 99999999999999999999, 99999999y')],
  ])('%s', (_, text) => {
    expect(() => JSON.stringify(analyzed(text))).not.toThrow();
  });

  test('a fence that never closes is a chart all the same', () => {
    const { charts } = analyzed('```mermaid\ngantt\nA: 2024-01-01, 1d');
    expect(charts).toHaveLength(1);
  });

  test('a chart of a megabyte', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) => `A long name for a task: t${i}, after t${i - 1}, 3d`,
    );
    const { charts } = analyzed(
      fenced(`gantt\ndateFormat YYYY-MM-DD\nFirst: t-1, 2024-01-01, 1d\n${lines.join('\n')}`),
    );
    expect(charts[0]!.tasks).toHaveLength(20_001);
    expect(charts[0]!.tasks.at(-1)!.start).not.toBeNull();
  });
});

describe('the charts of a document', () => {
  test('only gantt charts count, in order, and ids do not leak between them', () => {
    const text = `${fenced('gantt\nA: a, 2024-01-01, 1d')}\n${fenced('flowchart LR')}\n> ${fenced('gantt\nB: after a, 1d').replace(/\n(?=.)/g, '\n> ')}`;
    const { charts } = analyzed(text);
    expect(charts.map(({ index, tasks }) => [index, tasks.length])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(charts[1]!.tasks[0]!.start).toBeNull();
  });

  test('places are those of the document, inside quotes and with CRLF', () => {
    const text = '> ```mermaid\r\n> gantt\r\n> Job: j, 2024-01-01, 1d\r\n> ```\r\n';
    const [task] = analyzed(text).charts[0]!.tasks;
    const { id, endField, name } = task!.syntax;
    expect([name, id, endField].map((piece) => text.slice(piece!.span.start, piece!.span.end))).toEqual([
      'Job',
      'j',
      '1d',
    ]);
  });
});
