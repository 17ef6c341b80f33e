import { JSON_SCHEMA, load } from 'js-yaml';
import type { HeaderStatement } from '../syntax';
import type { Draft } from './draft';
import { insert, lineAt, lineEnding, remove, replace } from './edits';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { NO_CHART, quoted } from './wording';

/** Front matter and directives that cannot be read. */
export function brokenHeadProblems(draft: Draft): Problem[] {
  const directives = draft.statements.filter(
    (statement): statement is HeaderStatement => statement.kind === 'directive',
  );
  return [
    ...brokenFrontMatter(draft),
    ...displacedFrontMatter(draft),
    ...refusedConfiguration(draft),
    ...unclosedDirective(draft),
    ...directives.flatMap((directive) => brokenDirective(draft, directive)),
  ];
}

function brokenFrontMatter(draft: Draft): Problem[] {
  const { frontMatter } = draft.source;
  if (!frontMatter?.error) return [];
  const { span, reason } = frontMatter.error;
  const message = frontMatter.closed
    ? `${NO_CHART}: its front matter is not valid YAML (${reason}). Mend this line.`
    : `${NO_CHART}: ${reason}. Write ${'`---`'} on a line of its own below the front matter.`;
  return [
    problem('invalid-front-matter', span, message, {
      fixes: () => (frontMatter.closed ? yamlFixes(draft) : closeFrontMatter(draft)),
    }),
  ];
}

/** Mermaid looks for front matter on the very first line only. */
function displacedFrontMatter({ text, source, span, statements }: Draft): Problem[] {
  const dashes = source.displacedFrontMatter;
  if (!dashes) return [];
  const message = `${NO_CHART}: it reads front matter only where it is the very first line. Move it to the top.`;
  return [
    problem('invalid-front-matter', dashes, message, {
      fixes: () => {
        const { start, end, indent } = lineAt(text, dashes.start);
        const top = lineAt(text, span.start).start;
        const closing = text.slice(end, span.end).search(/^[ \t>]*---[ \t]*$/m);
        if (closing === -1 || indent.length < dashes.start - start) return [];
        const { next } = lineAt(text, end + closing);
        const header = statements.find(({ kind }) => kind === 'gantt');
        if (!header || header.span.start < next) return [];
        if (/^[\s>]*$/.test(text.slice(top, start)))
          return [preferred('Remove the blank lines above', [remove(top, start)])];
        return [
          preferred('Move the front matter to the top', [
            insert(top, text.slice(start, next)),
            remove(start, next),
          ]),
        ];
      },
    }),
  ];
}

function refusedConfiguration({ source }: Draft): Problem[] {
  const { configuration, frontMatter } = source;
  if (!configuration.refusal) return [];
  const { span, reason } = configuration.refusal;
  const code = span === frontMatter?.span ? 'invalid-front-matter' : 'invalid-directive';
  return [problem(code, span, `${NO_CHART}: in its configuration, ${reason}. Mend it, or take it out.`)];
}

/** The first change that makes YAML of it: blanks for tabs, quotes around the value of the line, or without the line. */
function yamlFixes({ text, source }: Draft): Fix[] {
  const { error, span, yaml } = source.frontMatter!;
  const place = error!.span;
  const written = text.slice(place.start, place.end);
  const mends = (change: string) => isYaml(yaml.replace(written, () => change));
  const blanks = written.replaceAll('\t', '  ');
  const value = /^(\s*[\w-]+:\s+)(\S.*?)\s*$/.exec(written);
  const quotes = value && value[1] + JSON.stringify(value[2]);
  const whole = choice('Remove the front matter', [
    remove(lineAt(text, span.start).start, lineAt(text, span.end).next),
  ]);
  if (written.includes('\t') && mends(blanks))
    return [preferred('Indent with blanks', [replace(place, blanks)]), whole];
  if (quotes && mends(quotes))
    return [preferred('Put the value in quotation marks', [replace(place, quotes)]), whole];
  // Where a line is no YAML, the parser often stumbles over the next one.
  const lines = [lineAt(text, place.start)];
  if (lines[0]!.start > lineAt(text, span.start).next) lines.push(lineAt(text, lines[0]!.start - 1));
  const bad = lines.find(({ start, end, indent }) => {
    const line = text.slice(start + indent.length, end);
    return line !== '' && yaml.split(line).length === 2 && isYaml(yaml.replace(line, ''));
  });
  if (!bad) return [whole];
  const title = `Remove ${quoted(text.slice(bad.start, bad.end).trim())}`;
  return [preferred(title, [remove(bad.start, bad.next)]), whole];
}

