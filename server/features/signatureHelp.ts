import type { DocumentAnalysis } from '../gantt/analysis';
import { TAGS } from '../gantt/syntax';
import { chartAt, statementAt } from './place';

export interface SignatureHelp {
  /** Every way to write a task's fields. */
  readonly signatures: readonly (readonly SignatureField[])[];
  readonly activeSignature: number;
  readonly activeField: number;
}

export interface SignatureField {
  readonly name: string;
  readonly documentation: string;
}

const TAG_NAMES: readonly string[] = TAGS;

const tags: SignatureField = {
  name: 'tags',
  documentation: `Any of ${TAGS.map((tag) => `\`${tag}\``).join(', ')}; they stand before everything else.`,
};
const id: SignatureField = {
  name: 'id',
  documentation: 'Other tasks refer to this one by it. Behind an id, both a start and an end must follow.',
};
const start: SignatureField = {
  name: 'start',
  documentation: "A date in the chart's `dateFormat`, or `after` and the ids of other tasks.",
};
const end: SignatureField = {
  name: 'end',
  documentation: "A duration such as `3d` or `2w`, a date in the chart's `dateFormat`, or `until` and ids.",
};

const SIGNATURES = [
  [tags, id, start, end],
  [tags, start, end],
  [tags, end],
];

/** Which field of a task's line is typed at `offset`; null before the colon and outside tasks. */
export function signatureHelp(analysis: DocumentAnalysis, offset: number): SignatureHelp | null {
  const chart = chartAt(analysis, offset);
  const statement = chart && statementAt(chart, analysis.text, offset);
  if (statement?.kind !== 'task' || offset < statement.colon.end) return null;
  const rest = /[^\r\n#;]*/y;
  rest.lastIndex = statement.colon.end;
  const data = rest.exec(analysis.text)?.[0] ?? '';
  const typed = offset - statement.colon.end;
  if (typed > data.length) return null;

  const fields = data.split(',').map((field) => field.trim());
  const position = data.slice(0, typed).split(',').length - 1;
  const firstField = fields.findIndex((field) => !TAG_NAMES.includes(field));
  const first = fields[firstField] ?? '';
  const activeSignature = signatureFor(first);
  const inTags = firstField < 0 || position < firstField || (fields.length === 1 && mayBecomeTag(first));
  const activeField = inTags ? 0 : position - firstField + 1;
  return { signatures: SIGNATURES, activeSignature, activeField };
}

/** Told by what the first field looks like, because the others may not be there yet. */
function signatureFor(first: string): number {
  if (/^after\b|^\d+[-./: ]/.test(first)) return 1;
  if (/^until\b|^\d+(?:\.\d+)?(?:ms|[smhdwMy])$/.test(first)) return 2;
  return 0;
}

function mayBecomeTag(field: string): boolean {
  return TAG_NAMES.some((tag) => tag.startsWith(field));
}
