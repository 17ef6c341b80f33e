/** How text of the document stands in an answer: it is data, and never becomes markup. */
export interface Markup {
  /** An id or a field, set off from the sentence. */
  code(text: string): string;
  /** A task's or a section's name. */
  text(text: string): string;
}

export const plain: Markup = {
  code: (text) => `“${text}”`,
  text: (text) => text,
};

export const markdown: Markup = { code: codeSpan, text: escapeMarkdown };

/** A sentence that holds `code` in backticks, as problem messages do, for Markdown. */
export function messageInMarkdown(message: string): string {
  return message
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~#!$@]/g, '\\$&')
    .replace(/^[-+=]|(?<=^\d+)[.)]/, '\\$&')
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/\s+/g, ' ');
}

/** The fence is longer than any run of backticks inside, as CommonMark wants it. */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return fence + pad + text.replace(/\s+/g, ' ') + pad + fence;
}
