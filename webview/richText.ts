import { html } from './element';

/** A piece of a line: plain, strong, or code. */
export interface Run {
  readonly kind: 'text' | 'strong' | 'code';
  readonly text: string;
}

/**
 * The Markdown of hover cards: paragraphs, line breaks, lists, strong and code. Anything else is text, so nothing a
 * document says can become an element, a link or an image.
 */
export function richText(markdown: string): Node[] {
  return markdown.split(/\n{2,}/).map((paragraph) => {
    const element = html('div', { class: 'paragraph' });
    let list: HTMLElement | null = null;
    for (const line of paragraph.split('\n')) {
      const item = /^- (.*)$/.exec(line)?.[1];
      if (item === undefined) {
        list = null;
        element.append(html('div', {}, ...nodes(line.trimEnd())));
        continue;
      }
      list ??= element.appendChild(html('ul'));
      list.append(html('li', {}, ...nodes(item)));
    }
    return element;
  });
}

function nodes(line: string): Node[] {
  return runsOf(line).map(({ kind, text }) => {
    if (kind === 'text') return document.createTextNode(text);
    return html(kind, {}, text);
  });
}

export function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let strong = false;
  const pattern = /\\([!-/:-@[-`{-~])|(`+)(.*?[^`])\2(?!`)|(\*\*)|([^\\`*]+|[\s\S])/g;
  for (const [, escaped, , code, stars, plain] of line.matchAll(pattern)) {
    if (stars !== undefined) strong = !strong;
    else if (code !== undefined) runs.push({ kind: 'code', text: unpadded(code) });
    else append(runs, { kind: strong ? 'strong' : 'text', text: escaped ?? plain ?? '' });
  }
  return runs;
}

/** A code span that begins or ends with a backtick is written with a space around it. */
function unpadded(code: string): string {
  return /^ .*\S.* $/.test(code) ? code.slice(1, -1) : code;
}

function append(runs: Run[], run: Run): void {
  const last = runs[runs.length - 1];
  if (last?.kind === run.kind && last.kind !== 'code')
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}
