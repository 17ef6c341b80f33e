import { nearest } from '../editDistance';
import type { Refusal } from '../refusal';
import type { Span } from '../span';
import { belowHeader } from './dateFormats';
import type { Draft } from './draft';
import { commentOut, insert, lineAt, lineEnding, remove, removeLine, replace } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { asComment, noteAbove } from './refusalFixes';
import { NO_CHART, quoted } from './wording';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Settings with a value that Mermaid does not know, and text where none belongs. */
export function invalidSetting(draft: Draft, refusal: Refusal): Problem {
  const { line } = refusal;
  const setting = settingOn(draft, refusal);
  const invalid = (message: string, fixes: () => Fix[]) =>
    problem('invalid-setting', placeOf(refusal), `${NO_CHART}: ${message}`, { fixes });
  if (/^topAxis\b/i.test(line.text)) {
    return invalid(
      `${quoted('topAxis')} is no statement, though the documentation shows it as one. Set it in the front matter.`,
      () => topAxisFixes(draft, refusal),
    );
  }
  // The setting itself was read, and more than it takes follows on the line.
  const isRest = /^week/.test(setting) && !/^week/i.test(line.text);
  if (isRest || (setting === 'inclusiveEndDates' && /^[#;%]/.test(line.text))) {
    return invalid(
      `nothing may follow ${quoted(setting)} and its value. Write notes on a line of their own, behind ${quoted('%%')}.`,
      () => noteAbove(draft, refusal),
    );
  }
  if (setting === 'weekday') {
    return invalid(
      `${quoted('weekday')} takes a day in English, ${quoted('monday')} to ${quoted('sunday')}.`,
      () => valueFixes(draft, refusal, WEEKDAYS),
    );
  }
  if (setting === 'weekend') {
    return invalid(
      `${quoted('weekend')} takes the first day of the weekend, ${quoted('friday')} or ${quoted('saturday')}.`,
      () => weekendFixes(draft, refusal),
    );
  }
  if (setting === 'inclusiveEndDates') {
    return invalid(
      `${quoted('inclusiveEndDates')} takes no value. Without the line, end dates do not count.`,
      () => inclusiveFixes(draft, refusal),
    );
  }
  if (setting === 'gantt') {
    return invalid(`nothing may follow ${quoted('gantt')} on its line. A title has a line of its own.`, () =>
      titleFixes(draft, refusal),
    );
  }
  const value = /^(?:section|title)\b/i.test(line.text) ? 'name' : 'value';
  return invalid(`this ${quoted(line.text)} has no ${value}. Write one, or remove the line.`, () =>
    asComment(draft, refusal),
  );
}

/** The value, where a keyword stands in front of it. */
function placeOf({ line, span }: Refusal): Span {
  const keyword = /^(?:weekday|weekend)\s+(?=\S)/i.exec(line.text)?.[0];
  return keyword ? { start: line.span.start + keyword.length, end: line.span.end } : span;
}

/** The keyword that the refused text belongs to: at its own beginning, or read just before it on the line. */
function settingOn({ text }: Draft, { line }: Refusal): string {
  const { start, indent } = lineAt(text, line.span.start);
  const whole = text.slice(start + indent.length, line.span.end);
  const word = /^\w+/.exec(whole)?.[0].toLowerCase() ?? '';
  return (
    ['weekday', 'weekend', 'inclusiveEndDates', 'gantt'].find((name) => name.toLowerCase() === word) ?? ''
  );
}

function valueFixes(draft: Draft, refusal: Refusal, values: readonly string[]): Fix[] {
  const { line } = refusal;
  const match = /^(\w+\s+)(\S+)(.*)$/.exec(line.text);
  const aside = asComment(draft, refusal);
  if (!match) return aside;
  const word = match[2]!.toLowerCase();
  const value = values.find((known) => word.length > 1 && known.startsWith(word)) ?? nearest(word, values);
  if (value === null) return aside;
  const place = { start: line.span.start + match[1]!.length, end: line.span.end };
  return [preferred(`Change to ${quoted(value)}`, [replace(place, value)])];
}

/** `weekend sunday` means the weekend that most people have, which needs no setting. */
function weekendFixes(draft: Draft, refusal: Refusal): Fix[] {
  const match = /^(\w+\s+)sun\w*$/i.exec(refusal.line.text);
  if (!match) return valueFixes(draft, refusal, ['friday', 'saturday']);
  const place = { start: refusal.line.span.start + match[1]!.length, end: refusal.line.span.end };
  return [preferred('Change to `saturday`', [replace(place, 'saturday')])];
}

function inclusiveFixes({ text }: Draft, { line }: Refusal): Fix[] {
  const { start, end } = lineAt(text, line.span.start);
  const before = text.slice(start, line.span.start).trimEnd();
  const bare = preferred('Remove the value', [remove(start + before.length, end)]);
  if (!/^(?:false|no|off|0)$/i.test(line.text)) return [bare];
  return [preferred('Remove the line', [removeLine(text, start)]), { ...bare, preferred: false }];
}

function titleFixes(draft: Draft, refusal: Refusal): Fix[] {
  const { line } = refusal;
  const { text, statements, settings } = draft;
  const header = statements.find(({ kind }) => kind === 'gantt');
  const { start, end } = lineAt(text, line.span.start);
  // A second `gantt` further down is no header.
  if (!header || header.span.start < start) return asComment(draft, refusal);
  const cut = remove(header.span.end, end);
  const words = line.text.replace(/^[:\-–—\s]+|;+$/g, '');
  if (words === '') return [preferred('Remove it', [cut])];
  const place = settings.title === null ? `title ${words}` : `%% ${words}`;
  const added = { ...belowHeader(draft, header.span, place), span: { start: end, end } };
  const title = settings.title === null ? 'Make it the title' : 'Make it a comment';
  return [preferred(title, [cut, added])];
}

/** The only way to have the axis on top is the front matter, which must be the chart's very beginning. */
function topAxisFixes(draft: Draft, { line }: Refusal): Fix[] {
  const { text, source, span } = draft;
  const statement = commentOut(text, line.span.start)
    ? removeLine(text, line.span.start)
    : remove(line.span.start, line.span.end);
  const without = [statement];
  const remaining = choice('Remove `topAxis`', without);
  const config = ['config:', '  gantt:', '    topAxis: true'];
  const { frontMatter } = source;
  const { indent } = lineAt(text, frontMatter?.span.start ?? firstOffset(draft));
  const eol = lineEnding(text);
  const write = (lines: readonly string[]) => lines.map((written) => `${indent}${written}${eol}`).join('');
  if (frontMatter) {
    if (frontMatter.error || /^\s*config\s*:/m.test(frontMatter.yaml))
      return [{ ...remaining, preferred: true }];
    const closing = lineAt(text, frontMatter.span.end);
    return [
      preferred('Set it in the front matter', [insert(closing.start, write(config)), ...without]),
      remaining,
    ];
  }
  const top = lineAt(text, firstOffset(draft)).start;
  if (top < lineAt(text, span.start).start) return [{ ...remaining, preferred: true }];
  return [
    preferred('Set it in the front matter', [insert(top, write(['---', ...config, '---'])), ...without]),
    remaining,
  ];
}

/** Where the chart's first statement or comment stands. */
function firstOffset({ statements, span }: Draft): number {
  return statements[0]?.span.start ?? span.start;
}
