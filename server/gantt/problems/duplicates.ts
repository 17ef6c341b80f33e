import type { Draft } from './findProblems';
import { type Problem, problem } from './problem';
import { quoted } from './wording';

/** Ids that more than one task has. Mermaid finds the last of them. */
export function duplicateProblems(draft: Draft): Problem[] {
  const { symbols, tasks } = draft;
  return [...symbols.tasksById].flatMap(([id, indexes]) => {
    if (indexes.length < 2) return [];
    const twins = indexes.map((index) => tasks[index]!);
    const [first] = twins;
    const sameDates = twins.every(({ start, end }) => start === first!.start && end === first!.end);
    const used = symbols.referencesById.has(id);
    const severity = used && !sameDates ? 'error' : 'warning';
    const meaning = used ? `, and Mermaid takes ${quoted(id)} to mean the last of them` : '';
    return twins.flatMap(({ index, syntax }) => {
      // A task without an id collides through the `task1` that Mermaid gives it; its twin carries the report.
      if (!syntax.id) return [];
      const others = twins.filter((other) => other.index !== index);
      const count = others.length === 1 ? 'Another task has' : `${others.length} other tasks have`;
      return problem(
        'duplicate-id',
        syntax.id.span,
        `${count} the id ${quoted(id)}${meaning}. Give each task an id of its own.`,
        {
          severity,
          related: others.map((other) => ({
            span: other.syntax.id?.span ?? other.syntax.name.span,
            message: `${quoted(id)} is also the id of “${other.syntax.name.text}”`,
          })),
        },
      );
    });
  });
}
