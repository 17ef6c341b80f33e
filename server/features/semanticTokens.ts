import type { ChartAnalysis, DocumentAnalysis, Task } from '../gantt/analysis';
import type { Span } from '../gantt/span';
import type { Statement } from '../gantt/syntax';

export const TOKEN_TYPES = [
  'keyword',
  'comment',
  'namespace',
  'event',
  'variable',
  'number',
  'string',
  'decorator',
] as const;
export const TOKEN_MODIFIERS = ['declaration', 'unresolved'] as const;

export interface SemanticToken {
  /** Within one line. */
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifier: (typeof TOKEN_MODIFIERS)[number] | null;
}

/** What each piece of the charts means, in document order, without overlaps. */
export function semanticTokens(analysis: DocumentAnalysis): SemanticToken[] {
  return analysis.charts
    .flatMap((chart) => chart.statements.flatMap((statement) => tokensOf(chart, statement)))
    .filter(({ span }) => span.end > span.start && !/[\r\n]/.test(analysis.text.slice(span.start, span.end)))
    .sort((a, b) => a.span.start - b.span.start);
}

function tokensOf(chart: ChartAnalysis, statement: Statement): SemanticToken[] {
  switch (statement.kind) {
    case 'task':
      return taskTokens(chart, chart.tasks[statement.index]!);
    case 'section':
      return [token(statement.keyword, 'keyword'), token(statement.name.span, 'namespace')];
    case 'setting':
      return [token(statement.keyword, 'keyword')];
    case 'click':
      return [
        token(statement.keyword, 'keyword'),
        ...statement.ids.map(({ id, span }) => reference(chart, id, span)),
        ...(statement.href ? [token(statement.href.span, 'string')] : []),
      ];
    case 'gantt':
      return [token(statement.span, 'keyword')];
    case 'comment':
      return [token(statement.span, 'comment')];
    default:
      return [];
  }
}

function taskTokens(
  chart: ChartAnalysis,
  { syntax, milestone, startExpression, endExpression }: Task,
): SemanticToken[] {
  const tokens = syntax.tags.map(({ span }) => token(span, 'decorator'));
  if (milestone) tokens.push(token(syntax.name.span, 'event'));
  if (syntax.id) tokens.push(token(syntax.id.span, 'variable', 'declaration'));
  for (const expression of [startExpression, endExpression]) {
    if (expression.kind === 'after' || expression.kind === 'until') {
      tokens.push(token(expression.keyword, 'keyword'));
      tokens.push(...expression.ids.map(({ id, span }) => reference(chart, id, span)));
    } else if (
      expression.kind === 'date' ||
      expression.kind === 'guessed' ||
      expression.kind === 'duration'
    ) {
      tokens.push(token(expression.span, 'number'));
    }
  }
  return tokens;
}

function reference(chart: ChartAnalysis, id: string, span: Span): SemanticToken {
  return token(span, 'variable', chart.symbols.tasksById.has(id) ? null : 'unresolved');
}

function token(
  span: Span,
  type: SemanticToken['type'],
  modifier: SemanticToken['modifier'] = null,
): SemanticToken {
  return { span, type, modifier };
}
