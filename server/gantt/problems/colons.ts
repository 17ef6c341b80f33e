import type { Task } from '../analysis';
import type { Draft } from './draft';
import { replace } from './edits';
import { type Problem, preferred, problem } from './problem';
import { readsAsTask } from './readsAsTask';
import { quoted } from './wording';

/** Names that a task may well have. */
const COMMON = /^(?:section|title|weekday|weekend)$/i;
const KEYWORD = /^(?:dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker)$/i;
const LENGTH = /^(?:(?:after|until)\s.*|\d+(?:\.\d+)?(?:ms|[Mdhmswy]))$/;

/** `title: Plan` is a task named `title` to Mermaid; to its author it is none. */
export function isSettingWithColon({ syntax: { name, data, fields } }: Task): boolean {
  if (data.text === '' || fields.some(({ text }) => LENGTH.test(text))) return false;
  return KEYWORD.test(name.text) || (COMMON.test(name.text) && !readsAsTask(`:${data.text}`));
}

export function colonProblem({ syntax: { name, data } }: Task): Problem {
  const message = `${quoted(name.text)} takes no ${quoted(':')}, and with it Mermaid takes the line for a task. Remove the ${quoted(':')}.`;
  return problem('swallowed-line', name.span, message, {
    fixes: () => [
      preferred('Remove the `:`', [replace({ start: name.span.end, end: data.span.start }, ' ')]),
    ],
  });
}

/** Whatever else is found on such a line comes of reading it as a task. */
export function withColonProblems({ tasks }: Draft, problems: readonly Problem[]): Problem[] {
  const settings = tasks.filter(isSettingWithColon);
  const others = problems.filter(
    ({ span }) =>
      !settings.some(({ syntax }) => syntax.span.start <= span.start && span.end <= syntax.span.end),
  );
  return [...others, ...settings.map(colonProblem)];
}
