import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { findFences } from '../../server/gantt/markdown';

/** The charts found, as Mermaid gets them; every character is checked against the document it maps to. */
function contents(document: string): string[] {
  return findFences(document).map(({ content, span }) => {
    for (let offset = 0; offset < content.length; offset++) {
      const found = document[content.toDocument(offset)]!;
      const expected = { '\r': '\n', '\t': content.text[offset], '\0': '\uFFFD' }[found] ?? found;
      expect(content.text[offset]).toBe(expected);
    }
    expect(span).toEqual(content.span(0, content.length));
    return content.text;
  });
}

function check(document: string, ...expected: string[]): void {
  expect(contents(document)).toEqual(expected);
}

test('finds backtick, tilde and colon fences', () => {
  check('```mermaid\na\n```\n\n~~~mermaid\nb\n~~~\n\n:::mermaid\nc\n:::\n', 'a\n', 'b\n', 'c\n');
  check('````mermaid\na\n```\n````\n', 'a\n```\n');
  check('::: mermaid\na\n:::\nb', 'a\n');
});

test('knows mermaid as hosts let it be written, and nothing else', () => {
  for (const info of ['Mermaid', ' mermaid', 'mermaid title="x"', '{mermaid}', '{.mermaid}', 'mermaid{1}']) {
    check(`\`\`\`${info}\na\n\`\`\``, 'a\n');
  }
  for (const info of ['', 'mermaids', 'js mermaid', 'not-mermaid']) check(`\`\`\`${info}\nmermaid\n\`\`\``);
  check(':::note\nmermaid\n:::');
});

test('tells where a chart begins and ends, whether it is closed, and what its info says', () => {
  const [first, second] = findFences('```mermaid x\nab\n```\n> ~~~ Mermaid\n> cd\n');
  expect(first).toMatchObject({ span: { start: 13, end: 16 }, closed: true, info: 'mermaid x' });
  expect(second).toMatchObject({ span: { start: 36, end: 39 }, closed: false, info: 'Mermaid' });
});

test('places an empty chart behind its opening fence', () => {
  expect(findFences('x\n```mermaid\n```').map(({ span }) => span)).toEqual([{ start: 13, end: 13 }]);
  expect(findFences('```mermaid').map(({ span }) => span)).toEqual([{ start: 10, end: 10 }]);
  expect(findFences('> ```mermaid\n> ```').map(({ span }) => span)).toEqual([{ start: 13, end: 13 }]);
});

test('takes away list indentation', () => {
  check('- item\n\n  ```mermaid\n  a\n    b\n  ```\n', 'a\n  b\n');
  check('- ```mermaid\n  a\n  ```\n', 'a\n');
  check('1. one\n   - two\n     ~~~mermaid\n     a\n     ~~~\n', 'a\n');
});

test('takes away quote marks', () => {
  check('> ```mermaid\n> a\n>b\n>   c\n> ```\n', 'a\nb\n  c\n');
  check('> - > ```mermaid\n>   > a\n>   > ```\n', 'a\n');
  check('- > ```mermaid\n  > a\n  > ```\n', 'a\n');
});

test('takes away no more indentation than the opening fence has', () => {
  check('  ```mermaid\na\n   b\n  ```', 'a\n b\n');
});

test('cuts a tab in two where the indentation ends inside it', () => {
  check('- x\n\n  ```mermaid\n\ta\n  ```', '  a\n');
  check('\t- ```mermaid\n\t\ta\n\t  ```', '  a\n');
});

test('finds a fence at any indentation, as the hosts with tabbed notes do', () => {
  check('=== "Tab"\n\n    ```mermaid\n    a\n    ```\n', 'a\n');
  check('!!! note\n    ```mermaid\n    a\n    ```\n', 'a\n');
  check('            ```mermaid\n            a\n            ```\n', 'a\n');
  check('1. x\n\n        ```mermaid\n        a\n\ntext', 'a\n\n');
});

test('ends an open chart with its list item, quote or document', () => {
  check('- ```mermaid\n  a\n\nb', 'a\n\n');
  check('> ```mermaid\n> a\nb', 'a\n');
  check('```mermaid\na\n> b', 'a\n> b');
  check('- ```mermaid\n  a\n- ```mermaid\n  b', 'a\n', 'b');
});

