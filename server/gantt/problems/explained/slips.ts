import type { ProblemCode } from '../codes';
import type { Explanation } from './explanation';

/** Drawn as written, but what is written is likely a slip. */
export const SLIPS = {
  'duplicate-id': {
    meaning:
      'Two tasks have the same id. If their dates differ and others wait for the id, this is an Error.',
    harm: 'Mermaid takes the id to mean the last of them; nothing can wait for the others.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Interviews in Oslo: talks, 2024-04-01, 2w
    Interviews in Lima: talks, 2024-04-01, 2w
    Report: after talks, 1w`,
    marked: 'talks',
    mending: 'The fix renames this one to a free id. What refers to the last one goes on doing so.',
    mermaid: 'draws',
    drawn: 'Report 2024-04-15 2024-04-22',
  },
  'end-before-start': {
    meaning: 'A task ends before it starts.',
    harm: 'Mermaid draws no bar for it.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-12-01, 2024-01-15`,
    marked: '2024-01-15',
    mending: 'The next year is offered where it fits, else to swap the two dates.',
    mermaid: 'draws',
    drawn: 'Design 2024-12-01 2024-01-15',
  },
  'far-year': {
    meaning:
      'A year is far from all others in the chart, such as 0204 among 2024. Charts that are spread over centuries are left alone.',
    harm: 'Mermaid draws an axis of centuries, and everything else as a line.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2w
    Build: 0204-05-01, 3w
    Ship: 2024-06-01, 1d`,
    marked: '0204-05-01',
    mending: 'The years of the chart that are spelled nearly alike are offered.',
    mermaid: 'draws',
  },
  'fractional-duration': {
    meaning: 'A duration is a broken number of days, weeks, months or years.',
    harm: 'Mermaid counts whole days, months and years: `1.5d` is two days, `0.5M` nothing.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 1.5d`,
    marked: '1.5d',
    mending: 'Write the whole number that is drawn, or a smaller unit.',
    mermaid: 'draws',
    drawn: 'Design 2024-04-01 2024-04-03',
  },
  'starts-on-excluded-day': {
    meaning: 'A task is written to start on a day that `excludes` leaves out.',
    harm: 'Mermaid never looks at the first day and counts it as a working day.',
    example: `gantt
    dateFormat YYYY-MM-DD
    excludes weekends
    Design: 2024-04-06, 3d`,
    marked: '2024-04-06',
    mending: 'Start on the next working day.',
    mermaid: 'draws',
    drawn: 'Design 2024-04-06 2024-04-10',
  },
  'unknown-exclude': {
    meaning:
      '`excludes` or `includes` has a word that is no day to Mermaid: `weekend`, `mon` and `weekdays` are none, and a date needs the chart’s format or `YYYY-MM-DD`.',
    harm: 'The word does nothing.',
    example: `gantt
    dateFormat YYYY-MM-DD
    excludes weekend
    Design: 2024-04-04, 4d`,
    marked: 'weekend',
    mending: 'The fix writes the day as Mermaid knows it, or removes the word.',
    mermaid: 'draws',
    drawn: 'Design 2024-04-04 2024-04-08',
  },
  'invalid-tick-interval': {
    meaning: '`tickInterval` is a number and a unit in the singular: `1week`, `3month`.',
    harm: 'Mermaid spaces the axis by itself.',
    example: `gantt
    dateFormat YYYY-MM-DD
    tickInterval 2weeks
    Design: 2024-04-01, 4w`,
    marked: '2weeks',
    mending: 'The fix writes the interval that was meant.',
    mermaid: 'draws',
  },
  'duplicate-setting': {
    meaning: 'A setting that a chart has once is there twice, with different values.',
    harm: 'The last one counts, for the lines above it too.',
    example: `gantt
    dateFormat YYYY-MM-DD
    axisFormat %d-%b
    axisFormat %Y-%m
    Design: 2024-04-01, 4w`,
    marked: 'axisFormat %d-%b',
    mending: 'The fix removes the line that has no effect.',
    mermaid: 'draws',
  },
  'unknown-click-target': {
    meaning: '`click` names an id that no task has.',
    harm: 'Nothing on the chart can be clicked for it.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design-api, 2024-04-01, 2w
    click designapi href "https://example.org"`,
    marked: 'designapi',
    mending: 'Ids that may have been meant are offered, or to remove the line.',
    mermaid: 'draws',
  },
  'off-centre-milestone': {
    meaning: 'A milestone has a length of more than a day.',
    harm: 'Mermaid draws it in the middle of its time, neither at the start nor at the end.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Launch: milestone, 2024-04-01, 2w`,
    marked: '2w',
    mending: 'Give it no length, `0d`.',
    mermaid: 'draws',
    drawn: 'Launch 2024-04-01 2024-04-15',
  },
  'minutes-not-months': {
    meaning: 'In a chart of days, a duration is in minutes. `m` is minutes, `M` is months.',
    harm: 'The bar is too short to be seen.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2w
    Build: 2024-05-01, 3m`,
    marked: '3m',
    mending: 'The fix writes `M`.',
    mermaid: 'draws',
    drawn: 'Build 2024-05-01 2024-05-01 00:03',
  },
  'unknown-tag': {
    meaning: 'A tag has a capital letter or a slip in it.',
    harm: 'Mermaid takes it for the id of the task and draws the task as any other.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: Done, 2024-04-01, 2w`,
    marked: 'Done',
    mending: 'The fix writes the tag in lower case.',
    mermaid: 'draws',
  },
  'dropped-lag': {
    meaning: 'A list of ids is followed by a lag, such as `after a + 2d`.',
    harm: 'Mermaid drops it: the task starts right when the others end.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design, 2024-04-01, 2w
    Build: after design + 2d, 3w`,
    marked: '+ 2d',
    mending: 'Write the date with the lag, or remove the lag.',
    mermaid: 'draws',
    drawn: 'Build 2024-04-15 2024-05-06',
  },
  'vert-as-previous': {
    meaning: 'A task without a start of its own stands below a `vert` line.',
    harm: 'It starts where the vertical line stands, not where the bar above it ends.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design, 2024-04-01, 2w
    Deadline: vert, 2024-06-01, 0d
    Build: 3w`,
    marked: '3w',
    mending: 'Write the start: after the task above, or the date as it is.',
    mermaid: 'draws',
    drawn: 'Build 2024-06-01 2024-06-22',
  },
} as const satisfies Partial<Record<ProblemCode, Explanation>>;