/** The closing dashes are missing, or indented in another way than the opening ones. */
function closeFrontMatter({ text, source, statements }: Draft): Fix[] {
  const opening = lineAt(text, source.frontMatter!.span.start);
  const header = statements.find(({ kind }) => kind === 'gantt');
  if (!header || header.span.start < opening.next) return [];
  const top = lineAt(text, header.span.start).start;
  const between = text.slice(opening.next, top);
  const isYamlUpTo = (end: number) =>
    isYaml(between.slice(0, end).replace(/^[ \t>]*/gm, (indent) => indent.slice(opening.indent.length)));
  const dashes = /^[ \t>]*---(?=[ \t]*$)/m.exec(between);
  if (dashes && isYamlUpTo(dashes.index)) {
    const start = opening.next + dashes.index;
    const edit = replace({ start, end: start + dashes[0].length }, `${opening.indent}---`);
    return [preferred('Indent both lines of dashes alike', [edit])];
  }
  if (!isYamlUpTo(between.length)) return [];
  return [preferred('Close the front matter', [insert(top, `${opening.indent}---${lineEnding(text)}`)])];
}

function isYaml(text: string): boolean {
  try {
    load(text, { schema: JSON_SCHEMA });
    return true;
  } catch {
    return false;
  }
}

function unclosedDirective({ text, source, rejection }: Draft): Problem[] {
  const { unclosedDirective: span } = source;
  if (!span) return [];
  const message = rejection
    ? `${NO_CHART}: this directive has no end and takes the chart with it. Close it with ${'`}%%`'}.`
    : `This directive has no end, so Mermaid drops everything below it. Close it with ${'`}%%`'}.`;
  return [
    problem('invalid-directive', span, message, {
      fixes: () => {
        const { end } = lineAt(text, span.start);
        const line = text.slice(span.start, end).trimEnd();
        const open = line.split('{').length - line.split('}').length;
        const closing = open === 1 ? '}%%' : open === 0 && line.endsWith('}') ? '%%' : null;
        if (closing === null || !/^%%\{\s*\w+\W/.test(line)) return [];
        return [preferred(`Close it with \`${closing}\``, [insert(span.start + line.length, closing)])];
      },
    }),
  ];
}

/** As Mermaid reads it: `name: { … }`, where single quotes do for double ones. */
const ARGUMENTS = /^\s*(?:init|initialize)\s*:?\s*(\{[\s\S]*\})\s*$/i;

/** A directive that is no JSON is dropped, and with it what it should set; the chart is drawn all the same. */
function brokenDirective({ text }: Draft, { body, span }: HeaderStatement): Problem[] {
  const json = ARGUMENTS.exec(body.text)?.[1];
  if (json === undefined || isJson(json.replaceAll("'", '"'))) return [];
  const message =
    'Mermaid drops this directive, because it is not valid JSON: the chart is drawn as if it were not there. Write names and texts in double quotation marks.';
  return [
    problem('invalid-directive', span, message, {
      severity: 'warning',
      fixes: () => {
        const written = text.slice(span.start, span.end);
        const at = written.indexOf(json);
        const value = asObject(json);
        const mended = value && JSON.stringify(value);
        if (at === -1 || mended === null || !isJson(mended.replaceAll("'", '"'))) return [];
        const place = { start: span.start + at, end: span.start + at + json.length };
        return [preferred('Write it as JSON', [replace(place, mended)])];
      },
    }),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Names without quotes and a comma too many are YAML, if not JSON. */
function asObject(text: string): object | null {
  try {
    const value: unknown = load(text, { schema: JSON_SCHEMA });
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
