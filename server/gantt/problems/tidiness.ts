import { taskWithId } from '../symbols';
import type { SectionStatement } from '../syntax';
import type { Draft } from './draft';
import { beginsLine, removeLine, replace } from './edits';
import { withoutIds } from './idLists';
import { choice, type Fix, type Problem, preferred, problem } from './problem';
import { knownIds, suggestIds } from './suggestIds';
import { tagMeant } from './tags';
import { listed, quoted } from './wording';

/** What a chart could do without. */
export function tidinessProblems(draft: Draft): Problem[] {
  return [...unusedIds(draft), ...emptySections(draft), ...unknownClickTargets(draft)];
}

/** In a chart where nothing waits for anything, ids are a habit and no slip. */
function unusedIds({ tasks, symbols }: Draft): Problem[] {
  const waiting = symbols.references.some(({ role }) => role !== 'click');
  return tasks.flatMap(({ index, syntax }) => {
    const { id } = syntax;
    if (!id || id.text === '') return [];
    if (!waiting || tagMeant(symbols, id.text) !== null) return [];
    const found = taskWithId(symbols, id.text) === index && symbols.referencesById.has(id.text);
    return found ? [] : problem('unused-id', id.span, `Nothing refers to ${quoted(id.text)}.`);
  });
}

/** A section that holds a note is kept for later. */
function emptySections({ text, sections, statements }: Draft): Problem[] {
  const filled = new Set<SectionStatement>();
  let current: SectionStatement | null = null;
  for (const statement of statements) {
    if (statement.kind === 'section') current = statement;
    else if (current && statement.kind !== 'setting') filled.add(current);
  }
  return sections.flatMap((section) => {
    if (filled.has(section)) return [];
    const message = `The section ${quoted(section.name.text)} has no tasks, so Mermaid does not draw it.`;
    return problem('empty-section', section.span, message, {
      fixes: () =>
        beginsLine(text, section.span.start)
          ? [preferred('Remove the section', [removeLine(text, section.span.start)])]
          : [],
    });
  });
}

function unknownClickTargets(draft: Draft): Problem[] {
  const { symbols, statements, text } = draft;
  if (!statements.some(({ kind }) => kind === 'click')) return [];
  const known = knownIds(draft.read);
  return statements.flatMap((statement) => {
    if (statement.kind !== 'click') return [];
    const { ids, span } = statement;
    return ids.flatMap((reference) => {
      if (taskWithId(symbols, reference.id) !== null) return [];
      const suggestions = suggestIds(
        reference.id,
        known,
        null,
        (id) => !ids.some((other) => other.id === id),
      );
      const hint =
        suggestions.length === 0
          ? ''
          : ` Did you mean ${listed(
              suggestions.map(({ id }) => quoted(id)),
              'or',
            )}?`;
      const message = `No task has the id ${quoted(reference.id)}, so nothing on the chart can be clicked for it.${hint}`;
      return problem('unknown-click-target', reference.span, message, {
        fixes: (): Fix[] => [
          ...suggestions.map(({ id, sure }) => ({
            title: `Change to ${quoted(id)}`,
            edits: [replace(reference.span, id)],
            preferred: sure,
          })),
          ...(ids.length > 1
            ? [
                choice(
                  `Remove ${quoted(reference.id)}`,
                  withoutIds(ids, (other) => other === reference),
                ),
              ]
            : beginsLine(text, span.start)
              ? [choice('Remove the line', [removeLine(text, span.start)])]
              : []),
        ],
      });
    });
  });
}
