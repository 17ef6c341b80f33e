import type { Task } from '../analysis';
import type { Draft } from './findProblems';
import { type Problem, problem } from './problem';
import { dateWords, quoted } from './wording';

/** Starts and ends that are no dates, or the wrong way round. */
export function dateProblems(draft: Draft): Problem[] {
  return [...draft.tasks.flatMap((task) => taskProblems(draft, task)), ...excludesEverything(draft)];
}

function taskProblems(draft: Draft, task: Task): Problem[] {
  const { syntax, startExpression, endExpression } = task;
  const format = draft.settings.dateFormat;
  const found: Problem[] = [];
  if (startExpression.kind === 'previous' && task.index === 0 && !syntax.refused) {
    const place = syntax.endField ?? syntax.name;
    found.push(
      problem(
        'missing-start',
        place.text === '' ? syntax.name.span : place.span,
        'Mermaid refuses this chart: the first task must say when it starts, there is no task above it to follow.',
      ),
    );
  }
  if (startExpression.kind === 'invalid') {
    const written = syntax.startField?.text ?? '';
    const what = written === '' ? 'an empty start' : `the start ${quoted(written)}`;
    found.push(
      problem(
        'invalid-start-date',
        written === '' ? syntax.data.span : startExpression.span,
        `Mermaid refuses this chart: ${what} is no date${format === '' ? '' : ` in ${quoted(format)}`} and no \`after\` list.`,
      ),
    );
  }
  if (endExpression.kind === 'invalid' && !syntax.refused) found.push(...invalidEnd(draft, task));
  if (task.start !== null && task.end !== null && task.end < task.start) {
    const words = [task.end, task.start].map((time) => dateWords(draft, time));
    found.push(
      problem(
        'end-before-start',
        endExpression.span,
        `This ends on ${words[0]}, before it starts on ${words[1]}; Mermaid draws no bar for it.`,
      ),
    );
  }
  return found;
}

function invalidEnd(draft: Draft, { syntax, endExpression }: Task): Problem[] {
  const written = syntax.endField?.text ?? '';
  if (written === '0' && syntax.tags.some(({ tag }) => tag === 'milestone')) return [];
  const format = draft.settings.dateFormat;
  const what = written === '' ? 'An empty end' : quoted(written);
  const span = written === '' ? syntax.data.span : endExpression.span;
  const date = format === '' ? '' : ` in ${quoted(format)}`;
  return [
    problem(
      'invalid-end',
      span,
      `${what} is no date${date} and no duration such as \`5d\`, so Mermaid gives this task no length.`,
    ),
  ];
}

function excludesEverything({ drawing, settings }: Draft): Problem[] {
  if (drawing.failure?.kind !== 'excludes-everything') return [];
  const span = settings.excludes[0]?.span ?? drawing.failure.span;
  return [
    problem(
      'excludes-everything',
      span,
      'Mermaid refuses this chart: its excludes leave no working day to put a task on.',
    ),
  ];
}
