import type { Task } from '../analysis';
import type { Draft } from './draft';
import { type Edit, replace } from './edits';
import { freeId } from './freeId';
import { type Details, type Fix, MOST_RELATED, type Problem, problem } from './problem';
import { quoted } from './wording';

const COUNTED = /^task[1-9]\d*$/;

/** Ids that more than one task has. Mermaid finds the last of them. */
export function duplicateProblems(draft: Draft): Problem[] {
  const { symbols, tasks } = draft;
  return [...symbols.tasksById].flatMap(([id, indexes]) => {
    if (indexes.length < 2) return [];
    const twins = indexes.map((index) => tasks[index]!);
    const written = twins.filter(({ syntax }) => syntax.id);
    // A task without an id is `task1` by Mermaid's count; the one whose id is written can be given another.
    const counted = written.length < twins.length && COUNTED.test(id);
    const severity = isHarmful(draft, id, twins) ? 'error' : 'warning';
    // Each twin gets an id of its own, so that several can be renamed at once; found for all of them together.
    let names: readonly string[] | null = null;
    return written.map((task, nth) => {
      const fixes = () => {
        names ??= freeIds(draft, id, written.length);
        return renaming(draft, id, task, twins, names[nth]!);
      };
      return counted
        ? implicitCollision(id, task, twins, { severity, fixes })
        : duplicateId(draft, id, task, twins, { severity, fixes });
    });
  });
}

function duplicateId(
  draft: Draft,
  id: string,
  task: Task,
  twins: readonly Task[],
  details: Details,
): Problem {
  const last = twins.at(-1)!;
  const count = twins.length === 2 ? 'Another task has' : `${twins.length - 1} other tasks have`;
  const meaning = !draft.symbols.referencesById.has(id)
    ? ''
    : task.index === last.index
      ? `: Mermaid takes ${quoted(id)} to mean this one, the last`
      : `: Mermaid takes ${quoted(id)} to mean the last of them, “${last.syntax.name.text}”, and nothing can wait for this one`;
  const message = `${count} the id ${quoted(id)}${meaning}. Give each task an id of its own.`;
  const others = twins.slice(0, MOST_RELATED + 1).filter(({ index }) => index !== task.index);
  return problem('duplicate-id', task.syntax.id!.span, message, {
    ...details,
    related: others.map((other) => ({
      span: placeOf(other),
      message: `${quoted(id)} is also the id of “${other.syntax.name.text}”`,
    })),
  });
}

function placeOf({ syntax }: Task) {
  return syntax.id?.span ?? syntax.name.span;
}

/** Two tasks with the same dates say the same to whoever waits for them. */
function isHarmful({ symbols, tasks, drawing }: Draft, id: string, twins: readonly Task[]): boolean {
  const [first] = twins;
  const sameDates = twins.every(({ start, end }) => start === first!.start && end === first!.end);
  if (sameDates) return false;
  if (symbols.referencesById.get(id)?.some(({ role }) => role !== 'click')) return true;
  // A task without a start looks for the one above it by its id.
  return twins.some(({ index }) => {
    const below = tasks[index + 1];
    const drawn = drawing.dates[index + 1];
    return (
      below?.startExpression.kind === 'previous' && drawn?.start !== undefined && drawn.start !== below.start
    );
  });
}

function implicitCollision(id: string, task: Task, twins: readonly Task[], details: Details): Problem {
  const counted = twins.find(({ syntax }) => !syntax.id)!;
  const name = counted.syntax.name.text;
  const message = `Mermaid numbers the tasks that have no id, and “${name}” is its ${quoted(id)} too: who waits for ${quoted(id)} may get either. Give this task another id.`;
  return problem('implicit-id-collision', task.syntax.id!.span, message, {
    ...details,
    related: [{ span: counted.syntax.name.span, message: `${quoted(id)} by Mermaid’s count` }],
  });
}

/** Another id for this task. What refers to it goes along, and what refers to a twin does not, so that no date moves. */
function renaming(draft: Draft, id: string, task: Task, twins: readonly Task[], free: string): Fix[] {
  const isLast = twins.at(-1)!.index === task.index;
  const references = isLast ? (draft.symbols.referencesById.get(id) ?? []) : [];
  const edits: Edit[] = [task.syntax.id!.span, ...references.map(({ span }) => span)].map((span) =>
    replace(span, free),
  );
  const along = references.length === 0 ? '' : ', with what refers to it';
  // The last keeps its id where all others change theirs.
  const preferred = !isLast || twins.some(({ syntax }) => !syntax.id);
  return [{ title: `Rename to ${quoted(free)}${along}`, edits, preferred }];
}

function freeIds(draft: Draft, id: string, count: number): string[] {
  const ids: string[] = [];
  for (let free = id; ids.length < count; ids.push(free)) {
    free = freeId(draft, id, numberOf(free, id) + 1);
  }
  return ids;
}

function numberOf(free: string, id: string): number {
  return Number(free.slice(id.length + 1)) || 1;
}
