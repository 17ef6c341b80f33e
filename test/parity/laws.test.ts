import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartAnalysis, Task } from '../../server/gantt/analysis';
import { analyze } from '../../server/gantt/analyze';
import { chart, type WrittenChart, type WrittenTask, writeChart } from './generate/chart';

// What holds of the true schedule whatever a chart says. Mermaid has no part in it.

const clock = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'Europe/London' };
const runs = { numRuns: 400 };

function analyzed(written: WrittenChart): ChartAnalysis {
  return analyze(writeChart(written), 'mermaid', clock).charts[0]!;
}

function isTask(item: WrittenTask | string): item is WrittenTask {
  return typeof item !== 'string';
}

/** Charts whose ids are written, and each defined once: otherwise a task's place decides what an id means. */
const unambiguous = chart(0).map((written): WrittenChart => {
  const taken = new Set<string>();
  const items = written.items.map((item, at) => {
    if (!isTask(item) || item.start === null) return item;
    const id = item.id === null || taken.has(item.id) ? `unique${at}` : item.id;
    taken.add(id);
    return { ...item, id };
  });
  return { ...written, items };
});

const datesOf = ({ start, end, provisional }: Task) => [start, end, provisional];

test('moving tasks changes no true date, as long as those without a start stay behind the same task', () => {
  fc.assert(
    fc.property(unambiguous, fc.infiniteStream(fc.nat(1000)), (written, choices) => {
      const blocks: WrittenTask[][] = [];
      for (const task of written.items.filter(isTask)) {
        if (task.start === null) blocks.at(-1)?.push(task);
        else blocks.push([task]);
      }
      const named = (tasks: readonly WrittenTask[]) =>
        tasks.map((task, at) => ({ ...task, name: `Task ${at}` }));
      const tasks = named(blocks.flat());
      let at = 0;
      const renamed = blocks.map((block) => block.map(() => tasks[at++]!));
      const shuffled = renamed
        .map((block) => ({ block, key: choices.next().value }))
        .sort((a, b) => a.key - b.key)
        .flatMap(({ block }) => block);
      const dates = (items: readonly WrittenTask[]) =>
        new Map(analyzed({ ...written, items }).tasks.map((task) => [task.syntax.name.text, datesOf(task)]));
      const before = dates(tasks);
      for (const [name, moved] of dates(shuffled)) expect(moved, name).toEqual(before.get(name));
    }),
    runs,
  );
});

test('renaming ids everywhere changes nothing', () => {
  const rename = (text: string) =>
    text.replace(
      /^(after|until)(.*)$/,
      (_, keyword: string, ids: string) => keyword + ids.replace(/[^\s]+/g, 'new-$&'),
    );
  fc.assert(
    fc.property(unambiguous, (written) => {
      const items = written.items.map((item) =>
        isTask(item)
          ? {
              ...item,
              id: item.id && `new-${item.id}`,
              start: item.start && rename(item.start),
              end: rename(item.end),
            }
          : item,
      );
      const facts = (task: Task) => [
        ...datesOf(task),
        task.drawnStart,
        task.drawnEnd,
        task.slack,
        task.critical,
      ];
      expect(analyzed({ ...written, items }).tasks.map(facts)).toEqual(analyzed(written).tasks.map(facts));
    }),
    runs,
  );
});

test('no predecessor ends after its successor starts', () => {
  fc.assert(
    fc.property(chart(1), (written) => {
      const { tasks } = analyzed(written);
      for (const { start, predecessors } of tasks) {
        if (start === null) continue;
        for (const at of predecessors) expect(tasks[at]!.end ?? start).toBeLessThanOrEqual(start);
      }
    }),
    runs,
  );
});

test('predecessors and successors are each other’s mirror', () => {
  fc.assert(
    fc.property(chart(1), (written) => {
      const { tasks } = analyzed(written);
      for (const { index, successors } of tasks) {
        const waiting = tasks.filter(({ predecessors }) => predecessors.includes(index));
        expect(successors).toEqual(waiting.map((task) => task.index));
      }
    }),
    runs,
  );
});

/** Refers only to tasks above, which have an id of their own, and leaves the ends that Mermaid would push alone. */
function withoutDifferences(written: WrittenChart): WrittenChart {
  const above: string[] = [];
  const excludes = written.settings.some((line) => line.startsWith('excludes'));
  const items = written.items.filter(isTask).map((task): WrittenTask => {
    const list = (text: string) => {
      const known = text
        .split(/\s+/)
        .slice(1)
        .filter((id) => above.includes(id));
      return known.length === 0 ? null : `${text.slice(0, 5)} ${known.join(' ')}`;
    };
    const start = task.start?.startsWith('after') ? (list(task.start) ?? above.at(-1) ?? null) : task.start;
    const end = task.end.startsWith('until') ? list(task.end) : task.end;
    if (task.id) above.push(task.id);
    return {
      ...task,
      start:
        start && above.includes(start)
          ? `after ${start}`
          : (start ?? (above.length > 1 ? null : '2024-03-28')),
      end: end === null || (excludes && !/^\d+[dwh]$/.test(end)) ? '3d' : end,
    };
  });
  const settings = [
    'dateFormat YYYY-MM-DD',
    ...written.settings.filter((line) => !line.startsWith('dateFormat')),
  ];
  return { settings, items };
}

test('where none of the differences applies, the true dates are those Mermaid draws', () => {
  let compared = 0;
  fc.assert(
    fc.property(unambiguous.map(withoutDifferences), (written) => {
      const { tasks, rejection } = analyzed(written);
      if (rejection) return;
      for (const { start, end, drawnStart, drawnEnd, provisional } of tasks) {
        expect([start, end, provisional]).toEqual([drawnStart, drawnEnd, false]);
        compared++;
      }
    }),
    runs,
  );
  expect(compared).toBeGreaterThan(runs.numRuns);
});
