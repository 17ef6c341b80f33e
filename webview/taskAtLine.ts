import type { PanelDocument } from '../server/lsp/protocol';
import type { TaskKey } from './search';

/** The task written on a line (counted from 0) of the document; null where there is none. */
export function taskAtLine({ charts }: PanelDocument, line: number): TaskKey | null {
  for (const [chart, { range, tasks }] of charts.entries()) {
    if (line < range.start.line || line > range.end.line) continue;
    const task = tasks.findIndex((task) => task.range.start.line <= line && line <= task.range.end.line);
    if (task >= 0) return { chart, task };
  }
  return null;
}

/** The chart whose text holds a line (counted from 0) of the document; null where none does. */
export function chartAtLine({ charts }: PanelDocument, line: number): number | null {
  const chart = charts.findIndex(({ range }) => range.start.line <= line && line <= range.end.line);
  return chart < 0 ? null : chart;
}
