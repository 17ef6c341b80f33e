import { PROBLEM_CODES, type ProblemCode } from '../server/gantt/problems/codes';
import { EXPLANATIONS } from '../server/gantt/problems/explained';

const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/** What package.json says of `roadmapGantt.severity`: every code, so that an editor can offer and explain it. */
export function severitySetting() {
  const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];
  const properties = codes.map((code) => [
    code,
    { enum: LEVELS, markdownDescription: EXPLANATIONS[code].meaning },
  ]);
  return {
    type: 'object',
    default: {},
    scope: 'window',
    markdownDescription: 'Another level for a diagnostic, or none, by its code: `{ "bare-zero": "off" }`.',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}
