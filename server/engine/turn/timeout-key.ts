import { timerKey } from './timer-key.ts';

/** Key under which the timeout of a task run stands: cleared when its attempt has ended. */
export const timeoutKey = (runId: string, task: string, index: number | undefined): string =>
  timerKey(runId, { timer: 'timeout', task, ...(index === undefined ? {} : { index }) });
