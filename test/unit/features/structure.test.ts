import { expect, test } from 'vitest';
import { documentLinks } from '../../../server/features/documentLinks';
import { foldingRanges } from '../../../server/features/folding';
import { selectionRanges } from '../../../server/features/selectionRanges';
import { semanticTokens } from '../../../server/features/semanticTokens';
import { type DocumentSymbol, documentSymbols } from '../../../server/features/symbols';
import { chartOf, documentOf } from './analysisOf';

const outline = (symbols: readonly DocumentSymbol[], indent = ''): string =>
  symbols
    .map(({ name, detail, children }) => `${indent}${name} | ${detail}\n${outline(children, `${indent}  `)}`)
    .join('');

test('outlines charts, sections and tasks with their dates', () => {
  const { analysis } = chartOf(
    'title Plan\nEarly: 2024-01-01, 1d\nsection One\nA: a, 2024-01-08, 1d\nB: b, after x, 1d\nsection',
  );
  expect(outline(documentSymbols(analysis))).toBe(
    [
      'Plan | until Tue 9 Jan 2024',
      '  Early | Mon 1 Jan 2024 – Tue 2 Jan 2024',
      '  One | ',
      '    A | Mon 8 Jan 2024 – Tue 9 Jan 2024',
      '    B | no date',
      '',
    ].join('\n'),
  );
});

test('names a chart without a title, and every chart of a document', () => {
  const chart = '```mermaid\ngantt\nA: a, after x, 1d\n```\n';
  const { analysis } = documentOf(chart + chart);
  expect(documentSymbols(analysis).map(({ name, detail }) => name + detail)).toEqual([
    'Gantt chart',
    'Gantt chart',
  ]);
});

test('encloses what it names', () => {
  const { analysis } = chartOf('section One\nA: a, 2024-01-08, 1d\n\nsection Two\nB: b, 2024-01-08, 1d');
  const check = ({ span, nameSpan, children }: DocumentSymbol): void => {
    for (const inner of [nameSpan, ...children.map((child) => child.span)]) {
      expect(span.start <= inner.start && inner.end <= span.end).toBe(true);
    }
    children.forEach(check);
  };
  documentSymbols(analysis).forEach(check);
});

test('folds charts, sections, front matter and comments', () => {
  const { analysis, text } = documentOf(
    [
      '---',
      'title: x',
      '---',
      'gantt',
      '%% one',
      '%% two',
      'section One',
      'A: a, 2024-01-08, 1d',
      '',
      'section Two',
      'B: b, 2024-01-08, 1d',
      'section Empty',
    ].join('\n'),
    'mermaid',
  );
  const line = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  const folds = foldingRanges(analysis).map(
    ({ span, kind }) => `${line(span.start)}–${line(span.end)} ${kind}`,
  );
  expect(folds.toSorted()).toEqual(['0–11 region', '0–2 region', '4–5 comment', '6–7 region', '9–10 region']);
});

test('grows a selection from id to field, line, section and chart', () => {
  const { analysis, offset, text } = chartOf('section One\nA: a, after x y$0y z, 1d\nB: 1d\nsection Two');
  expect(selectionRanges(analysis, offset)?.map(({ start, end }) => text.slice(start, end))).toEqual([
    'yy',
    'after x yy z',
    'a, after x yy z, 1d',
    'A: a, after x yy z, 1d',
    'section One\nA: a, after x yy z, 1d\nB: 1d',
    text,
  ]);
});

test('grows no selection outside charts', () => {
  const { analysis, offset } = documentOf('te$0xt\n\n```mermaid\ngantt\n```\n');
  expect(selectionRanges(analysis, offset)).toBeNull();
});

test('tells ids, references, dead references, dates, tags and milestones apart', () => {
  const { analysis, text } = chartOf(
    'section S\nM: crit, milestone, m, after a gone, 0d\nA: a, 2024-01-01, 1w\nclick a href "x"',
  );
  const tokens = semanticTokens(analysis).map(
    ({ span, type, modifier }) =>
      `${text.slice(span.start, span.end)}:${modifier ? `${modifier} ` : ''}${type}`,
  );
  expect(tokens).toEqual([
    'gantt:keyword',
    'dateFormat:keyword',
    'section:keyword',
    'S:namespace',
    'M:event',
    'crit:decorator',
    'milestone:decorator',
    'm:declaration variable',
    'after:keyword',
    'a:variable',
    'gone:unresolved variable',
    '0d:number',
    'a:declaration variable',
    '2024-01-01:number',
    '1w:number',
    'click:keyword',
    'a:variable',
    'x:string',
  ]);
});

test('keeps tokens on one line and apart', () => {
  const { analysis, text } = chartOf('accDescr {\n two\n lines\n}\nsection\nA: a, , 1d');
  let end = 0;
  for (const { span } of semanticTokens(analysis)) {
    expect(text.slice(span.start, span.end)).toMatch(/^[^\n]+$/);
    expect(span.start).toBeGreaterThanOrEqual(end);
    end = span.end;
  }
});

test('links the address of a click line', () => {
  const { analysis, marks } = chartOf(
    'click a href "https://example.org/a"\n              ^^^^^^^^^^^^^^^^^^^^^\nclick b call f()',
  );
  expect(documentLinks(analysis)).toEqual([{ span: marks[0]?.span, href: 'https://example.org/a' }]);
});
