import type { ProblemCode } from '../codes';
import type { Explanation } from './explanation';

/** Other hosts and versions differ. */
export const HOSTS = {
  'needs-newer-mermaid': {
    meaning:
      'Something in the chart is newer than the Mermaid that `roadmapGantt.mermaidVersion` names. With `latest`, the default, nothing is reported.',
    harm: 'Readers with that version see an error, or other dates.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Freeze: 2024-04-01, until launch
    Launch: milestone, launch, 2024-05-01, 0d`,
    marked: 'until launch',
    mending: 'Write it in another way, or set the version that your readers have.',
    mermaid: 'draws',
  },
  'leaked-id': {
    meaning: 'A task waits for an id that only an earlier chart of the document has.',
    harm: 'A page that draws both charts takes the task of the other chart; a page that draws each by itself starts today.',
    example: `\`\`\`mermaid
gantt
    dateFormat YYYY-MM-DD
    Design: design, 2024-04-01, 2w
\`\`\`

\`\`\`mermaid
gantt
    dateFormat YYYY-MM-DD
    Build: after design, 3w
\`\`\``,
    marked: 'design',
    mending: 'Give the second chart a task of its own, or write the date.',
    mermaid: 'draws',
  },
  'text-too-long': {
    meaning: 'A chart has more than 50,000 characters.',
    harm: 'Where Mermaid’s own limit is not raised, the page says that the text is too long instead of drawing it.',
    example: `gantt
    dateFormat YYYY-MM-DD
    %% (fifty thousand characters more)
    Design: 2024-04-01, 2w`,
    marked: 'gantt',
    mending: 'Split it into several charts.',
    mermaid: 'draws',
  },
} as const satisfies Partial<Record<ProblemCode, Explanation>>;

/** What a chart could do without. */
export const TIDINESS = {
  'unused-id': {
    meaning: 'Nothing refers to an id, in a chart where tasks wait for each other. It is shown faded.',
    harm: 'None. A twin of an id that others refer to is unused as well.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design, 2024-04-01, 2w
    Build: build, after design, 3w`,
    marked: 'build',
    mending: 'Nothing has to be done.',
    mermaid: 'draws',
  },
  'empty-section': {
    meaning: 'A section has neither a task nor a comment.',
    harm: 'Mermaid does not draw it.',
    example: `gantt
    dateFormat YYYY-MM-DD
    section Research
    section Design
    Design: 2024-04-01, 2w`,
    marked: 'section Research',
    mending: 'The fix removes the line.',
    mermaid: 'draws',
  },
  'ineffective-weekday': {
    meaning:
      '`weekday` says on which day the weeks of the axis begin. Without a `tickInterval` in weeks there are none.',
    harm: 'The line does nothing.',
    example: `gantt
    dateFormat YYYY-MM-DD
    weekday monday
    Design: 2024-04-01, 2w`,
    marked: 'weekday monday',
    mending: 'Remove the line, or add `tickInterval 1week`.',
    mermaid: 'draws',
  },
  'bare-zero': {
    meaning: 'A milestone has the duration `0`, without a unit.',
    harm: 'None: Mermaid cannot read it and takes it for no length, which is what is meant.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Launch: milestone, 2024-04-01, 0`,
    marked: '0',
    mending: 'The fix writes `0d`.',
    mermaid: 'draws',
    drawn: 'Launch 2024-04-01 2024-04-01',
  },
  'unused-ignore': {
    meaning: 'A `roadmap-gantt-ignore` comment silences nothing, or names a code that there is not.',
    harm: 'None, but the next mistake of this kind would pass unseen.',
    example: `gantt
    dateFormat YYYY-MM-DD
    %% roadmap-gantt-ignore unknown-task waiting for the team
    Design: 2024-04-01, 2w`,
    marked: 'unknown-task',
    mending: 'The fix removes the code, or the comment.',
    mermaid: 'draws',
  },
} as const satisfies Partial<Record<ProblemCode, Explanation>>;
