import type { ProblemCode } from '../codes';
import type { Explanation } from './explanation';

/** Mermaid draws a task at a date that does not follow from what is written. */
export const DATES = {
  'unknown-task': {
    meaning: 'A task waits for an id that no task of the chart has.',
    harm: 'If none of the ids is known, Mermaid starts the task today, whatever day that is. Else it passes over this one.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design-api, 2024-04-01, 2w
    Build: after designapi, 3w`,
    marked: 'designapi',
    mending:
      'Ids that may have been meant are offered, also those with a part more or less (`design` for `design-api`). Or create the task, or remove the id where others stay.',
    mermaid: 'draws',
    drawn: 'Build 2026-11-22 2026-12-13',
  },
  'cyclic-dependency': {
    meaning: 'Tasks wait for each other in a circle, or a task for itself.',
    harm: 'None of them has a date, and Mermaid draws none of them.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design, after build, 2w
    Build: build, after design, 3w`,
    marked: 'build',
    mending: 'Remove one of the references, where the task waits for others too, or write a start date.',
    mermaid: 'draws',
    drawn: 'Design none none',
  },
  'ignored-predecessor': {
    meaning:
      'A task waits for one that is written further down. Mermaid goes through the file and stops as soon as every task has some date.',
    harm: 'The task starts before the one it waits for has ended.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design, 2024-04-01, 1w
    Build: after design review, 3w
    Review: review, 2024-05-01, 1w`,
    marked: 'review',
    mending:
      'Write the id of the later task first in the list (then Mermaid waits), move the line below, or write the date. The first of these that puts every date right is preferred.',
    mermaid: 'draws',
    drawn: 'Build 2024-04-08 2024-04-29',
  },
  'unresolved-chain': {
    meaning:
      'A task waits for one further down, which waits for one further down, and so on more than ten times.',
    harm: 'Mermaid gives up and does not draw the first of them.',
    example: `gantt
    dateFormat YYYY-MM-DD
    T0: t0, after t1, 1d
    T1: t1, after t2, 1d
    T2: t2, after t3, 1d
    T3: t3, after t4, 1d
    T4: t4, after t5, 1d
    T5: t5, after t6, 1d
    T6: t6, after t7, 1d
    T7: t7, after t8, 1d
    T8: t8, after t9, 1d
    T9: t9, after t10, 1d
    T10: t10, after t11, 1d
    T11: t11, 2024-04-01, 1d
    Done: after t0, 1d`,
    marked: 't1',
    mending: 'Move the task below the one it waits for, or write its start.',
    mermaid: 'draws',
    drawn: 'T0 none none',
  },
  'invalid-end': {
    meaning:
      'The end of a task is neither a date in `dateFormat` nor a duration. Durations are a number and a unit without a blank: `5d`, `2w`.',
    harm: 'Mermaid draws the task without any length.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2 weeks`,
    marked: '2 weeks',
    mending:
      'The fix writes the duration or date as it should be, and a comma between two dates in one field. For `TBD` and the like it makes the line a `%%` comment.',
    mermaid: 'draws',
    drawn: 'Design 2024-04-01 2024-04-01',
  },
  'rolled-date': {
    meaning: 'A start is a day that its month does not have.',
    harm: 'Mermaid counts on into the next month.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-02-30, 2w`,
    marked: '2024-02-30',
    mending: 'Write the last day of the month, or the one that is drawn.',
    mermaid: 'draws',
    drawn: 'Design 2024-03-01 2024-03-15',
  },
  'guessed-date': {
    meaning:
      'A start is not written in `dateFormat`, and the browser guesses what it may be. Where the guess is what is written, this is an Information; where only a comma or the time of day is missing, a Warning.',
    harm: 'The task starts on a date that nobody wrote. Browsers guess differently, and some show an error instead.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 01/02/2024, 2w`,
    marked: '01/02/2024',
    mending: 'The ways to read the date are offered. None is preferred where more than one is possible.',
    mermaid: 'draws',
    drawn: 'Design 2024-01-02 2024-01-16',
  },
  'truncated-id': {
    meaning:
      'Behind `after` and `until`, ids are letters without accents, digits, `-` and `_`, with blanks between them. Mermaid stops reading at anything else.',
    harm: 'The task waits for another task, for fewer, or for none and starts today.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design.api, 2024-04-01, 2w
    Build: after design.api, 3w`,
    marked: 'design.api',
    mending: 'The fix gives the task a plain id everywhere, or puts blanks between the ids.',
    mermaid: 'draws',
    drawn: 'Build 2026-11-22 2026-12-13',
  },
  'implicit-id-collision': {
    meaning:
      'Mermaid numbers the tasks that have no id: `task1`, `task2`, … A task with such an id written by hand collides with them. Where no date is wrong for it, this is a Warning.',
    harm: 'Who waits for `task1` gets the last of the two.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: task1, 2024-04-01, 2w
    Build: 2024-06-01, 3w
    Ship: after task1, 1d`,
    marked: 'task1',
    mending: 'The fix gives the task another id.',
    mermaid: 'draws',
    drawn: 'Ship 2024-06-22 2024-06-23',
  },
  'moved-end': {
    meaning:
      'An end is written by hand, as a date or with `until`, and excluded days lie before it. Only ends written as `YYYY-MM-DD` are safe.',
    harm: 'Mermaid counts the excluded days on top and draws the task longer than it is.',
    example: `gantt
    dateFormat DD.MM.YYYY
    excludes weekends
    Design: 05.04.2024, 09.04.2024`,
    marked: '09.04.2024',
    mending:
      'Write the end as a duration, as a date where the chart’s format allows, or all dates as `YYYY-MM-DD`.',
    mermaid: 'draws',
    drawn: 'Design 2024-04-05 2024-04-11',
  },
  'swallowed-line': {
    meaning:
      'Mermaid reads a line as something else than it is: a task whose name begins with `Title` or `Section`, a line below a bare `section`, a name with `%` as its second character, a `%%` note behind a task, a `:` behind `title` or another keyword.',
    harm: 'The task is not drawn, or not with its dates.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Title page: 2024-04-01, 2w
    Text: 2024-04-15, 3w`,
    marked: 'Title',
    mending:
      'The fix puts the name in quotation marks, removes the bare line or the `:`, or moves the note above.',
    mermaid: 'draws',
  },
  'missing-date-format': {
    meaning:
      'The chart has no `dateFormat`, or one that none of its dates is written in, such as `yyyy-mm-dd`. Where only starts are concerned, this is an Information.',
    harm: 'Mermaid reads none of the end dates and draws those tasks without any length.',
    example: `gantt
    Design: 2024-04-01, 2024-04-15`,
    marked: '2024-04-15',
    mending: 'The fix writes the `dateFormat` that reads the dates of the chart.',
    mermaid: 'draws',
    drawn: 'Design 2024-04-01 2024-04-01',
  },
} as const satisfies Partial<Record<ProblemCode, Explanation>>;
