import { readDate } from './readDate';

/** Words people write where a date is not known yet. */
const PLACEHOLDER =
  /^(?:t\.?b\.?[acd]\.?|to be (?:announced|confirmed|decided|determined|defined)|todo|pending|unknown|none|n\/?a|open|later|soon|asap|ongoing|now|today|start|end|[?x_.–—-]+|\.\.\.|…)$/i;
/** Words for a stretch of time, which are no ids either. */
const PERIOD =
  /^(?:(?:q[1-4]|h[12]|w(?:eek|k)?|m(?:onth)?|d(?:ay)?|y(?:ear)?|sprint)[-_]?\d*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i;
const ID = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Whether a field that is no date looks like the id of a task. */
export function looksLikeId(text: string): boolean {
  return ID.test(text) && !PLACEHOLDER.test(text) && !PERIOD.test(text) && readDate(text, null).length === 0;
}

/** The same where a letter, with or without a number, is an id, too. */
export function mayBeId(text: string): boolean {
  return /^[a-z]\d*$/i.test(text) || looksLikeId(text);
}
