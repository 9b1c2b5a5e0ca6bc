import { timerKey } from './timer-key.ts';

/** Key under which the instant stands at which a parked task run goes on: cleared when it goes on before, or never. */
export const wakeKey = (runId: string, task: string, index: number | undefined): string =>
  timerKey(runId, { timer: 'wake', task, ...(index === undefined ? {} : { index }) });
