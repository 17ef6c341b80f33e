import type { ProblemCode } from '../codes';
import { DATES } from './dates';
import type { Explanation } from './explanation';
import { HOSTS, TIDINESS } from './others';
import { REFUSED } from './refused';
import { SLIPS } from './slips';

export type { Explanation } from './explanation';

/** Every code with what docs/diagnostics.md says of it. */
export const EXPLANATIONS: Readonly<Record<ProblemCode, Explanation>> = {
  ...REFUSED,
  ...DATES,
  ...SLIPS,
  ...HOSTS,
  ...TIDINESS,
};

/** The groups of codes in the order of the page, each with a line about it. */
export const GROUPS = [
  {
    title: 'Mermaid refuses the chart',
    about: 'One of these is enough, and the whole chart is not drawn.',
    codes: REFUSED,
  },
  {
    title: 'A date that does not follow',
    about: 'Mermaid draws a task at a date that is not what is written.',
    codes: DATES,
  },
  { title: 'Likely a slip', about: 'Drawn as written, but hardly meant so.', codes: SLIPS },
  { title: 'Other hosts and versions', about: 'What others see may differ.', codes: HOSTS },
  { title: 'Tidiness', about: 'The chart could do without.', codes: TIDINESS },
] as const;
