import { nearest } from '../editDistance';
import { KEYWORDS, type Refusal } from '../refusal';
import type { Draft } from './findProblems';
import { type Problem, problem } from './problem';
import { quoted } from './wording';

/** Lines that Mermaid's grammar refuses. One of them is enough, and the whole chart is not drawn. */
export function refusalProblems({ parsed }: Draft): Problem[] {
  return parsed.refusals.map((refusal) => problem(refusal.code, refusal.span, message(refusal)));
}

function message({ code, line }: Refusal): string {
  const refuses = 'Mermaid refuses this chart';
  switch (code) {
    case 'missing-colon':
      return `${refuses}: this line has no \`:\`. A task is written \`name : start, end\`.`;
    case 'unknown-statement': {
      const word = /^\w+/.exec(line.text)?.[0] ?? line.text;
      return `${refuses}: it knows no statement ${quoted(word)}. Did you mean ${quoted(nearest(word, KEYWORDS)!)}?`;
    }
    case 'missing-fields':
      return `${refuses}: this task has no dates. Write at least an end or a duration behind the \`:\`.`;
    case 'too-many-fields':
      return `${refuses}: a task has at most an id, a start and an end, with tags such as \`crit\` before them.`;
    case 'reserved-name':
      return `${refuses}: a name that begins like this is read as a statement. Reword it so that it begins with another word.`;
    case 'stray-text':
      return `${refuses}: a task's data ends at \`#\` or \`;\`, and it cannot read what follows. Move it to a \`%%\` line above.`;
    case 'invalid-setting':
      return invalidSetting(line.text);
    case 'invalid-directive':
      return `${refuses}: this directive cannot be read. Write \`%%{init: { … }}%%\`.`;
    case 'syntax':
      return `${refuses} because it cannot read this line.`;
  }
}

function invalidSetting(text: string): string {
  const refuses = 'Mermaid refuses this chart';
  if (/^topAxis\b/i.test(text)) {
    return `${refuses} wherever \`topAxis\` stands as a statement. Set \`config: gantt: topAxis: true\` in the front matter.`;
  }
  if (/^weekday\b/i.test(text)) return `${refuses}: \`weekday\` takes \`monday\` to \`sunday\`.`;
  if (/^weekend\b/i.test(text)) return `${refuses}: \`weekend\` takes \`friday\` or \`saturday\`.`;
  if (/^inclusiveEndDates\b/i.test(text)) return `${refuses}: \`inclusiveEndDates\` takes no value.`;
  return `${refuses}: ${quoted(text)} is more than this setting takes, or less.`;
}
