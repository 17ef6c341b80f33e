import type { Piece, Span } from '../span';
import type { CommentStatement, SectionStatement, SettingStatement, TaskStatement } from '../syntax';
import type { Draft } from './draft';
import { beginsLine, insert, lineAbove, lineAt, lineEnding, remove, removeLine } from './edits';
import { hasNote } from './ends';
import { choice, type Fix, type Problem, preferred, problem, snippet } from './problem';
import { readsAsTask } from './readsAsTask';
import { plainName } from './refusalFixes';
import { quoted } from './wording';

/** Lines that Mermaid draws as something else than they are, or takes into another line. */
export function swallowedProblems(draft: Draft): Problem[] {
  return draft.statements.flatMap((statement): Problem[] => {
    switch (statement.kind) {
      case 'section':
      case 'setting':
        return [
          ...taskAsSetting(draft, statement),
          ...nextLine(draft, statement),
          ...noteInValue(draft, statement),
        ];
      case 'comment':
        return statement.lost ? lostLine(draft, statement) : [];
      case 'task':
        return [...noteInData(draft, statement), ...secondTask(draft, statement)];
      default:
        return [];
    }
  });
}

/** Whether Mermaid takes another line for this setting, or for its value. */
export function isSwallowed(draft: Draft, setting: SettingStatement): boolean {
  return taskAsSetting(draft, setting).length > 0 || nextLine(draft, setting).length > 0;
}

/** `Title page: a, 2024-01-01, 5d` is a task to its author, and a title to Mermaid. */
function taskAsSetting(
  draft: Draft,
  { keyword, span, ...rest }: SectionStatement | SettingStatement,
): Problem[] {
  const written = draft.text.slice(span.start, span.end);
  if (rest.kind === 'setting' && /^acc/.test(rest.name)) return [];
  if (/[\r\n]/.test(written) || !readsAsTask(written)) return [];
  const word = draft.text.slice(keyword.start, keyword.end);
  const name = written.slice(0, written.indexOf(':')).trimEnd();
  const what = rest.kind === 'section' ? 'section' : rest.name;
  const message = `Mermaid does not draw this as a task: a line that begins with ${quoted(word)} is read as ${quoted(what)}. Begin the name with something else, such as a quotation mark.`;
  const piece: Piece = { text: name, span: { start: span.start, end: span.start + name.length } };
  return [problem('swallowed-line', keyword, message, { fixes: () => plainName(draft, { name: piece }) })];
}

/** A bare `section`, `title` or setting takes the next line for its value. */
function nextLine(draft: Draft, statement: SectionStatement | SettingStatement): Problem[] {
  const { keyword, span, kind } = statement;
  const { text } = draft;
  const { end, next } = lineAt(text, keyword.end);
  const value = kind === 'section' ? statement.name : statement.value;
  if (span.end <= next || value.span.start < next || text.slice(keyword.end, end).trim() !== '') return [];
  const name = kind === 'section' ? 'section' : statement.name;
  if (/^acc/.test(name) || !isStatement(value.text)) return [];
  const message = `This ${quoted(name)} has no ${kind === 'section' || name === 'title' ? 'name' : 'value'}, so Mermaid takes the next line for it and does not draw that line. Write one, or remove the line.`;
  return [
    problem('swallowed-line', keyword, message, {
      related: [{ span: value.span, message: 'This line is taken' }],
      fixes: () => [
        preferred(`Remove the bare ${quoted(name)}`, [removeLine(text, keyword.start)]),
        snippet('Write what is missing', [insert(keyword.end, ` \${1:${name}}`)]),
      ],
    }),
  ];
}

const KEYWORD =
  /^(?:section|title|dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|inclusiveEndDates|click)\b/i;

function isStatement(text: string): boolean {
  return readsAsTask(text) || KEYWORD.test(text) || /^[^:]+:\s*\S/.test(text);
}

