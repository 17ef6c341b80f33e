import type { DocumentAnalysis } from '../../server/gantt/analysis';
import { analyze, type Language } from '../../server/gantt/analyze';
import type { ProblemCode } from '../../server/gantt/problems/codes';
import { EXPLANATIONS, type Explanation } from '../../server/gantt/problems/explained';
import { CLOCK } from './charts';

export interface Explained extends Explanation {
  readonly analysis: DocumentAnalysis;
  readonly language: Language;
}

/** The example of a code in docs/diagnostics.md, analysed. */
export function explained(code: ProblemCode): Explained {
  const explanation: Explanation = EXPLANATIONS[code];
  const language = explanation.example.includes('```') ? 'markdown' : 'mermaid';
  // The page does not print the fifty thousand characters that it speaks of.
  const example = explanation.example.replace('(fifty thousand characters more)', (words) =>
    words.padEnd(50_000, '.'),
  );
  return { ...explanation, example, language, analysis: analyze(example, language, CLOCK) };
}
