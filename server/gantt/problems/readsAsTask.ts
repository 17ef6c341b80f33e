const FIELD =
  /^(?:after\s+[\w-]|until\s+[\w-]|\d+(?:\.\d+)?(?:ms|[Mdhmswy])$|\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}:\d\d)/;
const TAG = /^(?:active|done|crit|milestone|vert)$/i;

/** Whether a line reads as `name: fields` of a task; a title such as `Plan: 2024` does not. */
export function readsAsTask(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon === -1) return false;
  const fields = text
    .slice(colon + 1)
    .split(',')
    .map((field) => field.trim());
  const last = fields.at(-1) ?? '';
  return (
    fields.length > 1 &&
    FIELD.test(last) &&
    fields.slice(0, -1).some((field) => FIELD.test(field) || TAG.test(field) || /^[\w-]+$/.test(field))
  );
}
