import type { ChartSymbols } from '../analysis';
import { editDistance } from '../editDistance';
import { TAGS, type Tag } from '../syntax';
import type { Draft } from './draft';
import { replace } from './edits';
import { type Problem, preferred, problem } from './problem';
import { listed, quoted } from './wording';

/** Ids that were meant as tags: `Done, 2024-01-01, 5d` is a task with the id `Done` that is not done. */
export function tagProblems({ tasks, symbols }: Draft): Problem[] {
  return tasks.flatMap(({ syntax: { id } }) => {
    const tag = id && tagMeant(symbols, id.text);
    if (!tag) return [];
    const message = `Mermaid takes ${quoted(id.text)} for the id of this task. Tags are ${listed(TAGS.map(quoted))}, in lower case.`;
    return problem('unknown-tag', id.span, message, {
      fixes: () => [preferred(`Change to ${quoted(tag)}`, [replace(id.span, tag)])],
    });
  });
}

const OTHER_WORDS: Readonly<Record<string, Tag>> = { critical: 'crit', completed: 'done', finished: 'done' };

/** The tag that a field stands for where there is one too many: `critical` may be an id, but hardly next to another. */
export function tagInOtherWords(symbols: ChartSymbols, text: string): Tag | null {
  const other = Object.hasOwn(OTHER_WORDS, text.toLowerCase()) && !symbols.referencesById.has(text);
  return other ? OTHER_WORDS[text.toLowerCase()]! : tagMeant(symbols, text);
}

/** The tag that a field stands for with capitals or another slip, as far as nothing refers to it as an id. */
export function tagMeant({ referencesById }: ChartSymbols, text: string): Tag | null {
  const lower = text.toLowerCase();
  if (text.length > 12 || referencesById.has(text) || !/^[a-z]+$/.test(lower)) return null;
  const near = (tag: Tag) =>
    // `milestones` may well be an id.
    tag.length > 5 && !lower.startsWith(tag) && editDistance(lower, tag) <= (tag.length > 6 ? 2 : 1);
  return TAGS.find((tag) => tag === lower) ?? TAGS.find(near) ?? null;
}