test('closes a fence only with marks of its kind, as many and alone', () => {
  check('```mermaid\n~~~\n``\n``` x\n    ```\n```\nb', '~~~\n``\n``` x\n    ```\n');
  check('::::mermaid\n:::\n::::', ':::\n');
  check('```mermaid\na\n`````  \nb', 'a\n');
});

test('interrupts a paragraph', () => {
  check('text\n```mermaid\na\n```', 'a\n');
  check(':::note\n:::mermaid\na\n:::\n:::', 'a\n');
});

test('does not look into comments, other blocks of HTML, or other fences', () => {
  check('<!--\n```mermaid\na\n```\n-->\n');
  check('<!-- x -->\n```mermaid\na\n```', 'a\n');
  check('<div>\n```mermaid\na\n```\n</div>\n');
  check('<div>\n\n```mermaid\na\n```\n\n</div>\n', 'a\n');
  check('````md\n```mermaid\na\n```\n````\n');
  check('~~~\n```mermaid\na\n```\n~~~\n');
});

test('reads every kind of line end', () => {
  check('x\r\n```mermaid\r\na\r\n\r\nb\r\n```\r\n', 'a\n\nb\n');
  check('x\r```mermaid\ra\rb\r```\r', 'a\nb\n');
  check('> ```mermaid\r\n> a\r\n> ```', 'a\n');
});

test('counts in UTF-16 units and keeps what is not well formed', () => {
  check('🗺\n```mermaid\n🗺 \uD83D\0\n```', '🗺 \uD83D\uFFFD\n');
  check('\uFEFF```mermaid\na\n```', 'a\n');
});

test('maps the end of every line in a quote before the next quote mark', () => {
  const [fence] = findFences('> ```mermaid\r\n> ab\r\n> cd\r\n> ```');
  expect(fence!.content.span(0, 2)).toEqual({ start: 16, end: 18 });
  expect(fence!.content.span(3, 5)).toEqual({ start: 22, end: 24 });
});

test('asks nothing of a document that does not speak of Mermaid', () => {
  expect(findFences('```js\n```\n')).toEqual([]);
});

test('finds the charts behind text that is nested absurdly deep', () => {
  for (const marks of ['> ', '- ', '1. ', '>', '    ']) {
    check(`${marks.repeat(1000)}x\n\n\`\`\`mermaid\na\n\`\`\``, 'a\n');
  }
});

test('reads blocks as a complete Markdown parser does', () => {
  const complete = new MarkdownIt({ html: true });
  const theirs = (document: string) =>
    complete
      .parse(document, {})
      .filter(({ type, info }) => type === 'fence' && info.startsWith('mermaid'))
      .map(({ content }) => content);
  const part = fc.constantFrom(
    ...[
      '```mermaid\n',
      '~~~mermaid\n',
      '```\n',
      '~~~\n',
      '````\n',
      '```js\n',
      '> ',
      '>',
      '- ',
      '* ',
      '1. ',
      '2) ',
    ],
    ...['\n', '\n\n', '\r\n', '\r', ' ', '   ', 'a', 'b c', '|x|', '<!-- ', '-->', '<div>', '# ', '---\n'],
  );
  const document = fc
    .array(part, { maxLength: 16 })
    .map((parts) => parts.join(''))
    // Deeper indentation is where this one finds more.
    .filter((text) => !text.includes('    '));
  fc.assert(
    fc.property(document, (text) => {
      expect(contents(text)).toEqual(theirs(text));
    }),
    { numRuns: 3000 },
  );
});

test('stays quick and calm whatever the text', () => {
  const found = (part: string) =>
    findFences(`${part.repeat(300_000 / part.length)}\n\n\`\`\`mermaid\na\n\`\`\`\n`).length;
  for (const harmless of [
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    ' ',
    '\t',
    '\n',
    '\r',
    '\0',
    '\uD83D',
    '[',
    '|',
    ':',
    'a\n',
  ]) {
    expect([harmless, found(harmless)]).toEqual([harmless, 1]);
  }
  for (const lines of ['- a\n', '> a\n', '> > > > > a\n', '- - - a\n', '```\n```\n', '<a b="\n']) {
    expect([lines, found(lines)]).toEqual([lines, 1]);
  }
  for (const opening of ['`', '~', '<!a\n', '<!-- \n', '<pre>\n']) {
    expect([opening, found(opening)]).toEqual([opening, 0]);
  }
});
