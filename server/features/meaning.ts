import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';

/** What a chart says, one line a fact, without where and how it is written. Two charts with the same facts mean the same. */
export function factsOf({ charts }: DocumentAnalysis): string[] {
  return charts.flatMap((chart) => [
    ...settingFacts(chart),
    ...chart.tasks.map((task) => `${taskFact(task)} ${drawnFact(task)}`),
    ...otherFacts(chart),
  ]);
}

/** Names, ids, tags and true dates of a chart's tasks, in no order: what moving lines must not change. */
export function trueFactsOf({ tasks }: ChartAnalysis): string[] {
  return tasks.map((task) => taskFact(task)).sort();
}

function taskFact({ syntax, start, end, provisional, startExpression, endExpression }: Task): string {
  const ids = [startExpression, endExpression].map((expression) =>
    expression.kind === 'after' || expression.kind === 'until' ? expression.ids.map(({ id }) => id) : [],
  );
  const tags = syntax.tags.map(({ tag }) => tag);
  return JSON.stringify([syntax.name.text, syntax.id?.text, tags, ids, start, end, provisional]);
}

function drawnFact({ section, drawnStart, drawnEnd }: Task): string {
  return JSON.stringify([section?.name.text, drawnStart, drawnEnd]);
}

function settingFacts({ settings, rejection }: ChartAnalysis): string[] {
  const entries = Object.entries(settings).map(([name, value]) =>
    JSON.stringify([name, value], (key, part) => (key === 'span' ? undefined : part)),
  );
  return [...entries, `rejected: ${rejection !== null}`];
}

function otherFacts({ statements }: ChartAnalysis): string[] {
  return statements.flatMap((statement) => {
    switch (statement.kind) {
      case 'section':
        return JSON.stringify(['section', statement.name.text]);
      case 'comment':
        return JSON.stringify(['comment', statement.text]);
      case 'click':
        return JSON.stringify(['click', statement.ids.map(({ id }) => id), statement.href?.text]);
      case 'refused':
        return JSON.stringify(['refused', statement.text]);
      default:
        return [];
    }
  });
}
