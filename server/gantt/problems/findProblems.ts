import { applyIgnores, readIgnores } from '../ignore';
import { brokenHeadProblems } from './brokenHead';
import type { ProblemCode } from './codes';
import { withColonProblems } from './colons';
import { cycleProblems } from './cycles';
import { dateProblems } from './dates';
import type { Draft, ProblemFamily } from './draft';
import { duplicateProblems } from './duplicates';
import { textTooLong } from './hosts';
import { milestoneProblems } from './milestones';
import { passedOverProblems } from './passedOver';
import type { Problem } from './problem';
import { refusalProblems } from './refusals';
import { settingProblems } from './settings';
import { swallowedProblems } from './swallowed';
import { tagProblems } from './tags';
import { tidinessProblems } from './tidiness';
import { unreadProblems } from './truncatedIds';
import { unknownTaskProblems } from './unknownTasks';
import { unusedIgnores } from './unusedIgnores';

const FAMILIES: readonly ProblemFamily[] = [
  brokenHeadProblems,
  refusalProblems,
  swallowedProblems,
  settingProblems,
  dateProblems,
  milestoneProblems,
  unreadProblems,
  unknownTaskProblems,
  cycleProblems,
  passedOverProblems,
  duplicateProblems,
  tagProblems,
  tidinessProblems,
  textTooLong,
];

/** Where one of these stands, the others at the same place say nothing more. */
const ENOUGH: Partial<Record<ProblemCode, readonly ProblemCode[]>> = {
  'far-year': ['end-before-start', 'guessed-date'],
  'rolled-date': ['starts-on-excluded-day'],
  'swallowed-line': ['empty-section', 'duplicate-setting'],
};

/** Everything wrong with a chart, in the order of the text. */
export function findProblems(draft: Draft): Problem[] {
  const found = withoutEchoes(
    withColonProblems(
      draft,
      FAMILIES.flatMap((family) => family(draft)),
    ),
  );
  const ignores = readIgnores(draft.text, draft.statements);
  const { kept, used } = applyIgnores(found, ignores);
  return [...kept, ...unusedIgnores(draft.text, ignores, used)].sort((a, b) => a.span.start - b.span.start);
}

function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const said = new Set(
    problems.flatMap(({ code, span }) => (ENOUGH[code] ?? []).map((other) => `${other} ${span.start}`)),
  );
  return problems.filter(({ code, span }) => !said.has(`${code} ${span.start}`));
}
