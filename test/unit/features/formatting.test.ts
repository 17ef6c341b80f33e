import { expect, test } from 'vitest';
import { formatting } from '../../../server/features/formatting';
import { applyEdits } from '../../../server/gantt/problems/edits';
import { documentOf } from './analysisOf';

const OPTIONS = { indent: '  ', align: false };

function checkFormat(lines: string[], expected: string[], options = OPTIONS): void {
  const { analysis, text } = documentOf(lines.join('\n'));
  const edits = formatting(analysis, 'markdown', { start: 0, end: text.length }, options);
  const formatted = applyEdits(text, edits!);
  expect(formatted.split('\n')).toEqual(expected);
  const again = documentOf(formatted);
  expect(formatting(again.analysis, 'markdown', { start: 0, end: formatted.length }, options)).toEqual([]);
}

test('indents sections and tasks, and puts one space behind colons and commas', () => {
  checkFormat(
    [
      '```mermaid',
      'gantt',
      'dateFormat   YYYY-MM-DD',
      'Early:2024-01-01,1d',
      '      %% about Team',
      ' section    Team',
      '   First  :crit,a ,2024-01-01,  3d  ',
      '%% about Second',
      'Second: b,after   a  x ,2d',
      '',
      'click a href "https://e.org"',
      '```',
    ],
    [
      '```mermaid',
      'gantt',
      '  dateFormat YYYY-MM-DD',
      '  Early: 2024-01-01, 1d',
      '  %% about Team',
      '  section Team',
      '    First: crit, a, 2024-01-01, 3d',
      '    %% about Second',
      '    Second: b, after a x, 2d',
      '',
      '  click a href "https://e.org"',
      '```',
    ],
  );
});

test('aligns the colons of a section', () => {
  checkFormat(
    ['```mermaid', 'gantt', 'section A', 'One: 1d', 'Twelve : 2d', 'section B', 'Three: 3d', '```'],
    [
      '```mermaid',
      'gantt',
      '  section A',
      '    One   : 1d',
      '    Twelve: 2d',
      '  section B',
      '    Three: 3d',
      '```',
    ],
    { indent: '  ', align: true },
  );
});

test('keeps quote marks and the indentation of lists', () => {
  checkFormat(
    ['> - x', '>   ```mermaid', '>   gantt', '>   section A', '>    One:1d', '>   ```'],
    ['> - x', '>   ```mermaid', '>   gantt', '>     section A', '>       One: 1d', '>   ```'],
  );
});

test('leaves statements of several lines, broken lines and shared lines alone', () => {
  const lines = ['```mermaid', 'gantt', '  accDescr {', ' x', '}', '  accTitle:   x', '  A:1d; B:2d', '```'];
  checkFormat(lines, lines);
});

test('formats the lines of a range only', () => {
  const { analysis, text } = documentOf('```mermaid\ngantt\nsection  A\nOne:1d\nTwo:2d\n```');
  const start = text.indexOf('One');
  expect(formatting(analysis, 'markdown', { start, end: start + 2 }, OPTIONS)).toHaveLength(1);
});

test('touches nothing outside charts', () => {
  const { analysis, text } = documentOf('  text :  a,b\n\n```js\n a:b,c\n```\n');
  expect(formatting(analysis, 'markdown', { start: 0, end: text.length }, OPTIONS)).toEqual([]);
});
