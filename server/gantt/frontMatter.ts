import { JSON_SCHEMA, load, YAMLException } from 'js-yaml';
import type { MappedText } from './sourceMap';
import type { Span } from './span';

export interface FrontMatter {
  /** From the opening to the closing dashes. */
  readonly span: Span;
  /** The YAML between the dashes, without the chart's indentation, and its absolute span. */
  readonly yaml: string;
  readonly body: Span;
  /** UTF-16 offset in the chart's text where the chart itself begins. */
  readonly length: number;
  readonly closed: boolean;
  readonly title: string | null;
  readonly displayMode: string | null;
  /** What stands under `config`, unless it is empty. */
  readonly config: unknown;
  /** Where and why the YAML cannot be read, or null. */
  readonly error: { readonly span: Span; readonly reason: string } | null;
}

const DASHES = '---';

/** YAML between `---` lines at the very start, as Mermaid cuts it; null where there is none. */
export function readFrontMatter(source: MappedText): FrontMatter | null {
  const { text } = source;
  const indent = /^[^\S\n]*/.exec(text)?.[0] ?? '';
  if (!text.startsWith(DASHES, indent.length)) return null;
  const opened = indent.length + DASHES.length;
  const bounds = findBounds(text, indent, opened);
  if (!bounds) {
    const span = source.span(indent.length, opened);
    const reason = 'the closing `---` is missing';
    return {
      span,
      yaml: '',
      body: span,
      length: 0,
      closed: false,
      title: null,
      displayMode: null,
      config: undefined,
      error: { span, reason },
    };
  }
  const { bodyStart, bodyEnd, length } = bounds;
  const lines = text.slice(bodyStart, bodyEnd).split('\n');
  const yaml = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
  return {
    span: source.span(indent.length, bodyEnd + 1 + indent.length + DASHES.length),
    yaml,
    body: source.span(bodyStart, bodyEnd),
    length,
    closed: true,
    ...readYaml(yaml, source, bodyStart, bodyEnd),
  };
}

/** The closing dashes may be followed by white space alone, up to and including a line end. */
function findBounds(text: string, indent: string, opened: number) {
  const lineEnds = [...(/^\s*/.exec(text.slice(opened))?.[0].matchAll(/\n/g) ?? [])].map(
    (m) => opened + m.index,
  );
  if (lineEnds.length === 0) return null;
  const closings: { at: number; length: number }[] = [];
  const fence = `\n${indent}${DASHES}`;
  for (let at = text.indexOf(fence, lineEnds[0]! + 1); at !== -1; at = text.indexOf(fence, at + 1)) {
    const behind = at + fence.length;
    const blank = /^\s*/.exec(text.slice(behind))?.[0] ?? '';
    const lineEnd = blank.lastIndexOf('\n');
    if (lineEnd !== -1) closings.push({ at, length: behind + lineEnd + 1 });
  }
  const last = closings.at(-1);
  if (!last) return null;
  // Blank lines behind the opening belong to it, as long as a closing is left behind them.
  const bodyStart = lineEnds.filter((lineEnd) => lineEnd < last.at).at(-1)! + 1;
  const closing = closings.find(({ at }) => at >= bodyStart)!;
  return { bodyStart, bodyEnd: closing.at, length: closing.length };
}

function readYaml(yaml: string, source: MappedText, start: number, end: number) {
  try {
    const parsed: unknown = load(yaml, { schema: JSON_SCHEMA });
    const fields = isRecord(parsed) ? parsed : {};
    return {
      title: fields.title ? String(fields.title) : null,
      displayMode: fields.displayMode ? String(fields.displayMode) : null,
      config: fields.config || undefined,
      error: null,
    };
  } catch (error) {
    const reason = error instanceof YAMLException ? error.reason : 'it cannot be read';
    const line = error instanceof YAMLException ? (error.mark?.line ?? 0) : 0;
    const from = offsetOfLine(source.text, start, end, line);
    const lineEnd = source.text.indexOf('\n', from);
    const span = source.span(from, Math.max(from, lineEnd === -1 || lineEnd > end ? end : lineEnd));
    return { title: null, displayMode: null, config: undefined, error: { span, reason } };
  }
}

function offsetOfLine(text: string, start: number, end: number, line: number): number {
  let offset = start;
  for (let count = 0; count < line; count++) {
    const next = text.indexOf('\n', offset);
    if (next === -1 || next >= end) return offset;
    offset = next + 1;
  }
  return offset;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
