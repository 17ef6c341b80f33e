import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatting } from '../../../server/features/formatting';
import { factsOf } from '../../../server/features/meaning';
import { analyze } from '../../../server/gantt/analyze';
import { applyEdits } from '../../../server/gantt/problems/edits';
import { CLOCK } from './analysisOf';

const CORPUS = '../shared/corpus/roadmaps';
const there = existsSync(CORPUS);
if (!there) console.warn(`Skipped: ${CORPUS} is not on this machine.`);

describe.skipIf(!there)('formatting real roadmaps', () => {
  test.each(there ? ['../seed.md', ...readdirSync(CORPUS)] : [])(
    '%s means the same, and stays as it is',
    (file) => {
      const text = readFileSync(`${CORPUS}/${file}`, 'utf8');
      const before = analyze(text, 'markdown', CLOCK);
      const all = { start: 0, end: text.length };
      for (const align of [false, true]) {
        const edits = formatting(before, 'markdown', all, { indent: '    ', align });
        expect(edits).not.toBeNull();
        const formatted = applyEdits(text, edits!);
        const after = analyze(formatted, 'markdown', CLOCK);
        expect(factsOf(after)).toEqual(factsOf(before));
        expect(
          formatting(after, 'markdown', { start: 0, end: formatted.length }, { indent: '    ', align }),
        ).toEqual([]);
      }
    },
  );
});
