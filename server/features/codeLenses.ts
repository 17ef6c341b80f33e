import type { DocumentAnalysis } from '../gantt/analysis';
import type { Span } from '../gantt/span';

export interface CodeLens {
  readonly span: Span;
  readonly text: string;
  /** Where a click goes from here. */
  readonly towards: 'predecessors' | 'successors';
}

/** `waits for 2` and `3 wait for this` above every task that has neighbours. */
export function codeLenses({ charts }: DocumentAnalysis): CodeLens[] {
  return charts.flatMap(({ tasks }) =>
    tasks.flatMap(({ syntax, predecessors, successors }) => {
      const span = syntax.name.span;
      const lenses: CodeLens[] = [];
      if (predecessors.length > 0) {
        lenses.push({ span, text: `waits for ${predecessors.length}`, towards: 'predecessors' });
      }
      if (successors.length > 0) {
        const verb = successors.length === 1 ? 'waits' : 'wait';
        lenses.push({ span, text: `${successors.length} ${verb} for this`, towards: 'successors' });
      }
      return lenses;
    }),
  );
}
