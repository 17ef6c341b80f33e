import type { PanelChart, PanelTask } from '../../../server/lsp/protocol';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const day = (text: string) => Date.parse(`${text}T00:00Z`);

/** A task as the server describes it; what a test does not name is plain. */
export function task(given: Partial<PanelTask> = {}): PanelTask {
  return {
    id: null,
    name: 'Task',
    section: null,
    tags: [],
    range: nowhere,
    start: day('2024-08-01'),
    end: day('2024-08-11'),
    provisional: false,
    drawnStart: null,
    drawnEnd: null,
    predecessors: [],
    successors: [],
    critical: false,
    slack: null,
    note: null,
    ...given,
  };
}

export function chart(tasks: PanelTask[], given: Partial<PanelChart> = {}): PanelChart {
  return {
    range: nowhere,
    title: null,
    rejection: null,
    problems: [],
    sections: [],
    tasks,
    weekday: 'sunday',
    todayMarker: null,
    grain: 86_400_000,
    today: day('2024-08-05'),
    excluded: [],
    ...given,
  };
}
