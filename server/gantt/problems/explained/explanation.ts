/** One section of docs/diagnostics.md. Its example is run through the analysis, the server and Mermaid itself. */
export interface Explanation {
  /** What was found, in a sentence or two. */
  readonly meaning: string;
  /** What is seen on the chart. */
  readonly harm: string;
  /** A whole chart, or Markdown with several, with this problem and no worse one. */
  readonly example: string;
  /** The part of the example that is marked. */
  readonly marked: string;
  /** What to do, with the fixes that are offered. */
  readonly mending: string;
  /** Whether Mermaid draws the example. */
  readonly mermaid: 'draws' | 'refuses';
  /** What Mermaid draws for one task of the example, as `name start end` on 22 November 2026. */
  readonly drawn?: string;
}
