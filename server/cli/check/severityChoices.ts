import type { SeverityChoices } from '../../features/diagnostics';
import { PROBLEM_CODES, type ProblemCode } from '../../gantt/problems/codes';
import { didYouMean, UsageError } from '../io';
import { SEVERITIES } from './findings';

const LEVELS = [...SEVERITIES, 'off'] as const;
const CODES = Object.keys(PROBLEM_CODES) as ProblemCode[];

/** From `unknown-task=warning` and the like; several may be joined with commas. */
export function severityChoices(texts: readonly string[]): SeverityChoices {
  const choices: [ProblemCode, (typeof LEVELS)[number]][] = [];
  for (const text of texts.flatMap((part) => part.split(','))) {
    const [name = '', wanted = ''] = text.split('=', 2).map((part) => part.trim());
    const code = CODES.find((candidate) => candidate === name);
    const level = LEVELS.find((candidate) => candidate === wanted);
    if (code === undefined)
      throw new UsageError(`--severity: there is no code “${name}”${didYouMean(name, CODES)}`);
    if (level === undefined) throw new UsageError(`--severity: “${wanted}” is none of ${LEVELS.join(', ')}`);
    choices.push([code, level]);
  }
  return Object.fromEntries(choices);
}
