import type { ProblemCode } from '../codes';
import type { Explanation } from './explanation';

/** Mermaid shows an error instead of the chart. */
export const REFUSED = {
  'missing-colon': {
    meaning: 'A line has no `:`, or a full-width `：`. In a task the `:` parts the name from the dates.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    WebRTC transport, 2024-04-01, 2024-07-31`,
    marked: ',',
    mending: 'Put the `:` in front of the first field. A line that is no task becomes a `%%` comment.',
    mermaid: 'refuses',
  },
  'unknown-statement': {
    meaning: 'A line begins with a word that is nearly a statement of a gantt chart.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    timeInterval 1month
    Design: 2024-04-01, 2w`,
    marked: 'timeInterval',
    mending: 'The fix writes the statement that was meant.',
    mermaid: 'refuses',
  },
  'missing-fields': {
    meaning: 'A task has a name and nothing behind its `:`.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2w
    Bridge:`,
    marked: ':',
    mending:
      'Write a start and an end. Until they are known, the line can be a `%%` comment, together with what waits for it.',
    mermaid: 'refuses',
  },
  'too-many-fields': {
    meaning:
      'A task has an id, a start and an end at most, with tags in front. A comma at the end counts as one more field, and so does a tag behind the id or in capitals.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design, crit, 2024-04-01, 2w`,
    marked: 'crit',
    mending:
      'The fix removes the comma or puts a blank for it (`after a b`), writes the tag in front or in lower case, or takes the surplus word out.',
    mermaid: 'refuses',
  },
  'missing-start': {
    meaning: 'The first task says how long it takes, but not when it starts, and no task above it ends.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2w
    Build: 2024-05-01, 3w`,
    marked: '2w',
    mending: 'Write a start. The fix takes the chart’s first date, or today.',
    mermaid: 'refuses',
  },
  'invalid-start-date': {
    meaning: 'The start of a task is neither a date in `dateFormat` nor `after` with ids.',
    harm: 'Mermaid shows an error instead of the chart, and does not say on which line.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2w
    Build: 24-05-01, 3w`,
    marked: '24-05-01',
    mending:
      'A date in another format is written in the right one. An id with a start and no end, `design, after review`, takes an end behind it. `TBD` and an empty start make the line a `%%` comment, so that the rest of the chart is drawn.',
    mermaid: 'refuses',
  },
  'reserved-name': {
    meaning: 'The name of a task begins with a word, or a date, that Mermaid reads as a statement.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Click counter: 2024-04-01, 2w`,
    marked: 'Click',
    mending:
      'Begin the name with something else. The fix puts it in quotation marks, or the date at its end.',
    mermaid: 'refuses',
  },
  'stray-text': {
    meaning: 'Something follows `#` or `;` on a task’s line. Neither begins a comment; both end the task.',
    harm: 'Mermaid shows an error instead of the chart. Where the rest has a `:` in it, it draws one more task.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2w # ask the team`,
    marked: '# ask the team',
    mending: 'The fix moves the note to a line of its own above, behind `%%`.',
    mermaid: 'refuses',
  },
  'invalid-setting': {
    meaning:
      'A setting has a value that Mermaid does not know, one where it takes none, or none where it takes one.',
    harm: 'Mermaid shows an error instead of the chart. `topAxis` is refused wherever it stands as a line.',
    example: `gantt
    dateFormat YYYY-MM-DD
    weekend sunday
    Design: 2024-04-01, 2w`,
    marked: 'sunday',
    mending:
      'The fix writes the nearest value. `topAxis` goes to the front matter, the text behind `gantt` becomes the title.',
    mermaid: 'refuses',
  },
  'excludes-everything': {
    meaning: '`excludes` names every day of the week.',
    harm: 'Mermaid looks for a working day, gives up, and shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    excludes monday tuesday wednesday thursday friday weekends
    Design: 2024-04-01, 2w`,
    marked: 'monday',
    mending: 'Leave some day to work on. The fix removes the line that takes the last one.',
    mermaid: 'refuses',
  },
  'invalid-front-matter': {
    meaning:
      'The lines between `---` at the top are not YAML, are not closed, or do not begin on the first line.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `---
title: Roadmap: 2024
---
gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2w`,
    marked: 'title: Roadmap: 2024',
    mending: 'A value with a `:` in it needs quotation marks; the fix writes them.',
    mermaid: 'refuses',
  },
  'invalid-directive': {
    meaning: 'A `%%{init: …}%%` directive is not closed, or is not JSON (then it is a Warning).',
    harm: 'What is not closed takes the rest of the chart with it. What is no JSON is passed over in silence.',
    example: `%%{init: {"theme": "forest"}}
gantt
    dateFormat YYYY-MM-DD
    Design: 2024-04-01, 2w`,
    marked: '%%{',
    mending: 'The fix closes the directive, or writes it as JSON.',
    mermaid: 'refuses',
  },
  syntax: {
    meaning: 'Mermaid cannot read a line, for none of the reasons that have a code of their own.',
    harm: 'Mermaid shows an error instead of the chart.',
    example: `gantt
    dateFormat YYYY-MM-DD
    Design: design, 2024-04-01, 2w
    click design href "https://example.org`,
    marked: 'click design href "https://example.org',
    mending: 'Close what is open, or make the line a `%%` comment.',
    mermaid: 'refuses',
  },
} as const satisfies Partial<Record<ProblemCode, Explanation>>;
