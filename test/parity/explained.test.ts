import { expect, test } from 'vitest';
import { PROBLEM_CODES, type ProblemCode } from '../../server/gantt/problems/codes';
import { CLOCK, day } from '../support/charts';
import { explained } from '../support/explained';
import { Oracle } from '../support/oracle/oracle';

const oracle = await Oracle.open();
const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];

/** The last chart of an example, as Mermaid gets it. */
function chartText(example: string): string {
  return /```mermaid\n([^`]*)```$/.exec(example)?.[1] ?? example;
}

test.each(codes)('%s: Mermaid does with the example what docs/diagnostics.md says', async (code) => {
  const { example, mermaid, drawn } = explained(code);
  const { rejected, reason, tasks } = await oracle.draw(chartText(example), CLOCK);
  expect(rejected, reason ?? 'drawn').toBe(mermaid === 'refuses');
  const written = tasks.map(({ name, start, end }) =>
    [name.trim(), ...[start, end].map((time) => (time === null ? 'none' : day(time).replace('T', ' ')))].join(
      ' ',
    ),
  );
  if (drawn !== undefined) expect(written).toContain(drawn);
});
