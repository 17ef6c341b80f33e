import { html } from './element';
import { Popover } from './popover';

const CTRL = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl+';

/** What can be done by key, in the order in which it is learnt. */
const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['↑', '↓', 'Home', 'End'], 'go from task to task'],
  [['←', '→'], 'go to what a task waits for, or to what waits for it'],
  [['Space'], 'show the task in the text'],
  [['Enter'], 'edit its line'],
  [['M'], 'move the task: arrows, then Enter or Escape'],
  [['S', 'E'], 'the same for its start or its end'],
  [[`${CTRL}F`], 'find; Enter and Shift+Enter step through'],
  [['+', '−'], 'zoom; Ctrl or ⌘ with the wheel does too'],
  [['0', '3', '2', '1'], 'show the whole chart, a quarter, a month, a week'],
  [[`${CTRL}Z`, `${CTRL}Y`], 'undo and redo the last change of the text'],
  [['Escape'], 'leave the task in focus'],
];

/** The list of keys, behind its button. */
export function keysHelp(): Popover {
  const rows = KEYS.flatMap(([keys, does]) => [
    html('dt', {}, ...keys.flatMap((key) => [html('kbd', {}, key), ' '])),
    html('dd', {}, does),
  ]);
  return new Popover('Keys', '?', 'keys', html('dl', {}, ...rows));
}