/** `5% rollout: …`: with `%` as its second character a line is a comment. */
function lostLine(draft: Draft, { span }: CommentStatement): Problem[] {
  const written = draft.text.slice(span.start, span.end);
  if (!/^[^\s%#/;:]%[^%]/.test(written) || !/^[^:]+:\s*\S/.test(written)) return [];
  const percent = { start: span.start + 1, end: span.start + 2 };
  const message = `Mermaid takes this line for a comment and does not draw it, because its second character is ${quoted('%')}. Write a blank in front of the ${quoted('%')}.`;
  return [
    problem('swallowed-line', percent, message, {
      fixes: () => [preferred('Write a blank in front of `%`', [insert(percent.start, ' ')])],
    }),
  ];
}

/** A `%%` behind the data of a task belongs to its last field. */
function noteInData(draft: Draft, { endField, fields, span }: TaskStatement): Problem[] {
  const last = fields.at(-1) ?? endField;
  if (!last || !hasNote(last.text)) return [];
  const effect =
    'to the last field of the task, which Mermaid can no longer read: it draws no length, or another one';
  return [trailingNote(draft, last.span, span.start, effect, 'error')];
}

const HARMLESS = new Set([
  'section',
  'title',
  'accTitle',
  'accDescr',
  'axisFormat',
  'todayMarker',
  'excludes',
  'includes',
]);

function noteInValue(draft: Draft, statement: SectionStatement | SettingStatement): Problem[] {
  const name = statement.kind === 'section' ? 'section' : statement.name;
  const { text, span } = statement.kind === 'section' ? statement.name : statement.value;
  if (!hasNote(text) || name.startsWith('acc')) return [];
  const shown = name === 'section' || name === 'title';
  const effect = shown ? `to the ${name}, and is drawn with it` : `to the value of ${quoted(name)}`;
  return [trailingNote(draft, span, statement.span.start, effect, HARMLESS.has(name) ? 'warning' : 'error')];
}

function trailingNote(
  { text }: Draft,
  field: Span,
  statement: number,
  effect: string,
  severity: 'error' | 'warning',
): Problem {
  const written = text.slice(field.start, field.end);
  const [marks, at] = [/\s*%%/.exec(written)!, field.start];
  const from = at + marks.index;
  const { end } = lineAt(text, field.start);
  const span = { start: from + marks[0].length - 2, end: field.end };
  const message = `A ${quoted('%%')} note needs a line of its own: here it belongs ${effect}. Move it above.`;
  return problem('swallowed-line', span, message, {
    severity,
    fixes: () => {
      const note = text.slice(span.start, end).trimEnd();
      const cut = remove(from, end);
      return beginsLine(text, statement)
        ? [preferred('Move the note above', [lineAbove(text, statement, note), cut])]
        : [];
    },
  });
}

/** Text behind `#` or `;` with a `:` in it is one more task to Mermaid, which it draws under that name. */
function secondTask(draft: Draft, { name, span, index }: TaskStatement): Problem[] {
  const { text, tasks } = draft;
  const sign = text[span.start];
  if ((sign !== '#' && sign !== ';') || beginsLine(text, span.start)) return [];
  const { start, end } = lineAt(text, span.start);
  const message =
    sign === '#'
      ? `Mermaid draws a task named ${quoted(name.text)} here: a ${quoted('#')} begins no comment. Move the note to a line of its own, behind ${quoted('%%')}.`
      : `Mermaid draws this as a task named ${quoted(name.text)}, with the semicolon. Write it on a line of its own.`;
  return [
    problem('stray-text', { start: span.start, end: span.start + 1 }, message, {
      fixes: (): Fix[] => {
        const from = start + text.slice(start, span.start).trimEnd().length;
        const behind = span.start + (/^[#;\s]+/.exec(text.slice(span.start, end))?.[0].length ?? 0);
        const ownLine = choice('Write it on a line of its own', [
          { span: { start: from, end: behind }, text: lineEnding(text) + lineAt(text, start).indent },
        ]);
        if (sign === ';') return [{ ...ownLine, preferred: true }];
        const following = tasks[index + 1];
        if (following && following.syntax.span.start < end) return [];
        const note = `%% ${text.slice(behind, end).trimEnd()}`;
        return [preferred('Move the note above', [lineAbove(text, start, note), remove(from, end)])];
      },
    }),
  ];
}
