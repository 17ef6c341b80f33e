import { afterEach } from 'vitest';
import { endOnSignals } from '../../host/processes.ts';
import { shootOpenWorkbenches } from './workbench.ts';

endOnSignals();

/** A failed test leaves pictures of what was on screen. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const pictures = await shootOpenWorkbenches(`failed-${task.name.replace(/\W+/g, '-')}`);
  for (const picture of pictures) console.log(`picture: ${picture}`);
});
