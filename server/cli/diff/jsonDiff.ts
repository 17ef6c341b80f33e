import type { DiffResult } from './diff';
import type { TaskState } from './taskState';

/** Goes up when a field is removed or changes its meaning; new fields may come without. */
const FORMAT_VERSION = 1;

/** For programs; docs/cli.md describes every field. */
export function jsonDiff({ before, after, files }: DiffResult): string {
  const report = {
    version: FORMAT_VERSION,
    before,
    after,
    charts: files.flatMap(({ path, oldPath, charts }) =>
      charts.map(({ status, title, lastDate, added, removed, changed }) => ({
        path,
        oldPath,
        title,
        status,
        lastDate: {
          before: lastDate.before?.time ?? null,
          after: lastDate.after?.time ?? null,
          days: lastDate.days,
        },
        added: added.map(taskOf),
        removed: removed.map(taskOf),
        changed: changed.map((change) => ({
          before: taskOf(change.before),
          after: taskOf(change.after),
          changes: change.changes,
          follows: change.follows?.index ?? null,
        })),
      })),
    ),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function taskOf({ index, id, name, section, tags, start, end, provisional, reason }: TaskState) {
  return { index, id, name, section, tags, start, end, provisional, reason };
}
