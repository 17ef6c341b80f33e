import type { DocumentAnalysis } from '../../../server/gantt/analysis';
import { analyze } from '../../../server/gantt/analyze';
import { type Fixture, parseMarks } from '../../support/marks';

/** Noon on Sunday 22 November 2026. */
export const CLOCK = { now: Date.UTC(2026, 10, 22, 12), timeZone: 'UTC' };

export interface AnalysedFixture extends Fixture {
  readonly analysis: DocumentAnalysis;
  /** Of the cursor; 0 where the fixture has none. */
  readonly offset: number;
}

/** A chart with `dateFormat YYYY-MM-DD` around the fixture's lines, as a `.mmd` document. */
export function chartOf(lines: string): AnalysedFixture {
  return documentOf(`gantt\ndateFormat YYYY-MM-DD\n${lines}`, 'mermaid');
}

/** A whole document. */
export function documentOf(fixture: string, language: 'markdown' | 'mermaid' = 'markdown'): AnalysedFixture {
  const read = parseMarks(fixture);
  return { ...read, offset: read.cursor ?? 0, analysis: analyze(read.text, language, CLOCK) };
}
